import type { Figure } from '../../server/plans/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import type { IconName } from '../ui/icons.ts'
import { messages } from './messages.ts'

export interface VerdictLook {
  tone: 'met' | 'not-met' | 'undetermined' | 'no-verdict'
  icon: IconName
}

const LOOKS: Record<NonNullable<Figure['verdict']> | 'none', VerdictLook> = {
  met: { tone: 'met', icon: 'check' },
  not_met: { tone: 'not-met', icon: 'cross' },
  undetermined: { tone: 'undetermined', icon: 'question' },
  none: { tone: 'no-verdict', icon: 'dash' }
}

/** A colour and a shape for each verdict: never colour alone. */
export const lookOf = (verdict: Figure['verdict']): VerdictLook => LOOKS[verdict ?? 'none']

/** The verdict in a word, or why there is none; '' when there is a figure but no target. */
export function verdictText(i18n: I18n, figure: Figure): string {
  if (figure.verdict) return i18n.t(messages.verdicts[figure.verdict])
  return figure.reason ? i18n.t(messages.reasons[figure.reason]) : ''
}
