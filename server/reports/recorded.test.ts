import { expect, test } from 'vitest'
import { recordedAt } from './recorded.ts'

const now = new Date('2026-11-20T08:00:00Z')
const since = new Date('2026-11-18T01:00:00Z')
const told = (written: string, sent: string) => recordedAt({ recordedAt: written, sentAt: sent }, now, since)

test('an answer was written as long before it came as passed on the phone', () => {
  expect(told('2026-11-20T03:10:00Z', '2026-11-20T08:00:00Z')).toEqual(new Date('2026-11-20T03:10:00Z'))
})

test.each([
  ['a day behind', '2026-11-19T03:10:00Z', '2026-11-19T08:00:00Z'],
  ['a day ahead', '2026-11-21T10:10:00+07:00', '2026-11-21T15:00:00+07:00'],
  ['of another century', '1970-01-01T00:00:00Z', '1970-01-01T04:50:00Z']
])('a clock %s tells the same', (_name, written, sent) => {
  expect(told(written, sent)).toEqual(new Date('2026-11-20T03:10:00Z'))
})

test('what cannot be is not kept: written after it was sent, or before the report was given to anybody', () => {
  expect(told('2026-11-20T08:00:01Z', '2026-11-20T08:00:00Z')).toBeNull()
  expect(told('2026-11-17T01:00:00Z', '2026-11-20T08:00:00Z')).toBeNull()
  expect(told('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z')).toBeNull()
})
