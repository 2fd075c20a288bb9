import type { AuditEntry } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { writtenDay } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { ReportDesk } from './desk.ts'
import type { Holiday, HolidayFields } from './holiday-contract.ts'
import { dropHoliday, findHolidays, holdHoliday, insertHolidays, saveHoliday } from './holiday-queries.ts'
import { hasTet } from './tet.ts'

type Desk = Pick<ReportDesk, 'db' | 'audit'>
/** Who does it, and from where. */
type Maker = Pick<AuditEntry, 'actor' | 'from'>

const DAY_MS = 86_400_000
const LONGEST_DAYS = 62

const SPAN = {
  vi: `Ngày cuối phải sau ngày đầu, và mỗi lần nhập nhiều nhất ${LONGEST_DAYS} ngày. Hãy xem lại hai ngày.`,
  en: `The last day must come after the first, ${LONGEST_DAYS} days at most at a time. Check both.`
}
const NONE = {
  vi: 'Ngày này không có trong lịch. Có thể người khác vừa xóa; hãy tải lại trang.',
  en: 'This day is not in the calendar. Somebody may have taken it out; load the page again.'
}

const refuse = (status: number, vi: string, en: string) => new HttpError(status, { vi, en })
const textOf = (date: Date) => date.toISOString().slice(0, 10)
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

/** Every day from one until another. Throws 422 for none and for too many. */
function daysFrom(first: string, last: string): string[] {
  const start = Date.parse(first)
  const count = (Date.parse(last) - start) / DAY_MS + 1
  if (count < 1 || count > LONGEST_DAYS) throw new HttpError(422, SPAN)
  return Array.from({ length: count }, (_, index) => textOf(new Date(start + index * DAY_MS)))
}

/** Throws 422 for a day to be worked on which offices work anyway. */
function requireWeekend(days: readonly string[]) {
  const weekday = days.find((day) => !isWeekend(day))
  if (!weekday) return
  const day = writtenDay(weekday)
  throw refuse(
    422,
    `Ngày ${day} không phải thứ Bảy hay Chủ nhật nên không thể là ngày làm bù. Hãy chọn ngày khác.`,
    `${day} is neither a Saturday nor a Sunday, so it cannot be worked instead of another. Choose another day.`
  )
}

/** Throws 409 where some of the days were entered already. */
function requireNew(days: readonly string[], entered: readonly Holiday[]) {
  const known = days.filter((day) => entered.every((one) => one.day !== day)).map(writtenDay)
  if (known.length === 0) return
  const names = known.join(', ')
  throw refuse(
    409,
    `Đã có trong lịch: ${names}. Không ngày nào được thêm; hãy sửa các ngày ấy trong danh sách.`,
    `Already in the calendar: ${names}. Nothing was added; change those days in the list.`
  )
}

const subjectOf = (day: string) => ({ subject: 'holiday', subjectId: day })
const shown = ({ name, worked, provisional }: HolidayFields) => ({ name, worked, provisional })

/** The days of a year, and which of this year and the next have no Tết days. */
export async function calendarOf(db: Queryable, year: number, thisYear: number) {
  const years = [thisYear, thisYear + 1]
  const [days, near] = await Promise.all([
    findHolidays(db, `${year}-01-01`, `${year}-12-31`),
    findHolidays(db, `${thisYear}-01-01`, `${thisYear + 1}-12-31`)
  ])
  const closed = near.filter(({ worked }) => !worked).map(({ day }) => day)
  return { year, days, withoutTet: years.filter((one) => !hasTet(one, closed)) }
}

/** Enters days, all or none. Throws 409, 422. */
export async function openHolidays(
  { db, audit }: Desk,
  maker: Maker,
  { day, to = day, ...fields }: HolidayFields & { day: string; to?: string | undefined }
): Promise<Holiday[]> {
  const days = daysFrom(day, to)
  if (fields.worked) requireWeekend(days)
  return inTransaction(db, async (client) => {
    const entered = await insertHolidays(client, days, fields)
    requireNew(days, entered)
    const after = { ...shown(fields), days: days.length, to }
    await audit(client, { ...maker, action: 'holiday.add', ...subjectOf(day), after })
    return entered.sort((a, b) => a.day.localeCompare(b.day))
  })
}

/** Changes a day of a version. `outdated`: it has another one by now, and nothing was done. Throws 404, 422. */
export async function alterHoliday(
  { db, audit }: Desk,
  maker: Maker,
  { day, version }: { day: string; version: number },
  fields: HolidayFields
): Promise<{ kind: 'done' | 'outdated'; holiday: Holiday }> {
  if (fields.worked) requireWeekend([day])
  return inTransaction(db, async (client) => {
    const before = await holdHoliday(client, day)
    if (!before) throw new HttpError(404, NONE)
    if (before.version !== version) return { kind: 'outdated', holiday: before }
    const holiday = (await saveHoliday(client, day, fields)) ?? before
    const what = { before: shown(before), after: shown(holiday) }
    await audit(client, { ...maker, action: 'holiday.change', ...subjectOf(day), ...what })
    return { kind: 'done', holiday }
  })
}

/** Takes a day of a version out; `outdated` as above. Throws 404. */
export async function removeHoliday(
  { db, audit }: Desk,
  maker: Maker,
  { day, version }: { day: string; version: number }
): Promise<{ kind: 'done' | 'outdated'; holiday: Holiday }> {
  return inTransaction(db, async (client) => {
    const before = await holdHoliday(client, day)
    if (!before) throw new HttpError(404, NONE)
    if (before.version !== version) return { kind: 'outdated', holiday: before }
    await dropHoliday(client, day)
    await audit(client, { ...maker, action: 'holiday.remove', ...subjectOf(day), before: shown(before) })
    return { kind: 'done', holiday: before }
  })
}
