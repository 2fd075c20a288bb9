import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Localized } from '../collections/contract.ts'
import { projectRoot } from '../root.ts'

const DIRECTORY = join(projectRoot, 'data', 'reports')

const Category = z.strictObject({
  code: z.string().regex(/^[a-z_]{1,50}$/),
  name: Localized,
  theme: z.enum(['waste', 'traffic', 'other']),
  sensitive: z.boolean(),
  urgent: z.boolean(),
  resolveHours: z.int().positive(),
  /** At most as far as a search by box reaches. */
  duplicateRadiusM: z.int().positive().max(200),
  duplicateDays: z.int().positive()
})

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const Holidays = z.strictObject({
  note: z.string(),
  workingTimes: z.strictObject({
    /** 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)),
    times: z.array(z.tuple([Clock, Clock]))
  }),
  holidays: z.array(
    z.strictObject({
      day: z.iso.date(),
      name: z.string(),
      /** A weekend day that is worked instead of another. */
      worked: z.boolean(),
      /** Not announced yet. */
      provisional: z.boolean()
    })
  )
})

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The categories of reports, in the order in which they are offered, and the offices' calendar; `sha256` of both files. */
export async function readReportFiles() {
  const names = ['categories.json', 'holidays.json']
  const [categories = '', holidays = ''] = await Promise.all(
    names.map((name) => readFile(join(DIRECTORY, name), 'utf8'))
  )
  const calendar = Holidays.parse(JSON.parse(holidays))
  const { weekdays, times } = calendar.workingTimes
  return {
    categories: z.array(Category).parse(JSON.parse(categories)),
    holidays: calendar.holidays,
    workingTimes: weekdays.flatMap((weekday) =>
      times.map(([from, to]) => ({ weekday, fromMinute: minuteOf(from), toMinute: minuteOf(to) }))
    ),
    sha256: createHash('sha256').update(categories).update('\0').update(holidays).digest('hex')
  }
}
