import type { ReportState } from '../../../server/reports/contract.ts'
import type { I18n, Message } from '../../i18n/i18n.svelte.ts'
import type { ChangedField, FieldValue } from './conflict.ts'
import type { Desk } from './desk.svelte.ts'
import { conflictMessages } from './handling-messages.ts'
import { messages } from './messages.ts'
import { stateMessages } from './state-messages.ts'
import { categoryName } from './words.ts'

const LABELS: Record<ChangedField, Message> = {
  state: messages.state,
  category: messages.category,
  place: messages.place,
  urgent: messages.urgent,
  sensitive: messages.sensitive,
  publicText: messages.publicText,
  unit: messages.unit,
  assignee: messages.assignee,
  approval: conflictMessages.approval,
  reason: messages.reason,
  handedTo: messages.handedTo,
  files: conflictMessages.files,
  boxes: conflictMessages.boxes
}

export const fieldLabel = (field: ChangedField): Message => LABELS[field]

/** A field's value as it is read on the screen. */
export function valueText(i18n: I18n, desk: Desk, field: ChangedField, value: FieldValue): string {
  if (field === 'unit') return unitText(i18n, desk, value)
  if (field === 'assignee') return personText(i18n, desk, value)
  if (value === null || value === '') return i18n.t(conflictMessages.empty)
  if (typeof value === 'boolean') return i18n.t(value ? conflictMessages.yes : conflictMessages.no)
  if (field === 'state') return i18n.t(stateMessages[value as ReportState]) // a report's own state
  if (field === 'category') return categoryName(i18n, desk.data.categories.value, String(value))
  if (Array.isArray(value)) return i18n.t(messages.boxes, { n: value.length })
  if (typeof value === 'object' && 'lat' in value && 'lng' in value)
    return `${Number(value.lat).toFixed(6)}, ${Number(value.lng).toFixed(6)}`
  return String(value)
}

/** What the lists do not name any more is named by the reports that are known. */
function unitText(i18n: I18n, desk: Desk, value: FieldValue) {
  const { current, base } = desk.handling.conflict ?? {}
  const known = [...(desk.data.units.value ?? []), current?.unit, base?.unit]
  return known.find((unit) => unit?.id === value)?.name ?? i18n.t(messages.unitNone)
}

function personText(i18n: I18n, desk: Desk, value: FieldValue) {
  const { current, base } = desk.handling.conflict ?? {}
  const colleague = desk.data.colleagues.value?.find(({ accountId }) => accountId === value)
  const known = [current?.assignee, base?.assignee].find((person) => person?.id === value)
  return colleague?.name ?? known?.name ?? i18n.t(messages.nobody)
}
