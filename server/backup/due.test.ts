import { expect, test } from 'vitest'
import { dueAt, stateOf } from './due.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const startedAt = Date.parse('2026-11-01T00:00:00Z')
const weekly = { everyMs: 7 * DAY, startedAt }
const at = (days: number) => new Date(startedAt + days * DAY).toISOString()
const good = (days: number) => ({
  at: at(days),
  file: 'a',
  bytes: 1,
  encrypted: false,
  rows: 1,
  files: 0,
  missingFiles: 0
})
const failed = (days: number) => ({ at: at(days), reason: { vi: '', en: '' } })

test('the first one is due soon after the start, the next a week after the last good one', () => {
  expect(dueAt({ good: null, failed: null }, weekly)).toBe(startedAt + HOUR / 6)
  expect(dueAt({ good: good(3), failed: null }, weekly)).toBe(startedAt + 10 * DAY)
})

test('after a failure it is tried again within the hour, but never before it is due', () => {
  expect(dueAt({ good: good(-7), failed: failed(1) }, weekly)).toBe(startedAt + DAY + HOUR)
  expect(dueAt({ good: good(3), failed: failed(2) }, weekly)).toBe(startedAt + 10 * DAY)
})

test('none is due where it is switched off', () => {
  expect(dueAt({ good: null, failed: null }, { everyMs: null, startedAt })).toBeNull()
})

test.each([
  [{ good: null, failed: null }, 1, 'waiting'],
  [{ good: null, failed: null }, 8, 'late'],
  [{ good: good(0), failed: null }, 7.2, 'ok'],
  [{ good: good(0), failed: null }, 7.6, 'late'],
  [{ good: good(0), failed: failed(1) }, 1, 'failed']
])('%j after %s days is %s', (record, days, state) => {
  expect(stateOf(record, weekly, startedAt + days * DAY)).toBe(state)
})

test('switched off: nothing is late', () => {
  const off = { everyMs: null, startedAt }
  expect(stateOf({ good: null, failed: null }, off, startedAt)).toBe('off')
  expect(stateOf({ good: good(0), failed: null }, off, startedAt + 100 * DAY)).toBe('ok')
})
