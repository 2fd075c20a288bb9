import { z } from 'zod'
import { GEOMETRY_TYPES, Localized } from '../collections/contract.ts'

// What staff are asked of a place, collection by collection, and what their answers may be.

/** A value of a field: text, number, yes or no, list, or null where it is not known. Days are `YYYY-MM-DD`. */
export const PlaceValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(50),
  z.null()
])
export type PlaceValue = z.infer<typeof PlaceValue>
export const PlaceValues = z.record(z.string().max(60), PlaceValue)
export type PlaceValues = z.infer<typeof PlaceValues>

/** One field of the form of a collection, from the registry. */
export const PlaceField = z.object({
  name: z.string(),
  title: Localized,
  type: z.enum(['text', 'integer', 'number', 'boolean', 'date', 'text[]']),
  required: z.boolean(),
  /** Several paragraphs. */
  long: z.boolean(),
  /** What tells the thing from others: set when it is made, never after. */
  fixed: z.boolean(),
  /** The values allowed; null: any. */
  values: z.array(z.object({ value: z.string(), title: Localized })).nullable(),
  /** Where any is allowed, those that are usual; none: there are no usual ones. */
  suggested: z.array(z.string()),
  /** Must be stated once `field` is written so that `says` (a regular expression, read without case) finds it; null: never. */
  statedWhere: z.object({ field: z.string(), says: z.string(), why: Localized }).nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Of days: none after today is taken. */
  past: z.boolean()
})
export type PlaceField = z.infer<typeof PlaceField>

export const PlaceForm = z.object({
  collection: z.string(),
  title: Localized,
  geometry: z.enum(GEOMETRY_TYPES),
  /** The field that lists show as a name. */
  label: z.string(),
  fields: z.array(PlaceField),
  /** Who sees the photos of its places; null: they have none here. */
  photos: z.enum(['public', 'staff']).nullable()
})
export type PlaceForm = z.infer<typeof PlaceForm>

/** The collections that the asker may edit, each with its form. */
export const listPlaceForms = {
  path: '/api/staff/places',
  query: z.strictObject({}),
  reply: z.object({ forms: z.array(PlaceForm) })
} as const
