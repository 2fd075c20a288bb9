import type { Times } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'

/** The two times of an answer: what was true on day `asOf`, as far as it was known at `knownAt` (RFC 3339, milliseconds). */
export interface Moment {
  asOf: string
  knownAt: string
}

const today = (now: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(now)

const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2199-12-31'

/**
 * Defaults: today in Viet Nam, now. `knownAt` is cut to milliseconds, and one in the future is now: nobody knows yet
 * what will be imported, so an answer to it could change. Throws 400 for a day that no record reaches.
 */
export function momentOf({ asOf, knownAt }: Times, now = new Date()): Moment {
  const day = asOf ?? today(now)
  if (day < FIRST_DAY || day > LAST_DAY)
    throw new HttpError(400, {
      vi: `Tham số «asOf» phải từ ${FIRST_DAY} đến ${LAST_DAY}.`,
      en: `Parameter “asOf” must be from ${FIRST_DAY} to ${LAST_DAY}.`
    })
  const known = knownAt ? new Date(Math.min(Date.parse(knownAt), now.getTime())) : now
  return { asOf: day, knownAt: known.toISOString() }
}
