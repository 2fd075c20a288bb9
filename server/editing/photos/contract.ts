import { z } from 'zod'
import { Moment, urlCount } from '../../http/contract.ts'
import { PictureWords, Sha256 } from '../../media/contract.ts'

// Photos of the places of one collection, as staff put them up and as anyone sees them.

/** Photos of one place at a time. */
export const MOST_PHOTOS = 20

export const PlacePhoto = z.object({
  id: z.int(),
  /** Of this photo alone; for `If-Match`. */
  version: z.int(),
  ...PictureWords.shape,
  /** Of the archived original. */
  sha256: Sha256,
  /** Pixels of the original, upright. */
  width: z.int(),
  height: z.int(),
  /** The public picture, and its thumbnail of at most 400 px; null: only staff see this photo. */
  picture: Sha256.nullable(),
  thumbnail: Sha256.nullable()
})
export type PlacePhoto = z.infer<typeof PlacePhoto>

/** What somebody did to the photos of a place. */
export const PhotoEvent = z.object({
  id: z.int(),
  action: z.enum(['add', 'change', 'order', 'withdraw']),
  at: Moment,
  /** The account's name as it is today. */
  by: z.string(),
  /** What the photo shows; of an order the first one. */
  altVi: z.string(),
  /** Why it was taken down; of anything else null. */
  reason: z.string().nullable()
})
export type PhotoEvent = z.infer<typeof PhotoEvent>

export const PlacePhotos = z.object({
  /** Of the order of the photos; for `If-Match`. */
  version: z.int(),
  /** In the order in which they are shown. */
  photos: z.array(PlacePhoto),
  /** Latest first, at most 100. */
  history: z.array(PhotoEvent)
})
export type PlacePhotos = z.infer<typeof PlacePhotos>

const OfPlace = z.strictObject({ id: urlCount })
const OfPhoto = z.strictObject({ id: urlCount, photo: urlCount })

/** Below `/api/staff/places/{collection}`, like all that follow. 404: no place of the asker's commune. */
export const listPlacePhotos = {
  path: '/:id/photos',
  params: OfPlace,
  query: z.strictObject({}),
  reply: PlacePhotos
} as const

/**
 * Hands in the bytes of a photo (`application/octet-stream`, at most 20 MB). It is judged by its bytes: 413 too large or too
 * many pixels, 415 no picture, 422 broken. What is not added to a place within a day is thrown away.
 */
export const sendPlacePhoto = {
  path: '/:id/photo-files',
  params: OfPlace,
  reply: z.object({ sha256: Sha256, width: z.int(), height: z.int() })
} as const

/** Shows a photo that was handed in. 409: this place has it already; 422: it has as many as it may have. */
export const addPlacePhoto = {
  path: '/:id/photos',
  params: OfPlace,
  body: z.strictObject({ sha256: Sha256, ...PictureWords.shape }),
  reply: PlacePhotos
} as const

/** Says something else of a photo. `If-Match`: its version (428); 412: somebody changed it, the answer is how all are now. */
export const changePlacePhoto = {
  path: '/:id/photos/:photo',
  params: OfPhoto,
  body: PictureWords,
  reply: PlacePhotos
} as const

/** Takes a photo down; its original and what was said of it are kept. `If-Match` and 412 as for a change. */
export const withdrawPlacePhoto = {
  path: '/:id/photos/:photo/withdraw',
  params: OfPhoto,
  body: z.strictObject({ reason: z.string().trim().min(5).max(500) }),
  reply: PlacePhotos
} as const

/** Puts all photos in an order. `If-Match`: the version of the order (428); 412: there are others by now. */
export const orderPlacePhotos = {
  path: '/:id/photo-order',
  params: OfPlace,
  body: z.strictObject({ ids: z.array(z.int().positive()).min(1).max(MOST_PHOTOS) }),
  reply: PlacePhotos
} as const

/** A photo as staff see it, also where nobody else may: WebP of at most 2,048 px, or 400 px; without metadata. */
export const previewPlacePhoto = {
  path: '/:id/photos/:photo/preview',
  params: OfPhoto,
  query: z.strictObject({ size: z.literal('thumbnail').optional() })
} as const

/** A photo of a place as anyone may see it. */
export const PublicPhoto = z.object({
  ...PictureWords.shape,
  /** The public file, at most 2,048 px; its size in pixels. */
  picture: Sha256,
  width: z.int(),
  height: z.int(),
  /** The small public file, at most 400 px. */
  thumbnail: Sha256,
  thumbWidth: z.int(),
  thumbHeight: z.int()
})
export type PublicPhoto = z.infer<typeof PublicPhoto>

/** The photos of what a feature of the map shows; 404: there are none in this collection for everybody. */
export const publicPhotos = {
  path: '/api/places/:collection/:feature/photos',
  params: z.strictObject({
    collection: z.string().max(60),
    feature: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
  }),
  query: z.strictObject({}),
  reply: z.object({ photos: z.array(PublicPhoto) })
} as const

/** The photos of a village, which the map's panel knows by its code. None where nobody knows the code. */
export const publicVillagePhotos = {
  path: '/api/villages/:code/photos',
  params: z.strictObject({ code: z.string().regex(/^\P{Cc}{1,60}$/u) }),
  query: z.strictObject({}),
  reply: publicPhotos.reply
} as const
