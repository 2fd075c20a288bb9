import { z } from 'zod'
import { Day, urlCount } from '../http/contract.ts'

const FIRST_YEAR = 2020
const LAST_YEAR = 2099

/** A day of the offices' calendar, of years that anybody plans for. */
const CalendarDay = Day.refine(
  (day) => Number(day.slice(0, 4)) >= FIRST_YEAR && Number(day.slice(0, 4)) <= LAST_YEAR,
  {
    params: {
      vi: `phải từ năm ${FIRST_YEAR} đến ${LAST_YEAR}`,
      en: `must be from ${FIRST_YEAR} to ${LAST_YEAR}`
    }
  }
)
const Name = z.string().trim().min(2).max(100)

const FIELDS = {
  name: Name,
  /** True: a Saturday or Sunday that is worked instead of another day; false: offices are closed. */
  worked: z.boolean(),
  /** True: not announced yet. */
  provisional: z.boolean()
} as const

export const Holiday = z.object({ day: Day, ...FIELDS, version: z.int() })
export type Holiday = z.infer<typeof Holiday>
export type HolidayFields = Omit<Holiday, 'day' | 'version'>

/**
 * The holidays and substitute days of a year (default: this one), and which of this year and the next have no Tết days:
 * their deadlines would run through Tết.
 */
export const listHolidays = {
  path: '/api/staff/holidays',
  query: z.strictObject({ year: urlCount.pipe(z.int().min(FIRST_YEAR).max(LAST_YEAR)).optional() }),
  reply: z.object({ year: z.int(), days: z.array(Holiday), withoutTet: z.array(z.int()) })
} as const

/** Enters a day, or every day until `to` (62 at most). 409: one of them is entered. 422: not a weekend day to be worked. */
export const addHolidays = {
  path: '/api/staff/holidays',
  body: z.strictObject({ day: CalendarDay, to: CalendarDay.optional(), ...FIELDS }),
  reply: z.object({ days: z.array(Holiday) })
} as const

const DayInPath = z.strictObject({ day: CalendarDay })

/** Changes a day. `If-Match: "version"` is required (428). 412: it was changed meanwhile; the body is the day as it is. */
export const changeHoliday = {
  path: '/api/staff/holidays/:day',
  params: DayInPath,
  body: z.strictObject(FIELDS),
  reply: Holiday
} as const

/** Takes a day out; with `If-Match` as for a change. */
export const removeHoliday = {
  path: '/api/staff/holidays/:day',
  params: DayInPath,
  reply: z.object({ removed: z.literal(true) })
} as const
