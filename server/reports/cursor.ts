import { HttpError } from '../http/errors.ts'

/** Where a page ends: the moment it is sorted by (UTC, microseconds; `infinity`), and the number that tells equals apart. */
export interface Cursor {
  value: string
  id: number
}

const WRONG = {
  vi: 'Tham số «after» không phải là dấu trang của danh sách này. Hãy tải lại từ trang đầu.',
  en: 'Parameter “after” is no bookmark of this list. Begin at the first page again.'
}
const MOMENT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3})\d{3}\+00$/

function isMoment(text: string) {
  const [, day, time] = MOMENT.exec(text) ?? []
  // A day that no calendar has would be moved to another by Date, and refused by the database.
  return text === 'infinity' || (day !== undefined && isSame(`${day}T${time}Z`))
}

function isSame(text: string) {
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text && moment.getUTCFullYear() > 0
}

/** The bookmark as it stands in an address. */
export const writeCursor = ({ value, id }: Cursor) => Buffer.from(`${value}|${id}`).toString('base64url')

/** Reads a bookmark. Throws 400 for anything else. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const [value = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|')
  if (!isMoment(value) || !/^\d{1,15}$/.test(id)) throw new HttpError(400, WRONG)
  return { value, id: Number(id) }
}
