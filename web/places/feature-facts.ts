import type { I18n } from '../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'

type Properties = Readonly<Record<string, unknown>>

/** The name that a feature goes by; null when it has none. */
export function titleOf({ name, place }: Properties): string | null {
  const title = name ?? place
  return typeof title === 'string' && title !== '' ? title : null
}

/** What its tile says of it, in words; columns that this screen has no words for are left out. */
export function factsOf(i18n: I18n, properties: Properties): { name: string; value: string }[] {
  return Object.entries(messages.facts).flatMap(([column, name]) => {
    const value = properties[column]
    return value === undefined || value === null || value === ''
      ? []
      : [{ name: i18n.t(name), value: valueText(i18n, value) }]
  })
}

function valueText(i18n: I18n, value: unknown): string {
  if (typeof value === 'number') return i18n.number(value)
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return i18n.date(text)
  const known = Object.entries(messages.values).find(([word]) => word === text)
  return known
    ? i18n.t(known[1])
    : text
        .replace(/^[{[]|[}\]]$/g, '')
        .replaceAll('"', '')
        .replaceAll(',', ', ')
}
