import type { Place, PlaceShape } from '../../server/editing/contract.ts'
import type { PlaceField, PlaceValue, PlaceValues } from '../../server/editing/form-contract.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { readNumber, writeNumber } from '../i18n/read-number.ts'
import { dayText } from '../ui/day-text.ts'

/** A form's texts by field; `GEOMETRY` is the shape as JSON, '' where none is chosen. */
export type PlaceDraft = Record<string, string>
export const GEOMETRY = 'geometry'

const PART = '; '

/** A value as a form writes it. */
export function writtenValue(locale: Locale, field: PlaceField, value: PlaceValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return writeNumber(locale, value)
  if (Array.isArray(value)) return value.join(PART)
  return field.type === 'date' ? dayText(String(value)) : String(value)
}

export const isNumber = ({ type }: PlaceField) => type === 'integer' || type === 'number'

/** A form's text as the server takes it; what is no number goes as it is, for the server's own sentence. */
export function readValue(locale: Locale, field: PlaceField, text: string): PlaceValue {
  const clean = text.trim()
  if (clean === '') return null
  if (field.type === 'boolean') return clean === 'true'
  if (field.type === 'text[]') return clean.split(';').map((part) => part.trim())
  const number = isNumber(field) ? readNumber(locale, clean) : undefined
  return typeof number === 'number' ? number : clean
}

/** What the form of a place begins with; of a new one everything is empty. */
export function draftOf(locale: Locale, fields: readonly PlaceField[], place: Place | null): PlaceDraft {
  const texts = fields.map((field) => [field.name, writtenValue(locale, field, place?.values[field.name])])
  return { ...Object.fromEntries(texts), [GEOMETRY]: place ? JSON.stringify(place.geometry) : '' }
}

/** The fields that were written otherwise than they were read. */
export const changedFields = (fields: readonly PlaceField[], base: PlaceDraft, draft: PlaceDraft) =>
  fields.filter(({ name }) => draft[name] !== base[name])

/** What must be stated because of what was written now in another field. */
export function isAskedFor({ statedWhere }: PlaceField, base: PlaceDraft, draft: PlaceDraft): boolean {
  if (!statedWhere) return false
  const text = draft[statedWhere.field] ?? ''
  const isNew = text !== base[statedWhere.field]
  return isNew && new RegExp(statedWhere.says, 'iu').test(text.normalize('NFC'))
}

/** Their values. */
export const valuesOf = (locale: Locale, fields: readonly PlaceField[], draft: PlaceDraft): PlaceValues =>
  Object.fromEntries(fields.map((field) => [field.name, readValue(locale, field, draft[field.name] ?? '')]))

/** The shape of a draft; null: none is chosen. */
export const shapeOf = (draft: PlaceDraft): PlaceShape | null =>
  draft[GEOMETRY] ? (JSON.parse(draft[GEOMETRY]) as PlaceShape) : null // written by this page alone

/** The point of a draft; null: it has another shape, or none. */
export function pointOf(draft: PlaceDraft): { lng: number; lat: number } | null {
  const shape = shapeOf(draft)
  if (shape?.type !== 'Point') return null
  const [lng, lat] = shape.coordinates
  return typeof lng === 'number' && typeof lat === 'number' ? { lng, lat } : null
}
