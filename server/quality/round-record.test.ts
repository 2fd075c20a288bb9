import { expect, test } from 'vitest'
import type { QualityCheck } from './contract.ts'
import type { RoundFinding, Snapshot } from './round-queries.ts'
import { compareSnapshots } from './round-record.ts'

const open = (key: string): RoundFinding => ({
  ...{ key, kind: 'gap', accepted: false, vi: key, en: key },
  ...{ reason: null, on: null, by: null, geometry: null }
})
/** As kept by rounds that were closed before reasons were. */
const accepted = (key: string): RoundFinding => ({ ...open(key), accepted: true })
const withReason = (key: string): RoundFinding => ({
  ...accepted(key),
  ...{ reason: 'Đất rừng phòng hộ', on: '2026-11-01', by: 'Phạm Thị Quy' }
})
const snapshot = (...findings: RoundFinding[]): Snapshot => ({
  checks: [{ kind: 'gap', found: findings.length, reason: null }],
  findings
})
const keysOf = (lines: readonly { key: string }[]) => lines.map(({ key }) => key)

test('what was found at one end only is mended or new, what was at both remains unless it is accepted', () => {
  const start = snapshot(open('mended'), open('remaining'), open('accepted'))
  const end = snapshot(open('remaining'), withReason('accepted'), open('added'))

  const record = compareSnapshots(start, end)

  expect([record.mended, record.accepted, record.remaining, record.added].map(keysOf)).toEqual([
    ['mended'],
    ['accepted'],
    ['remaining'],
    ['added']
  ])
  expect(record.accepted[0]?.accepted).toEqual({
    ...{ reason: 'Đất rừng phòng hộ', on: '2026-11-01', by: 'Phạm Thị Quy' }
  })
  expect(record.counts.find(({ kind }) => kind === 'gap')).toMatchObject({
    ...{ start: 3, end: 3, mended: 1, accepted: 1, added: 1 }
  })
})

test('what was accepted before the round is told where its reason was kept, else only what was accepted in it', () => {
  const later = compareSnapshots(snapshot(withReason('before')), snapshot(withReason('before')))
  const earlier = compareSnapshots(
    snapshot(accepted('before'), open('in it')),
    snapshot(accepted('before'), accepted('in it'))
  )

  expect(keysOf(later.accepted)).toEqual(['before'])
  expect(earlier.accepted.map(({ key, accepted }) => [key, accepted])).toEqual([['in it', null]])
  expect(earlier.remaining).toEqual([])
})

test('what could not be looked at on one end is neither mended nor new', () => {
  const unknown: QualityCheck = { kind: 'gap', found: null, accepted: null, reason: 'no_border' }

  const record = compareSnapshots(snapshot(open('a')), { checks: [unknown], findings: [] })

  expect(record.mended).toEqual([])
  expect(record.counts.find(({ kind }) => kind === 'gap')).toMatchObject({
    ...{ start: 1, end: null, endReason: 'no_border', mended: null, added: null }
  })
})
