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
  score: z.int()
})
export type RelicGaps = z.infer<typeof RelicGaps>

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
