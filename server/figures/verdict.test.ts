import { expect, test } from 'vitest'
import { verdictOf } from './verdict.ts'

const bounds = (low: number, high: number) => ({ low, high })

test('is met exactly from the lower bound on', () => {
  expect(verdictOf(bounds(90, 95), 90)).toBe('met')
  expect(verdictOf(bounds(89.99999999999999, 95), 90)).toBe('undetermined')
})

test('is not met exactly below the upper bound', () => {
  expect(verdictOf(bounds(10, 90), 90)).toBe('undetermined')
  expect(verdictOf(bounds(10, 89.99999999999999), 90)).toBe('not_met')
})

test('is undetermined where there is no figure', () => {
  expect(verdictOf({ low: null, high: null }, 90)).toBe('undetermined')
})

test('there is none without a target', () => {
  expect(verdictOf(bounds(95, 100), null)).toBeNull()
})
