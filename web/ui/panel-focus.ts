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
  const left = around.filter((element) => element.isConnected)
  const again = action && left[0]?.querySelector<HTMLElement>(`[data-action="${action}"]`)
  return again || (left[0]?.querySelector<HTMLElement>(FOCUSABLE) ?? null)
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
    return () =>
      void tick().then(() => {
        const { activeElement } = document
        if (!activeElement || activeElement === document.body) whereTo(way)?.focus({ preventScroll: true })
      })
  }
}
