import type { PlaceVersion } from '../../server/editing/contract.ts'
import type { PlaceForm, PlaceValue } from '../../server/editing/form-contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { writtenValue } from './draft.ts'
import { messages } from './messages.ts'

const DAYS = { valid_from: messages.valid_from, valid_to: messages.valid_to }
/** All that are kept. */
const DIGITS = 15

/** What a field of a form, or a day of validity, is called. */
export const titleOf = (i18n: I18n, { fields }: PlaceForm, name: string): string =>
  i18n.t(fields.find((one) => one.name === name)?.title ?? DAYS[name as keyof typeof DAYS]) // the rest

/** A value as a person reads it; a name that is no field's is a day's. */
export function valueText(i18n: I18n, { fields }: PlaceForm, name: string, value: PlaceValue): string {
  const field = fields.find((one) => one.name === name)
  const choice = field?.values?.find((one) => one.value === value)
  if (choice) return i18n.t(choice.title)
  if (typeof value === 'number') return i18n.number(value, DIGITS)
  if (typeof value === 'boolean') return i18n.t(value ? messages.yes : messages.no)
  if (!field) return value === null ? i18n.t(messages.nothing) : i18n.date(String(value))
  return writtenValue(i18n.locale, field, value) || i18n.t(messages.nothing)
}

/** All that a version says but its shape, by field, in the form's order. */
export const saidBy = ({ values, validFrom, validTo }: PlaceVersion): Record<string, PlaceValue> => ({
  ...values,
  valid_from: validFrom,
  valid_to: validTo
})

/** Of which days a version still holds; where none are left, what it said of them, without a word that would call it current. */
export function validityText(i18n: I18n, version: PlaceVersion): string {
  const { action, holds, undone, validFrom, validTo } = version
  const from = (day: string | null) => (day ? i18n.date(day) : i18n.t(messages.beginning))
  if (action === 'end') return i18n.t(messages.endStated, { from: from(validFrom) })
  if (holds.length === 0) {
    const to = validTo ? i18n.date(validTo) : i18n.t(messages.openEnd)
    return i18n.t(undone ? messages.stated : messages.replaced, { from: from(validFrom), to })
  }
  const spans = holds.map((one) => {
    const to = one.to ? i18n.date(one.to) : i18n.t(messages.noEnd)
    return i18n.t(messages.validity, { from: from(one.from), to })
  })
  return spans.join('; ')
}
