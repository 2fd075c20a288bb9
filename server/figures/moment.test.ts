import { expect, test } from 'vitest'
import { dayOf, today } from './moment.ts'

test('today is the calendar day in Viet Nam', () => {
  expect(today(new Date('2026-06-30T16:59:59.999Z'))).toBe('2026-06-30')
  expect(today(new Date('2026-06-30T17:00:00.000Z'))).toBe('2026-07-01')
})

test.each(['0001-01-01', '1899-12-31', '2200-01-01'])('refuses %s, a day that no record reaches', (asOf) => {
  expect(() => dayOf({ asOf })).toThrow('must be from')
})

test('the first and the last day are taken', () => {
  expect([dayOf({ asOf: '1900-01-01' }), dayOf({ asOf: '2199-12-31' })]).toEqual(['1900-01-01', '2199-12-31'])
})
