import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sha256 } from './contract.ts'
import { addressOf, type ByteStore, type StoredFile } from './store.ts'

const NAME = /^[0-9a-f]{64}$/
const UNFINISHED = /^[0-9a-f]{64}\.[0-9a-f]{12}\.new$/
const PIECE_BYTES = 64 * 1024

/** The system's name of an error; undefined: it has none. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** What `work` answers, or undefined where the file or folder is not there. */
async function unlessAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A folder's new names outlive a loss of power only when the folder itself is written. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}

/** Written beside its place, flushed, then named: a reader sees the whole file or none. */
async function writeWhole(path: string, bytes: Uint8Array) {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    await pipeline(
      Readable.from(pieces(bytes), { objectMode: false }),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true })
    )
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

const namesIn = async (folder: string) => (await unlessAbsent(readdir(folder))) ?? []

/** Every file two folders below, with when it was last written. */
async function* filesUnder(root: string, prefix: string) {
  for (const second of await namesIn(join(root, prefix))) {
    const folder = join(root, prefix, second)
    for (const name of await namesIn(folder)) {
      const found = await unlessAbsent(stat(join(folder, name)))
      if (found) yield { name, path: join(folder, name), modifiedAt: found.mtime }
    }
  }
}

async function* filesOf(root: string, prefix: string): AsyncIterable<StoredFile> {
  for await (const { name, modifiedAt } of filesUnder(root, prefix))
    if (NAME.test(name)) yield { sha256: name, modifiedAt }
}

async function sweepUnfinished(root: string, prefix: string, before: Date) {
  let swept = 0
  for await (const { name, path, modifiedAt } of filesUnder(root, prefix)) {
    if (!UNFINISHED.test(name) || modifiedAt >= before) continue
    await rm(path, { force: true })
    swept++
  }
  return swept
}

/** Files in a folder of this machine; only this user may read them. */
export function folderStore(root: string): ByteStore {
  const pathOf = (sha256: Sha256) => {
    if (!NAME.test(sha256)) throw new Error('not the name of a file')
    return join(root, addressOf(sha256))
  }
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256)
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeWhole(path, bytes)
      if (made === undefined) return
      await syncFolder(dirname(dirname(path)))
      await syncFolder(root)
    },
    async sizeOf(sha256) {
      const path = pathOf(sha256)
      const found = await unlessAbsent(stat(path))
      return found?.size ?? null
    },
    async read(sha256, range) {
      const handle = await unlessAbsent(open(pathOf(sha256), 'r'))
      return handle?.createReadStream(range ?? {}) ?? null
    },
    async remove(sha256, before) {
      const path = pathOf(sha256)
      // Handed in again a moment ago it is wanted again.
      const isYoung = before && ((await unlessAbsent(stat(path)))?.mtime ?? before) > before
      if (!isYoung) await rm(path, { force: true })
    },
    list: (prefix) => filesOf(root, prefix),
    sweepUnfinished: (prefix, before) => sweepUnfinished(root, prefix, before)
  }
}
