/** One stretch of a working day, minutes after midnight in Việt Nam. Weekday 1 is Monday. */
export interface WorkingTime {
  weekday: number
  fromMinute: number
  toMinute: number
}

/** When offices work: the hours of the week, days (YYYY-MM-DD) on which they are closed, weekend days that are worked. */
export interface WorkCalendar {
  times: readonly WorkingTime[]
  closed: ReadonlySet<string>
  worked: ReadonlySet<string>
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
// Việt Nam has no summer time: UTC+7 all year.
const OFFSET_MS = 7 * 3_600_000
/** No rest of offices is as long; a calendar without working times ends here. */
const LONGEST_REST_DAYS = 60
const MONDAY = 1

/** The number of a calendar day in Việt Nam, counted from 1 January 1970. */
const dayNumber = (moment: number) => Math.floor((moment + OFFSET_MS) / DAY_MS)
/** The moment at which a day begins in Việt Nam. */
const startOf = (day: number) => day * DAY_MS - OFFSET_MS
const nameOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1

/** Which weekday's hours a day has: its own, a Monday's when it is worked instead of another, none when offices are closed. */
function hoursOf(calendar: WorkCalendar, day: number): readonly WorkingTime[] {
  const name = nameOf(day)
  const weekday = calendar.worked.has(name) ? MONDAY : weekdayOf(day)
  if (calendar.closed.has(name)) return []
  return calendar.times
    .filter((time) => time.weekday === weekday)
    .sort((one, other) => one.fromMinute - other.fromMinute)
}

/** The stretches of work of a day as moments, in order. */
const spansOf = (calendar: WorkCalendar, day: number) =>
  hoursOf(calendar, day).map(({ fromMinute, toMinute }) => ({
    from: startOf(day) + fromMinute * MINUTE_MS,
    to: startOf(day) + toMinute * MINUTE_MS
  }))

/**
 * The moment at which so many working minutes are over, counted from a moment. The end of a working day is reached on that
 * day, not on the next. Null for a calendar in which nobody works.
 */
export function addWorkingMinutes(calendar: WorkCalendar, from: Date, minutes: number): Date | null {
  let left = minutes * MINUTE_MS
  let idle = 0
  for (let day = dayNumber(from.getTime()); idle < LONGEST_REST_DAYS; day++) {
    const spans = spansOf(calendar, day)
    idle = spans.length > 0 ? 0 : idle + 1
    for (const span of spans) {
      const start = Math.max(span.from, from.getTime())
      if (start > span.to) continue
      if (start + left <= span.to) return new Date(start + left)
      left -= span.to - start
    }
  }
  return null
}

/** Working minutes from one moment until another, whole ones; 0 when the other is not later. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()]
  let worked = 0
  for (let day = dayNumber(start); startOf(day) < end; day++)
    for (const span of spansOf(calendar, day))
      worked += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start))
  return Math.floor(worked / MINUTE_MS)
}

/** A clock of a report: it began at a moment, takes so many working hours, and stood still for so many working minutes. */
export interface ReportClock {
  began: Date
  hours: number
  pausedMinutes: number
}

/** When the time of a clock is over. Null for a calendar in which nobody works. */
export const dueAt = (calendar: WorkCalendar, { began, hours, pausedMinutes }: ReportClock): Date | null =>
  addWorkingMinutes(calendar, began, hours * 60 + pausedMinutes)

const URGENT_HOURS = 4

/** Working hours within which somebody has looked at a new report; `usual`: of its category. */
export const receiveHours = (urgent: boolean, usual: number) =>
  urgent ? Math.min(URGENT_HOURS, usual) : usual
