import type { Desk } from './desk.svelte.ts'

/** The id of the field that searches. */
const SEARCH = 'inbox-search'

const rowsOf = () => [...document.querySelectorAll<HTMLElement>('#inbox-list [data-report]')]

/** The row on which the keys work: the one that has the focus, else the one that is open. */
function currentRow(rows: readonly HTMLElement[], open: string | undefined) {
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
  return at >= 0 ? at : rows.findIndex((row) => row.dataset['report'] === open)
}

/** Keys mean letters where somebody writes. */
const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('select, textarea, [contenteditable]') ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox'))

function move(desk: Desk, step: 1 | -1) {
  const rows = rowsOf()
  const at = currentRow(rows, desk.address.values.report)
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  // Where a report is open beside the list, it follows.
  if (desk.address.values.report && next?.dataset['report']) desk.open(next.dataset['report'])
}

function select(desk: Desk) {
  const rows = rowsOf()
  const id = rows[currentRow(rows, desk.address.values.report)]?.dataset['report']
  if (id) desk.inbox.toggle(id)
}

function receive({ handling }: Desk) {
  const { report } = handling
  // A refusal stands where pressing the button would put it.
  if (report?.actions.includes('receive'))
    document.querySelector<HTMLElement>('[data-action="receive"]')?.click()
}

/** Out of the search, which empties itself: the keys are the list's again, nothing else closes. */
function leaveSearch(search: HTMLElement, open: string | undefined) {
  search.blur()
  const rows = rowsOf()
  ;(rows[currentRow(rows, open)] ?? rows[0])?.focus()
}

/**
 * The keys of the inbox: j and k move, x selects, r receives what is open, / searches, Esc leaves the search
 * or closes (`onclose`). Enter is a
 * button's own.
 */
export function takeInboxKey(desk: Desk, event: KeyboardEvent, onclose: () => Promise<void>) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (document.querySelector('dialog[open]')) return
  const search = document.getElementById(SEARCH)
  if (event.key === 'Escape' && search && event.target === search)
    return leaveSearch(search, desk.address.values.report)
  if (event.key === 'Escape' && !desk.handling.form && !desk.handling.conflict) return void onclose()
  if (isWriting(event.target)) return
  if (event.key === 'j') move(desk, 1)
  else if (event.key === 'k') move(desk, -1)
  else if (event.key === 'x') select(desk)
  else if (event.key === 'r') receive(desk)
  else if (event.key === '/') search?.focus()
  else return
  event.preventDefault()
}
