import type { Verdict } from '../plans/contract.ts'

/** Proven bounds of a figure, in its own unit; `open`: something counts that the bounds do not know of. */
export interface Bounds {
  low: number | null
  high: number | null
  open: boolean
}

/** `met` when even the lower bound reaches the target, `not_met` when not even the upper one does. Null without a target. */
export function verdictOf({ low, high, open }: Bounds, target: number | null): Verdict | null {
  if (target === null) return null
  if (low === null || high === null || open) return 'undetermined'
  if (low >= target) return 'met'
  return high < target ? 'not_met' : 'undetermined'
}
