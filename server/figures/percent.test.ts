import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test('is the number as a plan writes it', () => {
  expect(percent(999, 1000)).toBe(99.9)
  expect(percent(7, 100)).toBe(7)
})

test('of nothing there is none', () => {
  expect(percent(0, 0)).toBeNull()
})
