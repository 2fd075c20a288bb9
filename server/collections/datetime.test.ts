import { expect, test } from 'vitest'
import { parseInstant, parseInterval } from './datetime.ts'

test.each([
  ['2026-06-30', '2026-06-30'],
  ['2026-06-30T16:59:59Z', '2026-06-30'],
  ['2026-06-30T17:00:00.5Z', '2026-07-01'],
  ['2026-07-01T00:00:00+07:00', '2026-07-01'],
  ['2026-07-01T00:00:00 07:00', '2026-07-01'],
  ['2024-02-29', '2024-02-29']
])('%s is the day %s in Việt Nam', (text, day) => expect(parseInstant(text)).toBe(day))

test.each([
  '',
  '2026',
  '2026-02-30',
  '2026-6-1',
  '0000-01-01',
  '9999-12-31T20:00:00Z',
  '2026-01-01T25:00:00Z',
  'now'
])('%j is no instant', (text) => expect(parseInstant(text)).toBeUndefined())

test.each([
  ['2026-01-01/2026-02-01', { from: '2026-01-01', to: '2026-02-01' }],
  ['2026-01-01', { from: '2026-01-01', to: '2026-01-01' }],
  ['../2026-02-01', { from: null, to: '2026-02-01' }],
  ['2026-01-01/', { from: '2026-01-01', to: null }],
  ['../..', { from: null, to: null }],
  ['2026-02-01/2026-01-01', undefined],
  ['a/b', undefined],
  ['..', undefined],
  ['2026-01-01/2026-01-02/2026-01-03', undefined]
])('%s is the interval %j', (text, interval) => expect(parseInterval(text)).toEqual(interval))
