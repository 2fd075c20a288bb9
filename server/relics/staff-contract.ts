import { z } from 'zod'
import { RELIC_RANKS } from './contract.ts'

/** A relic with how far it is digitised: what of the seven items is there. */
export const RelicGaps = z.object({
  slug: z.string(),
  /** By which it is edited among the places of its collection. */
  placeId: z.int(),
  name: z.string(),
  rank: z.enum(RELIC_RANKS).nullable(),
  kind: z.string().nullable(),
  communeCode: z.string().nullable(),
  /** Its place is public as a cell only. */
  isProtected: z.boolean(),
  /** Images of at least 0.95 megapixel. */
  images: z.int(),
  decided: z.boolean(),
  placed: z.boolean(),
  pictured: z.boolean(),
  described: z.boolean(),
  more: z.boolean(),
  addressed: z.boolean(),
  archived: z.boolean(),
  /** 0 to 7. */
  score: z.int(),
  /** A point of its ground, degrees; of a protected one the middle of its cell; null: it has no coordinates. */
  place: z.object({ lng: z.number(), lat: z.number() }).nullable()
})
export type RelicGaps = z.infer<typeof RelicGaps>

/** GeoJSON, degrees, longitude first; null: it has no coordinates. */
const Shape = z.object({ type: z.string(), coordinates: z.unknown() }).nullable()

/** `tellsCommune`: whether files that are passed on may name its commune. */
export type RelicGapsRow = RelicGaps & { tellsCommune: boolean }

/** With what it covers; of a protected one its cell. */
export type RelicGapsShape = RelicGapsRow & { geometry: z.infer<typeof Shape> }

/** The relics in force of the asker's commune (of all where he has none), those that lack most first. */
export const listRelicGaps = {
  path: '/api/staff/relics',
  query: z.strictObject({}),
  reply: z.object({ relics: z.array(RelicGaps) })
} as const

/** The same as a table for spreadsheets: UTF-8 with its mark, parted by semicolons; texts in the language of the request. */
export const relicGapsFile = {
  path: '/api/staff/relics.csv',
  query: z.strictObject({ lang: z.enum(['vi', 'en']).optional() })
} as const

const RelicGapsFeature = z.object({
  type: z.literal('Feature'),
  /** The last part of its page's address. */
  id: z.string(),
  geometry: Shape,
  properties: z.object({
    ...RelicGaps.omit({ slug: true, placeId: true, communeCode: true, isProtected: true, place: true }).shape,
    commune_code: z.string().nullable(),
    /** All seven items are there: it counts. */
    digitised: z.boolean(),
    /** What is missing, in the language asked for, parted by semicolons; null: nothing. */
    missing: z.string().nullable(),
    /** Its place is kept back: the geometry is its 500 m cell. */
    protected: z.boolean(),
    /** The same in a sentence, for whoever is handed the file; null where the place is its own. */
    place_note: z.string().nullable(),
    page: z.string()
  })
})

export type RelicGapsFeature = z.infer<typeof RelicGapsFeature>

/** The same as GeoJSON (RFC 7946), a feature for each relic; texts in the language of the request. */
export const relicGapsShapes = {
  path: '/api/staff/relics.geojson',
  query: z.strictObject({ lang: z.enum(['vi', 'en']).optional() }),
  reply: z.object({ type: z.literal('FeatureCollection'), features: z.array(RelicGapsFeature) })
} as const
export type RelicGapsShapes = z.infer<typeof relicGapsShapes.reply>

const RelicAddress = z.object({
  /** Its own address. */
  slug: z.string(),
  /** Those that lead there, the latest first. */
  earlier: z.array(z.string())
})
export type RelicAddress = z.infer<typeof RelicAddress>

const OfRelic = z.strictObject({ slug: z.string().max(100) })

/** The addresses of a relic's page; an earlier one asks as well. 404: no relic of the asker's has this address. */
export const readRelicAddress = {
  path: '/api/staff/relics/:slug/address',
  params: OfRelic,
  query: z.strictObject({}),
  reply: RelicAddress
} as const

/** Gives a relic's page another address, to which all earlier ones lead. 409: it is another's; 422: no address. */
export const changeRelicAddress = {
  path: '/api/staff/relics/:slug/address',
  params: OfRelic,
  body: z.strictObject({ slug: z.string().trim().max(100) }),
  reply: RelicAddress
} as const
