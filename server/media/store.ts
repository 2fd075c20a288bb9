import type { Readable } from 'node:stream'
import type { Sha256 } from './contract.ts'

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** A file of a store as a sweep sees it. */
export interface StoredFile {
  sha256: Sha256
  modifiedAt: Date
}

/**
 * Files by the SHA-256 of their bytes: written whole or not at all, never changed. In a folder (`folder-store.ts`) or in
 * an S3-compatible store (`s3-store.ts`). A full disk throws ENOSPC, a store that is away HttpError 503.
 */
export interface ByteStore {
  /** Resolves when the bytes would outlive a loss of power; what lies there already is replaced. */
  put: (sha256: Sha256, bytes: Uint8Array) => Promise<void>
  /** Its size in bytes; null: not here. */
  sizeOf: (sha256: Sha256) => Promise<number | null>
  /** The bytes, or a range of them; null: not here. */
  read: (sha256: Sha256, range?: ByteRange) => Promise<Readable | null>
  /** Takes it away, where `before` is given only if it was written before then. */
  remove: (sha256: Sha256, before?: Date) => Promise<void>
  /** The files whose hash begins with these two digits. */
  list: (prefix: string) => AsyncIterable<StoredFile>
  /** Takes away what writers that were killed left behind under these two digits, older than this. */
  sweepUnfinished: (prefix: string, before: Date) => Promise<number>
}

/** Where a file lies in any store: `aa/bb/aabb…`. */
export const addressOf = (sha256: Sha256) => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
