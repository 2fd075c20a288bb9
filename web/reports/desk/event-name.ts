import type { z } from 'zod'
import type { StaffEvent } from '../../../server/reports/staff-contract.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { eventMessages, stateMessages } from './state-messages.ts'

const isKnown = (kind: string): kind is keyof typeof eventMessages => kind in eventMessages

/** What an event is called in the history; one that this page does not know by the state that it led to, else its kind. */
export function eventName(i18n: I18n, { kind, toState }: z.infer<typeof StaffEvent>): string {
  if (isKnown(kind)) return i18n.t(eventMessages[kind])
  return toState ? i18n.t(stateMessages[toState]) : kind
}
