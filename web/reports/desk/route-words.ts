import type { I18n, Message } from '../../i18n/i18n.svelte.ts'
import { fieldLabel, valueText } from './conflict-words.ts'
import type { Desk } from './desk.svelte.ts'
import { conflictMessages } from './handling-messages.ts'
import { messages } from './messages.ts'
import type { RouteChange, ToldField } from './route-changes.ts'

/** What an unset field is called. */
const NONE: Partial<Record<ToldField, Message>> = {
  unit: messages.unitNone,
  assignee: messages.nobody,
  description: messages.noText
}

export const toldLabel = (field: ToldField): Message =>
  field === 'description' ? messages.description : fieldLabel(field)

/** A value of a report as its officer reads it; units and people by their names. */
export function toldText(i18n: I18n, desk: Desk, field: ToldField, value: RouteChange['is']): string {
  if (value === null || value === '') return i18n.t(NONE[field] ?? conflictMessages.empty)
  if (field === 'unit' || field === 'assignee' || field === 'description') return String(value)
  return valueText(i18n, desk, field, value)
}
