import { dayInVietnam } from '../http/calendar.ts'

/** Days, both included; null: open. */
export interface DayInterval {
  from: string | null
  to: string | null
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** Whether the calendar has this day; 2026-02-30 it has not, nor a year 0. */
function isDay(text: string) {
  if (!DAY.test(text) || text.startsWith('0000')) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** The day in Asia/Ho_Chi_Minh of a day (YYYY-MM-DD) or an RFC 3339 moment; undefined for anything else. */
export function parseInstant(text: string): string | undefined {
  if (isDay(text)) return text
  // A plus sign that nobody encoded reads as a space.
  const moment = text.replace(' ', '+')
  if (!MOMENT.test(moment) || !isDay(moment.slice(0, 10))) return undefined
  const parsed = new Date(moment.toUpperCase())
  const day = Number.isNaN(parsed.getTime()) ? '' : dayInVietnam(parsed)
  return isDay(day) ? day : undefined
}

const parseEnd = (text: string) => (text === '' || text === '..' ? null : parseInstant(text))

/** OGC `datetime`: an instant, or `from/to` with `..` or nothing for an open end; undefined when it is neither. */
export function parseInterval(text: string): DayInterval | undefined {
  const [first = '', second, ...rest] = text.split('/')
  if (rest.length > 0) return undefined
  if (second === undefined) {
    const day = parseInstant(first)
    return day === undefined ? undefined : { from: day, to: day }
  }
  const from = parseEnd(first)
  const to = parseEnd(second)
  if (from === undefined || to === undefined) return undefined
  return from !== null && to !== null && from > to ? undefined : { from, to }
}
