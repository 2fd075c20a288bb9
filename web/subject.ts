import type { IndicatorAnswer } from '../server/plans/contract.ts'
import type { DeadSpots } from './coverage/api.ts'
import type { Message } from './i18n/i18n.svelte.ts'
import { messages } from './messages.ts'
import type { PageState } from './page-state.svelte.ts'
import { messages as planMessages } from './plans/messages.ts'

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

/** What the screen says while an answer is asked for and an earlier one is shown; null otherwise. */
export function waitingFor({
  figures,
  deadSpots,
  before,
  isDeadSpots,
  comparedDay
}: PageState): Message | null {
  const asked = isDeadSpots ? deadSpots : figures
  if (asked.loading && asked.value) return messages.loadingDay
  return before.loading && !comparedDay ? planMessages.comparing : null
}
