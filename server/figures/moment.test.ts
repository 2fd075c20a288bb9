import { expect, test } from 'vitest'
import { momentOf } from './moment.ts'

const now = new Date('2026-06-30T18:30:00.123Z')

test('today is the calendar day in Viet Nam', () => {
  expect(momentOf({}, now)).toEqual({ asOf: '2026-07-01', knownAt: '2026-06-30T18:30:00.123Z' })
})

test('what is known in the future is what is known now', () => {
  expect(momentOf({ knownAt: '2030-01-01T00:00:00Z' }, now).knownAt).toBe('2026-06-30T18:30:00.123Z')
})

test('cuts the moment of knowledge to milliseconds', () => {
  expect(momentOf({ knownAt: '2026-01-01T07:00:00.123999+07:00' }, now).knownAt).toBe(
    '2026-01-01T00:00:00.123Z'
  )
})

test('refuses a day that no record reaches', () => {
  expect(() => momentOf({ asOf: '0001-01-01' }, now)).toThrow('must be from')
})
