import type { StaffReport } from '../../../server/reports/staff-contract.ts'
import type { I18n, Message } from '../../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'
import { stateMessages } from './state-messages.ts'

interface RouteChange {
  name: Message
  was: string
  is: string
}

/** What somebody else changed of a point since it was taken along, as far as its officer has to know. */
export function routeChanges(i18n: I18n, taken: StaffReport, latest: StaffReport): RouteChange[] {
  const facts = ({ state, unit, assignee, description }: StaffReport) => [
    { name: messages.state, value: i18n.t(stateMessages[state]) },
    { name: messages.unit, value: unit?.name ?? i18n.t(messages.unitNone) },
    { name: messages.assignee, value: assignee?.name ?? i18n.t(messages.nobody) },
    { name: messages.description, value: description ?? i18n.t(messages.noText) }
  ]
  const now = facts(latest)
  return facts(taken).flatMap(({ name, value }, i) => {
    const is = now[i]?.value ?? ''
    return is === value ? [] : [{ name, was: value, is }]
  })
}
