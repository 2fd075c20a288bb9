import type { IndicatorAnswer } from '../../server/plans/contract.ts'

/** How the picker groups indicators, what needs attention first. */
const GROUPS = ['not_met', 'undetermined', 'met', 'none'] as const
export type Group = (typeof GROUPS)[number]

/** `none`: without target or without a figure to hold against it. */
const groupOf = ({ commune: { figure } }: IndicatorAnswer): Group =>
  figure.reason === null ? (figure.verdict ?? 'none') : 'none'

/** The groups that have indicators, each in the order in which the server lists them. */
export function groupIndicators(indicators: readonly IndicatorAnswer[]) {
  return GROUPS.map((group) => ({
    group,
    indicators: indicators.filter((indicator) => groupOf(indicator) === group)
  })).filter(({ indicators }) => indicators.length > 0)
}
