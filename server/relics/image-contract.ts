import { z } from 'zod'
import { PictureWords, Sha256 } from '../media/contract.ts'
import { Slug } from './contract.ts'

/** A photo or drawing, or the scan of a decision or record: only that counts as a digitised document. */
export const IMAGE_KINDS = ['image', 'document'] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

/** Images of one relic at a time. */
export const MOST_IMAGES = 60

/** What is said of an image. */
export const ImageWords = z.strictObject({ kind: z.enum(IMAGE_KINDS), ...PictureWords.shape })
export type ImageWords = z.infer<typeof ImageWords>

const RelicImage = z.object({
  id: z.int(),
  /** Of this image alone; for `If-Match`. */
  version: z.int(),
  ...ImageWords.shape,
  /** Of the archived original. */
  sha256: Sha256,
  /** Pixels of the original, upright. */
  width: z.int(),
  height: z.int(),
  /** The public thumbnail, of at most 400 px. */
  thumbnail: Sha256,
  picture: Sha256
})
export type RelicImage = z.infer<typeof RelicImage>

const RelicImages = z.object({
  /** The relic's, whatever its address. */
  id: z.int(),
  slug: z.string(),
  name: z.string(),
  /** Of the order of the images; for `If-Match`. */
  version: z.int(),
  /** In the order in which they are shown; the first one is the cover. */
  images: z.array(RelicImage)
})
export type RelicImages = z.infer<typeof RelicImages>

const OfRelic = z.strictObject({ slug: Slug })
const OfImage = z.strictObject({ slug: Slug, id: z.coerce.number().int().positive().max(999_999_999) })

/** The images of a relic of the asker's commune, as they are now. 404: no relic of his has this address. */
export const listRelicImages = {
  path: '/api/staff/relics/:slug/images',
  params: OfRelic,
  query: z.strictObject({}),
  reply: RelicImages
} as const

/**
 * Hands in the bytes of an image (`application/octet-stream`, at most 20 MB). It is judged by its bytes: 413 too large or
 * too many pixels, 415 no picture, 422 broken. What is not added to a relic within a day is thrown away.
 */
export const sendRelicImage = {
  path: '/api/staff/relics/:slug/image-files',
  params: OfRelic,
  reply: z.object({ sha256: Sha256, width: z.int(), height: z.int() })
} as const

/** Shows an image that was handed in. 409: this relic has it already; 422: it has as many as it may have. */
export const addRelicImage = {
  path: '/api/staff/relics/:slug/images',
  params: OfRelic,
  body: z.strictObject({ sha256: Sha256, ...ImageWords.shape }),
  reply: RelicImages
} as const

/** Says something else of an image. `If-Match`: its version (428); 412: somebody changed it, the answer is how all are now. */
export const changeRelicImage = {
  path: '/api/staff/relics/:slug/images/:id',
  params: OfImage,
  body: ImageWords,
  reply: RelicImages
} as const

/** Takes an image down; its original and what was said of it are kept. `If-Match` and 412 as for a change. */
export const withdrawRelicImage = {
  path: '/api/staff/relics/:slug/images/:id',
  params: OfImage,
  reply: RelicImages
} as const

/** Puts all images in an order. `If-Match`: the version of the order (428); 412: there are others by now. */
export const orderRelicImages = {
  path: '/api/staff/relics/:slug/image-order',
  params: OfRelic,
  body: z.strictObject({ ids: z.array(z.int().positive()).min(1).max(MOST_IMAGES) }),
  reply: RelicImages
} as const
