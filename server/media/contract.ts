import { z } from 'zod'

/** The SHA-256 of a file's bytes, 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
export const MAX_VOICE_BYTES = 2 * 1024 * 1024
/** What one request of an upload carries at most. */
export const CHUNK_BYTES = 256 * 1024

/** Where uploads begin (tus 1.0): `Upload-Metadata` names report and sha256, the header `x-report-code` opens it. */
export const UPLOADS_PATH = '/api/uploads'

/** A box over a face or plate, as shares (0 to 1) of the picture's width and height. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/** What a file that was taken in is. */
export interface StoredMedia {
  sha256: Sha256
  kind: 'image' | 'audio'
  mime: string
  sizeBytes: number
  /** Pixels; null for audio. */
  width: number | null
  height: number | null
}

/** What other themes ask of the store; handed to them by app.ts. */
export interface MediaStore {
  /** Re-encodes an original without its metadata, boxes burnt in, and its thumbnail; both are public from then on. */
  publish: (sha256: Sha256, boxes: readonly Box[]) => Promise<{ picture: Sha256; thumbnail: Sha256 }>
  /** Takes back what `publish` made of a file, where nothing else shows it. */
  withdraw: (sha256: Sha256) => Promise<void>
  /** Takes in bytes that are at hand (desk intake, demo). Throws HttpError 415/422 for what is no picture or sound. */
  take: (bytes: Uint8Array) => Promise<StoredMedia>
}

/** What the uploads ask of the theme a file is for; handed over by app.ts. */
export interface UploadOwner {
  /** Whether this report (opened by its code or by who is signed in) waits for this file. Throws HttpError 403/404/409/413. */
  mayUpload: (upload: {
    reportId: string
    code: string | null
    sha256: Sha256
    sizeBytes: number
  }) => Promise<void>
  /** The server has all bytes, their hash is right, and they are a picture or sound. */
  received: (reportId: string, media: StoredMedia) => Promise<void>
}
