import type { Verdict } from './contract.ts'

/** Proven bounds of a figure, in its own unit; null: there is no figure. */
export interface Bounds {
  low: number | null
  high: number | null
}

/** `met` when even the lower bound reaches the target, `not_met` when not even the upper one does. Null without a target. */
export function verdictOf({ low, high }: Bounds, target: number | null): Verdict | null {
  if (target === null) return null
  if (low === null || high === null) return 'undetermined'
  if (low >= target) return 'met'
  return high < target ? 'not_met' : 'undetermined'
}
