/** From when until when a feature holds: days, the later one excluded; null: without an end on that side. */
export interface Validity {
  valid_from: string | null
  valid_to: string | null
}

/** Whether it holds on that day (`YYYY-MM-DD`). */
export const isInForce = ({ valid_from, valid_to }: Validity, day: string): boolean =>
  (valid_from === null || valid_from <= day) && (valid_to === null || day < valid_to)
