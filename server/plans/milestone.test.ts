import { expect, test } from 'vitest'
import type { Target } from './contract.ts'
import { applicableTarget, dueDay } from './milestone.ts'

const target = (year: number, quarter: number | null, value: number): Target => ({
  year,
  quarter,
  value,
  comparator: '>=',
  stretch: null,
  leadUnit: null,
  note: null
})
const milestones = [target(2026, null, 90), target(2026, 2, 50), target(2026, 3, 70)]

test('is due at the end of its quarter or year', () => {
  expect(dueDay(target(2026, 2, 0))).toBe('2026-06-30')
  expect(dueDay(target(2026, null, 0))).toBe('2026-12-31')
})

test('the milestone due on the day itself still applies', () => {
  expect(applicableTarget(milestones, '2026-06-30')?.value).toBe(50)
})

test('the day after, the next one does', () => {
  expect(applicableTarget(milestones, '2026-07-01')?.value).toBe(70)
})

test('after the last one the last one stays', () => {
  expect(applicableTarget(milestones, '2031-01-01')?.value).toBe(90)
})

test('without milestones there is no target', () => {
  expect(applicableTarget([], '2026-01-01')).toBeNull()
})
