import type { Times } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'

/** The two times of an answer: what was true on day `asOf`, as far as it was known at `knownAt` (RFC 3339, milliseconds). */
export interface Moment {
  asOf: string
  knownAt: string
}

const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2199-12-31'

/** The calendar day in Viet Nam, YYYY-MM-DD. */
export const today = (now = new Date()) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(now)

/** The day asked about, default today. Throws 400 for a day that no record reaches. */
export function dayOf({ asOf = today() }: Pick<Times, 'asOf'>): string {
  if (asOf < FIRST_DAY || asOf > LAST_DAY)
    throw new HttpError(400, {
      vi: `Tham số «asOf» phải từ ${FIRST_DAY} đến ${LAST_DAY}.`,
      en: `Parameter “asOf” must be from ${FIRST_DAY} to ${LAST_DAY}.`
    })
  return asOf
}
