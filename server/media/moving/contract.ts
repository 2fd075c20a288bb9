import { z } from 'zod'
import { Sha256 } from '../contract.ts'

/** What a browser is ever told that a file is: nothing that could run. */
const MIME =
  /^(image\/(jpeg|png|webp|avif)|audio\/(webm|mp4|ogg|mpeg|wav|flac)|model\/gltf-binary|application\/octet-stream)$/

/** A file on its way to another installation, as it is known here. */
export const MovedFile = z.strictObject({
  /** By which it is asked for: of an original the hash of what was handed in, of a relic's sound one made of that. */
  sha256: Sha256,
  /** Of the bytes that are kept, which travel. */
  stored: Sha256,
  kind: z.enum(['image', 'audio', 'model']),
  mime: z.string().regex(MIME),
  sizeBytes: z.int().nonnegative(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  durationS: z.number().nonnegative().nullable(),
  /** The original that it was made of; null: it is one. */
  madeOf: Sha256.nullable(),
  variant: z.string().regex(/^[a-z]{1,20}$/),
  /** Anyone may read it. */
  open: z.boolean()
})
export type MovedFile = z.infer<typeof MovedFile>

/** Files that travel to another installation and come from one; handed over by whoever composes. */
export interface MediaMoving {
  /** The files of these hashes, each with what it was made of, originals first. */
  find: (sha256s: readonly Sha256[]) => Promise<MovedFile[]>
  /** The bytes of a file; null: they are gone. */
  read: (stored: Sha256) => Promise<AsyncIterable<Uint8Array> | null>
  /** What stands against the first file that may not be shown here, read by `bytesOf`; null: nothing. */
  fault: (
    files: readonly MovedFile[],
    bytesOf: (stored: Sha256) => Promise<Uint8Array>
  ) => Promise<{ stored: Sha256; sentence: { vi: string; en: string } } | null>
  /**
   * Keeps files whose bytes `bytesOf` has (by the hash of what is kept): bytes first, then the rows; what is here and whole is
   * left alone. None is opened: whoever publishes what shows them does so. Throws `HttpError` 507 where the disk is full.
   */
  keep: (files: readonly MovedFile[], bytesOf: (stored: Sha256) => Promise<Uint8Array>) => Promise<void>
}
