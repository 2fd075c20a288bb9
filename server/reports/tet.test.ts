import { expect, test } from 'vitest'
import { hasTet } from './tet.ts'

test('a year has its Tết days when offices are closed in their weeks', () => {
  expect(hasTet(2026, ['2026-01-01', '2026-02-16'])).toBe(true)
})

test('New Year’s Day and another year’s Tết are not enough', () => {
  expect(hasTet(2027, ['2027-01-01', '2026-02-16', '2027-04-15'])).toBe(false)
})
