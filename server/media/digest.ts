import { webcrypto } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Sha256 } from './contract.ts'
import type { ByteStore } from './store.ts'

/** The SHA-256 of bytes as 64 hexadecimal digits, computed beside the thread that answers. */
export async function sha256Of(bytes: Uint8Array): Promise<Sha256> {
  const digest = await webcrypto.subtle.digest('SHA-256', bytes)
  return Buffer.from(digest).toString('hex')
}

/** All bytes of a file; null: not here. */
export async function readWhole(files: ByteStore, sha256: Sha256): Promise<Uint8Array | null> {
  const stream = await files.read(sha256)
  return stream && buffer(stream)
}
