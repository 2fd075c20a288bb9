import { describe, expect, test } from 'vitest'
import { addWorkingMinutes, dueAt, workingMinutesBetween, type WorkCalendar } from './clock.ts'

const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromMinute: 13 * 60, toMinute: 17 * 60 },
  { weekday, fromMinute: 7 * 60 + 30, toMinute: 11 * 60 + 30 }
])
const calendar: WorkCalendar = {
  times: WEEK,
  closed: new Set(['2026-08-31', '2026-09-01', '2026-09-02']),
  worked: new Set(['2026-08-22'])
}
/** A moment by the clock of Việt Nam. */
const at = (text: string) => new Date(`${text}+07:00`)
const add = (from: string, hours: number) => addWorkingMinutes(calendar, at(from), hours * 60)
const between = (from: string, to: string) => workingMinutesBetween(calendar, at(from), at(to))

describe('adding working hours', () => {
  test('within a morning', () => expect(add('2026-06-01T08:00:00', 2)).toEqual(at('2026-06-01T10:00:00')))
  test('over the noon rest', () => expect(add('2026-06-01T10:30:00', 2)).toEqual(at('2026-06-01T14:00:00')))
  test('at noon the clock stands still', () =>
    expect(add('2026-06-01T12:15:00', 1)).toEqual(at('2026-06-01T14:00:00')))
  test('the end of a working day is reached on that day', () =>
    expect(add('2026-06-01T07:30:00', 8)).toEqual(at('2026-06-01T17:00:00')))
  test('from the evening it begins the next morning', () =>
    expect(add('2026-06-01T22:00:00', 1)).toEqual(at('2026-06-02T08:30:00')))
  test('over a weekend', () => expect(add('2026-06-05T16:00:00', 2)).toEqual(at('2026-06-08T08:30:00')))
  test('from a Sunday', () => expect(add('2026-06-07T09:00:00', 4)).toEqual(at('2026-06-08T11:30:00')))
  test('over holidays with a substitute day', () =>
    expect(add('2026-08-28T16:00:00', 2)).toEqual(at('2026-09-03T08:30:00')))
  test('a Saturday that is worked instead counts', () =>
    expect(add('2026-08-21T16:00:00', 2)).toEqual(at('2026-08-22T08:30:00')))
  test('no time at all is over at once, by the next working moment', () =>
    expect(add('2026-06-01T08:00:00', 0)).toEqual(at('2026-06-01T08:00:00')))
  test('across midnight UTC the day is that of Việt Nam', () =>
    expect(addWorkingMinutes(calendar, new Date('2026-06-01T00:00:00Z'), 60)).toEqual(
      at('2026-06-01T08:30:00')
    ))
  test('where nobody works there is no end', () =>
    expect(addWorkingMinutes({ ...calendar, times: [] }, at('2026-06-01T08:00:00'), 1)).toBeNull())
})

describe('working minutes between moments', () => {
  test('a whole week', () => expect(between('2026-06-01T00:00:00', '2026-06-08T00:00:00')).toBe(5 * 480))
  test('only rest', () => expect(between('2026-06-05T17:00:00', '2026-06-08T07:30:00')).toBe(0))
  test('backwards is none', () => expect(between('2026-06-02T10:00:00', '2026-06-01T10:00:00')).toBe(0))
  test('undoes adding, whatever the moment', () => {
    for (let hour = 0; hour < 24 * 14; hour += 5) {
      const from = new Date(at('2026-08-20T00:10:00').getTime() + hour * 3_600_000)
      const end = addWorkingMinutes(calendar, from, 1234)
      expect(end && workingMinutesBetween(calendar, from, end)).toBe(1234)
    }
  })
})

test('a pause moves the end by the working time that it took', () => {
  const began = at('2026-06-01T08:00:00')
  const pausedMinutes = between('2026-06-01T10:00:00', '2026-06-02T09:00:00')
  expect(pausedMinutes).toBe(420)
  expect(dueAt(calendar, { began, hours: 4, pausedMinutes })).toEqual(at('2026-06-02T11:00:00'))
})
