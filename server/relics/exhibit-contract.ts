import { z } from 'zod'
import type { Licence } from '../http/contract.ts'
import { EXHIBIT_KINDS, PictureWords, Sha256, type ExhibitKind } from '../media/contract.ts'
import { Slug } from './contract.ts'

/** Sounds, panoramas and models of one relic at a time. */
export const MOST_EXHIBITS = 20

const text = (most: number) => z.string().trim().min(1).max(most)

/** What is said of a sound, panorama or model. A transcript is what a sound must have, and no other. */
export const ExhibitWords = z.strictObject({
  ...PictureWords.shape,
  /** Plain text; paragraphs are parted by empty lines. */
  transcriptVi: text(20_000).nullable(),
  transcriptEn: text(20_000).nullable()
})
export type ExhibitWords = z.infer<typeof ExhibitWords>

const RelicExhibit = z.object({
  id: z.int(),
  /** Of this one alone; for `If-Match`. */
  version: z.int(),
  kind: z.enum(EXHIBIT_KINDS),
  ...ExhibitWords.shape,
  /** Of the archived original. */
  sha256: Sha256,
  /** What visitors are served. */
  file: Sha256,
  sizeBytes: z.number(),
  /** Seconds; null where the file does not tell, and for what is no sound. */
  durationS: z.number().nullable(),
  /** The original of a model's poster; null for others. */
  posterOf: Sha256.nullable(),
  /** The public thumbnail of its poster; null for a sound. */
  thumbnail: Sha256.nullable()
})
export type RelicExhibit = z.infer<typeof RelicExhibit>

const RelicExhibits = z.object({
  slug: z.string(),
  name: z.string(),
  /** Of the order; for `If-Match`. */
  version: z.int(),
  /** In the order in which they are shown. */
  exhibits: z.array(RelicExhibit)
})
export type RelicExhibits = z.infer<typeof RelicExhibits>

const OfRelic = z.strictObject({ slug: Slug })
const OfExhibit = z.strictObject({ slug: Slug, id: z.coerce.number().int().positive().max(999_999_999) })

/** The sounds, panoramas and models of a relic of the asker's commune. 404: no relic of his has this address. */
export const listRelicExhibits = {
  path: '/api/staff/relics/:slug/exhibits',
  params: OfRelic,
  query: z.strictObject({}),
  reply: RelicExhibits
} as const

/**
 * Hands in the bytes of one (`application/octet-stream`). It is judged by its bytes: 413 too large, 415 another kind of file,
 * 422 broken or against what is allowed. What is not added to a relic within a day is thrown away.
 */
export const sendRelicExhibit = {
  path: '/api/staff/relics/:slug/exhibit-files/:kind',
  params: z.strictObject({ slug: Slug, kind: z.enum(EXHIBIT_KINDS) }),
  reply: z.object({ sha256: Sha256 })
} as const

/** Shows what was handed in. 409: this relic has it already; 422: something is missing, or there are too many. */
export const addRelicExhibit = {
  path: '/api/staff/relics/:slug/exhibits',
  params: OfRelic,
  body: z.strictObject({
    kind: z.enum(EXHIBIT_KINDS),
    sha256: Sha256,
    /** The original of the picture that is shown before a model: one of the relic's, or one that was handed in. */
    poster: Sha256.nullable().default(null),
    ...ExhibitWords.shape
  }),
  reply: RelicExhibits
} as const

/** Says something else of one. `If-Match`: its version (428); 412: somebody changed it, the answer is how all are now. */
export const changeRelicExhibit = {
  path: '/api/staff/relics/:slug/exhibits/:id',
  params: OfExhibit,
  body: ExhibitWords,
  reply: RelicExhibits
} as const

/** Takes one down; its original and what was said of it are kept. `If-Match` and 412 as for a change. */
export const withdrawRelicExhibit = {
  path: '/api/staff/relics/:slug/exhibits/:id',
  params: OfExhibit,
  reply: RelicExhibits
} as const

/** Puts all of them in an order. `If-Match`: the version of the order (428); 412: there are others by now. */
export const orderRelicExhibits = {
  path: '/api/staff/relics/:slug/exhibit-order',
  params: OfRelic,
  body: z.strictObject({ ids: z.array(z.int().positive()).min(1).max(MOST_EXHIBITS) }),
  reply: RelicExhibits
} as const

/** A public picture, with its size in pixels. */
interface Poster {
  picture: Sha256
  width: number
  height: number
}

/** A sound, panorama or model as anyone may see it; what nobody has stated is null. */
export interface ShownExhibit {
  kind: ExhibitKind
  /** By which it is asked for, below `/api/media`. */
  file: Sha256
  mime: string
  sizeBytes: number
  /** Seconds, of a sound. */
  durationS: number | null
  altVi: string
  altEn: string | null
  captionVi: string | null
  captionEn: string | null
  transcriptVi: string | null
  transcriptEn: string | null
  author: string
  licence: Licence
  /** YYYY-MM-DD. */
  takenOn: string | null
  /** The public picture that is shown first, of at most 2,048 px; null for a sound. */
  poster: Poster | null
  /** Pixels of what a panorama is served in; null for others. */
  width: number | null
  /** Its file can be read now; where it cannot, the page says so and shows the rest. */
  isHere: boolean
}
