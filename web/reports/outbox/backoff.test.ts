import { expect, test } from 'vitest'
import { retryAfterMs, waitBefore } from './backoff.ts'

test('out of reach, the next attempt comes within 5 s however often it failed', () => {
  const waits = Array.from({ length: 30 }, (_, attempt) => waitBefore('away', attempt, 0, 1))
  expect(Math.max(...waits)).toBeLessThan(5000)
})

test('a busy server is asked ever more rarely, and not before the time it named', () => {
  expect(waitBefore('busy', 0, 0, 0)).toBe(500)
  expect(waitBefore('busy', 20, 0, 0)).toBe(30_000)
  expect(waitBefore('busy', 0, 30_000, 0)).toBeGreaterThanOrEqual(30_000)
})

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-11-22T05:00:00Z')
  expect(retryAfterMs('12', now)).toBe(12_000)
  expect(retryAfterMs('Sun, 22 Nov 2026 05:00:30 GMT', now)).toBe(30_000)
  expect(retryAfterMs('soon', now)).toBe(0)
  expect(retryAfterMs(null, now)).toBe(0)
})
