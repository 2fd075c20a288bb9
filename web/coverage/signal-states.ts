import type { SignalState } from '../../server/coverage/contract.ts'
import type { IconName } from '../ui/icons.ts'

interface StateLook {
  tone: 'met' | 'not-met' | 'undetermined' | 'warning'
  icon: IconName
}

/** A colour and a shape for each state, worst first. */
export const STATE_LOOKS: Readonly<Record<SignalState, StateLook>> = {
  no_signal: { tone: 'not-met', icon: 'cross' },
  patchy: { tone: 'warning', icon: 'warning' },
  unknown: { tone: 'undetermined', icon: 'question' },
  covered: { tone: 'met', icon: 'signal' }
}
