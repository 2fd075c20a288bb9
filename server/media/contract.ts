import { z } from 'zod'
import type { Actor } from '../accounts/contract.ts'
import { Day, LICENCES } from '../http/contract.ts'

/** The SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
export const MAX_VOICE_BYTES = 2 * 1024 * 1024
/** What one request of an upload carries at most. */
export const CHUNK_BYTES = 256 * 1024

const text = (most: number) => z.string().trim().min(1).max(most)

/** What is said of a picture that is shown. English texts, captions and the day may be left open. */
export const PictureWords = z.strictObject({
  altVi: text(500),
  altEn: text(500).nullable(),
  captionVi: text(1000).nullable(),
  captionEn: text(1000).nullable(),
  author: text(200),
  licence: z.enum(LICENCES),
  /** The day on which it was taken. */
  takenOn: Day.nullable()
})
export type PictureWords = z.infer<typeof PictureWords>

/** Where uploads begin (tus 1.0): `Upload-Metadata` names report and sha256, the header `x-report-code` opens it. */
export const UPLOADS_PATH = '/api/uploads'

/** A box over a face or plate: left, top, width, height as shares (0 to 1) of the picture as it is shown, upright. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/** Public pictures for viewers (IIIF Image API 3.0), each below the SHA-256 of its public file. */
export const IIIF_PATH = '/iiif'

/** Anyone's: a part of a panorama, WebP, counted from its upper left; long kept by whoever asks. 404 as for `publicMedia`. */
export const panoramaTile = {
  path: '/api/media/:sha256/tiles/:col/:row',
  params: z.strictObject({
    sha256: Sha256,
    col: z.coerce.number().int().min(0).max(63),
    row: z.coerce.number().int().min(0).max(63)
  }),
  query: z.strictObject({})
} as const

/** Anyone's: a file that was made to be public; it never changes. 404 for everything else, also for what was taken back. */
export const publicMedia = {
  path: '/api/media/:sha256',
  params: z.strictObject({ sha256: Sha256 }),
  query: z.strictObject({})
} as const

/**
 * The file as it was sent (a voice note without its metadata), to whoever may see that report; 404 to anybody else.
 * `size=thumbnail`: a picture of at most 400 px for lists. Ranges are served.
 */
export const staffMedia = {
  path: '/api/staff/media/:sha256',
  params: z.strictObject({ sha256: Sha256 }),
  query: z.strictObject({ report: z.uuid(), size: z.literal('thumbnail').optional() })
} as const

/** How the files are: `damaged` counts those whose bytes were found missing or changed. */
export const mediaHealth = {
  path: '/health/media',
  query: z.strictObject({}),
  reply: z.object({ status: z.enum(['ok', 'damaged']), damaged: z.int(), unchecked: z.int() })
} as const

/** What a file that was taken in is. */
export interface StoredMedia {
  /** Of the bytes that were sent. */
  sha256: Sha256
  kind: 'image' | 'audio'
  mime: string
  sizeBytes: number
  /** Pixels; null for audio. */
  width: number | null
  height: number | null
  /** Seconds of audio as far as the file tells; null for pictures and where it does not. */
  durationS: number | null
}

/** What of a relic is heard or turned, beside its pictures. */
export const EXHIBIT_KINDS = ['audio', 'panorama', 'model'] as const
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number]

/** The most bytes of an original. */
export const MAX_EXHIBIT_BYTES: Readonly<Record<ExhibitKind, number>> = {
  audio: 20 * 1024 * 1024,
  panorama: 40 * 1024 * 1024,
  model: 40 * 1024 * 1024
}

/** What visitors are served of an exhibit. */
export interface ShownFiles {
  /** The sound itself, the tiles of the panorama in one file, or the compressed model. */
  file: Sha256
}

/** At most 400 px, or 2,048. */
export type PreviewSize = 'thumbnail' | 'picture'

/** What other themes ask of the store; handed to them by app.ts. */
export interface MediaStore {
  /**
   * Archives the original of an exhibit, byte for byte; what is no such thing is refused: HttpError 413/415/422. Answers the
   * hash by which it is known, which of a sound is not that of its bytes.
   */
  archive: (bytes: Uint8Array, kind: ExhibitKind) => Promise<Sha256>
  /** Makes of an archived original what visitors are served, and opens it; as `publish` does of a picture. */
  show: (sha256: Sha256, kind: ExhibitKind) => Promise<ShownFiles>
  /**
   * Re-encodes an original without its metadata, boxes burnt in, and its thumbnail; both are public from then on. Doing
   * it again with the same boxes gives the same files. Throws HttpError 404/415/422 for what is no picture that is here.
   */
  publish: (sha256: Sha256, boxes: readonly Box[]) => Promise<{ picture: Sha256; thumbnail: Sha256 }>
  /** A picture (WebP) of an original that nobody but staff may see, made of its pixels alone. Throws HttpError 404/422. */
  preview: (sha256: Sha256, size: PreviewSize) => Promise<Uint8Array>
  /**
   * Takes back what `publish` and `show` made of an original (its own hash), where no row of `media_use` names it any more:
   * the caller empties `public_sha256` and `thumb_sha256` of its rows first. `files`: what these named; of two originals
   * that differ in their metadata alone the same public file is made.
   */
  withdraw: (sha256: Sha256, files?: readonly Sha256[]) => Promise<void>
  /**
   * Takes a file and what was made of it away at once, where no row of `media_use` names them any more (deletion on
   * request); without this it goes with the sweep, within two days.
   */
  forget: (sha256: Sha256) => Promise<void>
  /** Which of these public files cannot be read now: gone from the disk, or their store is away. */
  missing: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /**
   * Takes in bytes that are at hand (desk intake, images of relics, demo); `only`: nothing else is taken. Throws HttpError
   * 413/415/422 for what is no picture or sound.
   */
  take: (bytes: Uint8Array, only?: StoredMedia['kind']) => Promise<StoredMedia>
}

/** What the uploads ask of the theme a file is for; handed over by app.ts. */
export interface UploadOwner {
  /** Whether this report (opened by its code or by who is signed in) waits for this file. Throws HttpError 403/404/409/413. */
  mayUpload: (upload: {
    reportId: string
    /** The header `x-report-code`; null: none. */
    code: string | null
    /** Who is signed in; null: nobody. */
    actor: Actor | null
    sha256: Sha256
    sizeBytes: number
  }) => Promise<void>
  /**
   * The server has all bytes, their hash is right, and they are a picture or sound. May be told twice of one file. An
   * HttpError below 500 throws the upload away; after any other error it is told again when the phone asks.
   */
  received: (reportId: string, media: StoredMedia) => Promise<void>
}

/** Whether somebody may see the file of a report; reports hand it over in app.ts. */
export type MayReadMedia = (actor: Actor, reportId: string, sha256: Sha256) => Promise<boolean>

const WIDE = 4096

/** How many parts lie beside one another in a panorama of this width; half as many above one another. */
export const columnsOf = (width: number) => (width > WIDE ? 16 : 8)
