import { tick } from 'svelte'

/** What can be worked with, or was made to take the focus. */
const FOCUSABLE = '[tabindex="-1"], button:not(:disabled), a[href], input, select, textarea'
const FIELD = 'input:not([type="hidden"]), select, textarea, button'

/** An element and what it lies in, nearest first. */
function wayUp(element: Element | null): Element[] {
  const way: Element[] = []
  for (let at = element; at && at !== document.body; at = at.parentElement) way.push(at)
  return way
}

/** The opener itself, the button of the same action that stands in its place now, else what is nearest to where it was. */
function whereTo([opener, ...around]: readonly Element[]): HTMLElement | null {
  if (opener?.isConnected) return opener as HTMLElement // it had the focus
  const action = opener instanceof HTMLElement ? opener.dataset['action'] : undefined
  for (const left of around.filter((element) => element.isConnected)) {
    const again = action && left.querySelector<HTMLElement>(`[data-action="${action}"]`)
    const found = again || left.querySelector<HTMLElement>(FOCUSABLE)
    if (found) return found
  }
  return null
}

/** Gives the focus on once the page is drawn anew; somebody who went on elsewhere is left there. */
async function giveFocus(way: readonly Element[]) {
  await tick()
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) whereTo(way)?.focus({ preventScroll: true })
}

function takeFocus(panel: HTMLElement) {
  if (panel.matches('[tabindex="-1"]')) panel.focus({ preventScroll: true })
  else panel.querySelector<HTMLElement>(FIELD)?.focus()
}

/**
 * An attachment for a panel that opens within the page: the panel's heading, if that is what it is attached to, else its
 * first field or button takes the focus, and whatever opened it has it again when the panel goes. Called while the panel
 * is made, when its opener still has the focus. Where the panel takes its opener's place both have the same `data-action`.
 * Somebody who went on elsewhere is left there.
 */
export function panelFocus() {
  const opened = wayUp(document.activeElement)
  return (panel: HTMLElement) => {
    const way = opened.length > 0 ? opened : wayUp(panel)
    takeFocus(panel)
    return () => void giveFocus(way)
  }
}

/**
 * To be called before something of a page is moved or taken away by a button in it. What is answered is called afterwards:
 * the button has the focus again, else what is left in its place, the neighbours of the place, or what they lie in.
 */
export function placeFocus(place: Element) {
  const { activeElement } = document
  const beside = [place.nextElementSibling, place.previousElementSibling].filter((one) => one !== null)
  const way = [activeElement ?? place, place, ...beside, ...wayUp(place.parentElement)]
  return () => giveFocus(way)
}
