import { z } from 'zod'

/** From the highest to the lowest. */
export const RELIC_RANKS = ['special_national', 'national', 'provincial', 'inventory'] as const
export type RelicRank = (typeof RELIC_RANKS)[number]

export const RELIC_SORTS = ['rank', 'name', 'distance'] as const
export type RelicSort = (typeof RELIC_SORTS)[number]

/** Words of an address: lower case, digits and hyphens. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const Near = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,9})?,-?\d{1,3}(\.\d{1,9})?$/)
  .transform((text) => {
    const [lat = 0, lng = 0] = text.split(',').map(Number)
    return { lat, lng }
  })
  .refine(({ lat, lng }) => Math.abs(lat) <= 90 && Math.abs(lng) <= 180)

/** What the list of relics can be narrowed to. */
export const RelicFilters = z.strictObject({
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  village: z.string().max(40).optional(),
  rank: z.enum(RELIC_RANKS).optional(),
  kind: z.string().max(200).optional(),
  /** Words of the name or other names, found without diacritics. */
  q: z.string().trim().max(100).optional(),
  /** `lat,lng` in degrees, WGS 84: distances are told from there. */
  near: Near.optional()
})
export type RelicFilters = z.infer<typeof RelicFilters>

/** An area as a page names it. */
export interface NamedArea {
  code: string
  name: string
  kind: string | null
}

/** The seven items of the rule of «số hóa», in its order. */
export const SCORE_ITEMS = [
  'decided',
  'placed',
  'pictured',
  'described',
  'more',
  'addressed',
  'archived'
] as const
export type ScoreItem = (typeof SCORE_ITEMS)[number]

/** How far a relic is digitised: which items are there, how many (0 to 7), and how many images count. */
export type RelicScore = Record<ScoreItem, boolean> & { score: number; images: number }

/** GeoJSON of an area: of each polygon the outer ring, then its holes. */
export interface Ground {
  type: 'MultiPolygon'
  coordinates: [number, number][][][]
}

/** A relic as anyone may read it; a fact that nobody has stated is null. */
export interface Relic {
  slug: string
  name: string
  otherNames: string[]
  rank: RelicRank | null
  kind: string | null
  decisionNumber: string | null
  /** YYYY-MM-DD. */
  decisionDate: string | null
  period: string | null
  condition: 'good' | 'fair' | 'poor' | 'lost' | null
  opening: string | null
  manager: string | null
  managerContact: string | null
  sources: string | null
  /** Official text in Vietnamese, plain; paragraphs are parted by empty lines. */
  description: string | null
  /** The same in English, by the same author and licence. */
  descriptionEn: string | null
  descriptionAuthor: string | null
  descriptionLicence: string | null
  /**
   * Its place is public as a 500 m cell only: `place` is the cell's middle, `ground` the cell; accuracy, area and village
   * are not told, nor a commune that does not hold the whole cell.
   */
  isProtected: boolean
  /** Radius in metres that holds the true place with 95 %. */
  accuracyM: number | null
  /** Degrees, WGS 84; of grounds: a point inside. */
  place: { lng: number; lat: number }
  /** Its boundary is known: square metres on the spheroid; null for a point. */
  areaM2: number | null
  /** Its boundary, lng before lat; null for a point. */
  ground: Ground | null
  village: NamedArea | null
  commune: NamedArea | null
  /** Metres on the spheroid from where the list was asked; null where it was not. */
  distanceM: number | null
  /** False: it is no longer in force today, and stays readable at its address. */
  inForce: boolean
}
