import type { IndicatorAnswer } from '../server/plans/contract.ts'
import type { DeadSpots } from './coverage/api.ts'
import type { PageState } from './page-state.svelte.ts'

/** What the colours of the map speak of; pictures, paper and files speak of the same. */
export type Subject =
  | { kind: 'figure'; answer: IndicatorAnswer }
  /** The figure on its own day against the figure of `day`. */
  | { kind: 'change'; answer: IndicatorAnswer; before: IndicatorAnswer; day: string }
  | { kind: 'signal'; answer: DeadSpots }

/** null while the answer is still to come, or when the address names an indicator that there is not. */
export function subjectOf(page: PageState): Subject | null {
  const { answer, beforeAnswer, compare, deadSpots } = page
  if (page.isDeadSpots) return deadSpots.value ? { kind: 'signal', answer: deadSpots.value } : null
  if (!answer) return null
  const isCompared = compare !== undefined && beforeAnswer !== undefined && answer.unit === 'percent'
  return isCompared
    ? { kind: 'change', answer, before: beforeAnswer, day: compare }
    : { kind: 'figure', answer }
}
