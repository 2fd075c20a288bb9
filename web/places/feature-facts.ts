import type { I18n } from '../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'

type Properties = Readonly<Record<string, unknown>>

/** The name that a feature goes by; null when it has none. */
export function titleOf({ name, place }: Properties): string | null {
  const title = name ?? place
  return typeof title === 'string' && title !== '' ? title : null
}

/** Facts that a plan asks about: that nobody knows them is worth a line. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  cultural_houses: ['wifi', 'wifi_checked_on'],
  institutions: ['line_mbps', 'line_checked_on'],
  relics: ['rank', 'decision_number']
}

export interface Fact {
  column: string
  name: string
  value: string
  isKnown: boolean
}

/**
 * What is recorded of it, in words; columns that this screen has no words for are left out. `isWhole`: these are all its
 * properties, so that what is absent is not known to anybody; of a tile's part nothing can be said.
 */
export function factsOf(i18n: I18n, collection: string, properties: Properties, isWhole = true): Fact[] {
  const asked = isWhole ? (ASKED[collection] ?? []) : []
  return Object.entries(messages.facts).flatMap(([column, title]): Fact[] => {
    const value = properties[column]
    const name = i18n.t(title)
    if (value !== undefined && value !== null && value !== '')
      return [{ column, name, value: valueText(i18n, value), isKnown: true }]
    return asked.includes(column) ? [{ column, name, value: i18n.t(messages.notKnown), isKnown: false }] : []
  })
}

function valueText(i18n: I18n, value: unknown): string {
  if (typeof value === 'number') return i18n.number(value)
  if (Array.isArray(value)) return value.map((item) => valueText(i18n, item)).join(', ')
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
