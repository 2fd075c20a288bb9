import type { Figure, Verdict } from '../../server/figures/contract.ts'
import type { Target } from '../../server/plans/contract.ts'
import { SOURCES } from './ui-fixtures.ts'

function verdictOf(low: number, high: number, target: number | undefined): Verdict | null {
  if (target === undefined) return null
  return low >= target ? 'met' : high < target ? 'not_met' : 'undetermined'
}

/** People or places by answer. */
export interface Counts {
  yes: number
  unknown: number
  total: number
  /** People at the edge of the maps. */
  edge?: number
}

/** A figure with bounds and verdict from counts. */
export function figure(
  { yes, unknown, total, edge = 0 }: Counts,
  target: number | undefined,
  extra: Partial<Figure>
): Figure {
  const percent = (part: number) => (100 * part) / total
  const low = percent(yes - edge)
  const high = percent(Math.min(total, yes + unknown + edge))
  return {
    numerator: yes,
    unknown,
    denominator: total,
    low,
    value: percent(yes),
    high,
    basis: 'premises',
    threshold: { technology: null, level: null },
    verdict: verdictOf(low, high, target),
    stretchVerdict: null,
    missing: [],
    sources: SOURCES,
    reason: null,
    ...extra
  }
}

/** No figure, and why. */
export const absent = (reason: NonNullable<Figure['reason']>, missing: Figure['missing'] = []): Figure => ({
  numerator: null,
  unknown: null,
  denominator: null,
  low: null,
  value: null,
  high: null,
  basis: 'none',
  threshold: { technology: null, level: null },
  verdict: null,
  stretchVerdict: null,
  missing,
  sources: [],
  reason
})

/** A target of the year 2026. */
export const targetOf = (value: number, stretch: number | null = null): Target => ({
  year: 2026,
  quarter: null,
  comparator: '>=',
  value,
  stretch,
  leadUnit: 'Phòng Văn hóa - Xã hội',
  note: null
})
