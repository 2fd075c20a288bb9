import type { Queryable } from '../db/pool.ts'
import type { WorkCalendar, WorkingTime } from './clock.ts'

const FRESH_MS = 60_000

const CALENDAR = `
  select coalesce((select json_agg(json_build_object('weekday', weekday, 'fromMinute', from_minute, 'toMinute', to_minute))
                     from working_time), '[]') as times,
         coalesce((select json_agg(to_char(day, 'YYYY-MM-DD')) from holiday where not worked and not removed), '[]') as closed,
         coalesce((select json_agg(to_char(day, 'YYYY-MM-DD')) from holiday where worked and not removed), '[]') as worked`

interface CalendarRow {
  times: WorkingTime[]
  closed: string[]
  worked: string[]
}

/** The offices' calendar as the database has it, read again after a minute. */
export function openCalendar(db: Queryable): () => Promise<WorkCalendar> {
  let known: { calendar: WorkCalendar; readAt: number } | undefined
  return async () => {
    if (known && performance.now() - known.readAt < FRESH_MS) return known.calendar
    const { rows } = await db.query<CalendarRow>(CALENDAR)
    const { times = [], closed = [], worked = [] } = rows[0] ?? {}
    const calendar = { times, closed: new Set(closed), worked: new Set(worked) }
    // A calendar that is not loaded yet is asked for again at once.
    known = times.length > 0 ? { calendar, readAt: performance.now() } : undefined
    return calendar
  }
}
