import type { z } from 'zod'
import type { deadSpots, Gap, SignalState } from '../../server/coverage/contract.ts'
import { codeOf, KNOWN_AT, SOURCES, VILLAGES } from './ui-fixtures.ts'

const STATES: readonly SignalState[] = [
  'covered',
  'covered',
  'covered',
  'covered',
  'patchy',
  'patchy',
  'covered',
  'patchy',
  'no_signal',
  'no_signal',
  'unknown',
  'covered',
  'unknown'
]

/** Where the villages stand by the national rule. */
export function illustrationDeadSpots(asOf: string): z.output<typeof deadSpots.reply> {
  const villages = VILLAGES.map(([name, kind], index) => ({
    code: codeOf(index),
    name,
    kind,
    provisional: index === 10,
    state: STATES[index] ?? 'unknown',
    point: { lng: 105.87 + index * 0.005, lat: 18.33, from: 'cultural_house' as const },
    missing: STATES[index] === 'unknown' ? [{ kind: 'delivery' as const, operator: 'Nhà mạng C' }] : [],
    reason: null
  }))
  const counts = { no_signal: 2, patchy: 3, covered: 6, unknown: 2 }
  const parameters = { k: 5, d: 100, technologies: ['4G' as const, '5G' as const] }
  return { asOf, knownAt: KNOWN_AT, computedAt: KNOWN_AT, parameters, villages, counts, sources: SOURCES }
}

/** Eight clusters in five villages. */
export function illustrationGaps(): Gap[] {
  return [9, 9, 8, 8, 7, 5, 5, 4].map((village, index) => ({
    id: `gap-${index + 1}`,
    villageCode: codeOf(village),
    villageName: VILLAGES[village]?.[0] ?? null,
    answer: index % 3 === 2 ? 'unknown' : 'no',
    premises: 31 - index * 3,
    households: 31 - index * 3,
    people: index === 5 ? null : 128 - index * 13,
    centre: { lng: 105.88 + index * 0.006, lat: 18.325 + index * 0.003 },
    radiusM: 180,
    culturalHouseM: 640 + index * 210,
    cellSiteM: 1900 - index * 120
  }))
}
