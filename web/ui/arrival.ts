import { getContext, setContext } from 'svelte'

const KEY = Symbol('arrival')

/** Tells the heading of a page when somebody came to it from another one; where a visit began, nobody did. */
export class Arrival {
  readonly #page: () => string
  #seen: string

  /** `page` names the one that is shown, so that it can be followed. */
  constructor(page: () => string) {
    this.#page = page
    this.#seen = page()
  }

  /** Whether the page is another one than when it was last asked. */
  take(): boolean {
    const page = this.#page()
    const isOther = page !== this.#seen
    this.#seen = page
    return isOther
  }
}

/** For the pages below. */
export const setArrival = (arrival: Arrival) => setContext(KEY, arrival)

/**
 * An attachment for the heading of a page: whoever comes from another page is there. What was pressed may be gone, and who
 * reads by ear hears where he is.
 */
export function arrivalFocus() {
  const arrival = getContext<Arrival | undefined>(KEY)
  return (heading: HTMLElement) => {
    if (arrival?.take()) heading.focus()
  }
}
