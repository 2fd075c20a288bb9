import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// The calendar that is shipped, against article 112 of the labour code: computed here from the moon and the weekdays.

interface Day {
  day: string
  name: string
  worked: boolean
  provisional: boolean
}

const file = new URL('../../data/reports/holidays.json', import.meta.url)
// What the file is, its reader checks at the first start.
const { holidays, workingTimes } = JSON.parse(readFileSync(file, 'utf8')) as {
  holidays: Day[]
  workingTimes: { weekdays: number[]; times: [string, string][] }
}
const closed = new Set(holidays.filter(({ worked }) => !worked).map(({ day }) => day))
const worked = holidays.filter((day) => day.worked)
const YEARS = [2025, 2026, 2027]

const DAY_MS = 86_400_000
const nameOf = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const shifted = (day: string, by: number) => nameOf(Date.parse(day) + by * DAY_MS)
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())
const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric'
})

/** The day of a year that is day d of month m by the moon. In these years new moons fall on one day in Hà Nội and Beijing. */
function byMoon(year: number, month: number, day: number) {
  for (let moment = Date.UTC(year, 0, 15); moment < Date.UTC(year, 5, 30); moment += DAY_MS)
    if (lunar.format(moment) === `${month}/${day}`) return nameOf(moment)
  throw new Error(`${year} has no day ${day} of month ${month}.`)
}

/** A holiday on a weekend is made up for on the next working day that is no holiday itself. */
function withSubstitutes(days: readonly string[]) {
  const all = new Set(days)
  for (const day of [...days].sort().filter(isWeekend)) {
    let next = day
    while (isWeekend(next) || all.has(next)) next = shifted(next, 1)
    all.add(next)
  }
  return all
}

describe.each(YEARS)('%i', (year) => {
  const tet = byMoon(year, 1, 1)

  test('Tết: five days in a row around the first of the year, with substitutes for those on a weekend', () => {
    // Where the first days are working days the offices begin earlier; four ways are known, one of them is there.
    const ways = [-3, -2, -1, 0].map((first) => [0, 1, 2, 3, 4].map((by) => shifted(tet, first + by)))
    const fits = ways.some((days) =>
      [...withSubstitutes(days)].every((day) => closed.has(day) || isWeekend(day))
    )
    expect(closed.has(tet) || isWeekend(tet)).toBe(true)
    expect(fits).toBe(true)
  })

  test('every other day of the law is there, or made up for', () => {
    const fixed = ['01-01', '04-30', '05-01', '09-02'].map((day) => `${year}-${day}`)
    const law = withSubstitutes([...fixed, byMoon(year, 3, 10)])
    expect([...law].filter((day) => !closed.has(day) && !isWeekend(day))).toEqual([])
    // The national day takes a day before or after besides.
    expect([`${year}-09-01`, `${year}-09-03`].some((day) => closed.has(day))).toBe(true)
  })

  test('a working day that is off beyond the law is worked on a weekend day', () => {
    const own = [...closed].filter((day) => day.startsWith(String(year)) && !isWeekend(day))
    const tetDays = own.filter((day) => Math.abs(Date.parse(day) - Date.parse(tet)) < 8 * DAY_MS)
    const law = withSubstitutes([
      ...['01-01', '04-30', '05-01', '09-02', '11-24'].map((day) => `${year}-${day}`),
      byMoon(year, 3, 10)
    ])
    const beyond = own.filter((day) => !law.has(day) && !tetDays.includes(day))
    // One day of these is the second of the national day.
    expect(beyond.length - 1).toBe(worked.filter(({ day }) => day.startsWith(String(year))).length)
    expect(tetDays.length).toBe(5)
  })
})

test('a day that is worked instead is one of a weekend, and names the day that is off for it', () => {
  for (const { day, name } of worked) {
    const [, date = '', month = '', year = ''] = /ngày (\d\d)\/(\d{1,2})\/(\d{4})/.exec(name) ?? []
    expect([day, isWeekend(day)]).toEqual([day, true])
    expect(closed.has(`${year}-${month.padStart(2, '0')}-${date}`)).toBe(true)
  }
})

test('what nobody has announced is marked: all of 2027, and 24 November', () => {
  for (const { day, provisional } of holidays)
    expect([day, provisional]).toEqual([day, day.startsWith('2027') || day.endsWith('-11-24')])
})

test('a working day, from Monday to Friday, has eight hours', () => {
  const hours = workingTimes.times.map(
    ([from, to]) => (Date.parse(`2026-01-05T${to}Z`) - Date.parse(`2026-01-05T${from}Z`)) / 3_600_000
  )

  expect(workingTimes.weekdays).toEqual([1, 2, 3, 4, 5])
  expect(hours).toEqual([4, 4])
})
