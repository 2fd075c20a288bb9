import { z } from 'zod'
import { urlCount } from '../http/contract.ts'

export const CommuneCode = z.string().regex(/^\d{5}$/)

/** West, south, east, north in degrees. */
export const BBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type BBox = z.infer<typeof BBox>

export const Commune = z.object({
  code: CommuneCode,
  name: z.string(),
  kind: z.string(),
  province: z.string().nullable(),
  /** Made-up data for demonstration: every screen that shows it says so. */
  illustration: z.boolean(),
  /** null: no boundary has been imported. */
  bbox: BBox.nullable(),
  villages: z.int(),
  provisionalVillages: z.int(),
  /** Whether there are household points; never how they lie. */
  premises: z.boolean(),
  /** Targets that the plan sets; 0 without a plan. */
  targets: z.int(),
  planYear: z.int().nullable()
})
export type Commune = z.infer<typeof Commune>

export const listCommunes = {
  path: '/api/communes',
  query: z.strictObject({}),
  reply: z.object({ communes: z.array(Commune) })
} as const

export const SearchHit = z.object({
  /** The collection's id: villages, cultural_houses, relics … */
  collection: z.string(),
  id: z.int(),
  name: z.string(),
  /** Villages: the code by which figures are kept. */
  code: z.string().nullable(),
  /** What stands beside the name: kind, village. */
  context: z.string().nullable(),
  communeCode: z.string().nullable(),
  /** A village whose boundary was drawn from its centre and is not official. */
  provisional: z.boolean(),
  /** null: a commune without a boundary. */
  bbox: BBox.nullable()
})
export type SearchHit = z.infer<typeof SearchHit>

/** Finds by parts of words, without regard to case and diacritics: "dien rac" finds "Điểm rác". */
export const search = {
  path: '/api/search',
  query: z.strictObject({
    q: z.string().trim().min(1).max(100),
    commune: CommuneCode.optional(),
    limit: urlCount.pipe(z.int().min(1).max(50)).optional()
  }),
  reply: z.object({ hits: z.array(SearchHit) })
} as const
