import { LRUCache } from 'lru-cache'
import type { Turns } from '../http/turns.ts'
import type { PreviewSize, Sha256 } from './contract.ts'
import { readWhole } from './digest.ts'
import { makePublic, makeThumbnail } from './picture.ts'
import { noSuchFile } from './problems.ts'
import type { ByteStore } from './store.ts'

const KEPT_BYTES = 32 * 1024 * 1024

/** A picture (WebP) for staff, by the hash of an original's bytes in the store: made of its pixels alone. Throws 404. */
export type PreviewOf = (stored: Sha256, size: PreviewSize) => Uint8Array | Promise<Uint8Array>

/** Pictures of originals that are not public, made when staff first look at them. */
export function openPreviews(files: ByteStore, turns: Turns): PreviewOf {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (bytes) => bytes.byteLength
  })
  const underWay = new Map<string, Promise<Uint8Array>>()
  const make = async (stored: Sha256, size: PreviewSize) => {
    const bytes = await readWhole(files, stored)
    if (!bytes) throw noSuchFile()
    return size === 'thumbnail' ? makeThumbnail(bytes) : (await makePublic(bytes, [])).picture.bytes
  }
  return (stored, size) => {
    const name = `${stored} ${size}`
    const here = kept.get(name) ?? underWay.get(name)
    if (here) return here
    // All inboxes show a new picture at the same moment: it is made once.
    const making = turns(async () => {
      const made = await make(stored, size)
      kept.set(name, made)
      return made
    }).finally(() => underWay.delete(name))
    underWay.set(name, making)
    return making
  }
}
