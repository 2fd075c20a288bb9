import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack, type Pack } from 'tar-stream'
import { Unusable } from '../unusable.ts'
import type { Member } from './format.ts'
import { locking, unlocking, type BackupKey } from './key-file.ts'
import { damaged, keyNeeded, noSuchFile, notABackup, wrongKey } from './problems.ts'

// The outer form of a backup: tar, gzip, and age where there is a key.

const AGE = Buffer.from('age-encryption.org/')
const GZIP = Buffer.from([0x1f, 0x8b])
/** Geometry as text packs well at any level; more only takes longer. */
const GZIP_LEVEL = 4
/** No member of ours comes near. */
const LARGEST_MEMBER = 512 * 1024 * 1024

const toError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

/** Resolves when the reader has taken the member, rejects when the tar was given up. */
function add(tar: Pack, { name, bytes }: Member, mtime: Date): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, mtime, mode: 0o600, size: bytes.length }, bytes, (error) =>
      error ? reject(error) : resolve()
    )
  })
}

async function fill(tar: Pack, members: AsyncIterable<Member>) {
  const mtime = new Date()
  try {
    for await (const member of members) await add(tar, member, mtime)
    tar.finalize()
  } catch (error) {
    tar.destroy(toError(error))
    throw error
  }
}

const unchanged: Step = (source) => source

/** A step on the way of bytes. */
type Step = (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>

/** Writes members as a backup into `target`; what `members` or `guard` throws, or `signal`, ends it. */
export async function writeTar(
  members: AsyncIterable<Member>,
  {
    key,
    guard,
    target,
    signal
  }: { key: BackupKey | null; guard: Step; target: Writable; signal: AbortSignal }
) {
  const tar = pack()
  // Readable.from: the tar is a stream of another library, whose end by an error Node would not always see.
  const flow = pipeline(
    Readable.from(tar, { objectMode: false }),
    createGzip({ level: GZIP_LEVEL }),
    key ? locking(key) : unchanged,
    guard,
    target,
    { signal }
  )
  const filling = fill(tar, members)
  const [, filled] = await Promise.allSettled([
    flow.catch((error: unknown) => {
      // Whoever still fills it must not wait for a reader that is gone.
      tar.destroy(toError(error))
    }),
    filling
  ])
  // What failed first is the reason; the other side only heard of it.
  await flow
  if (filled.status === 'rejected') throw filled.reason
}

/** What the first bytes of a file say it is. */
async function kindOf(file: string): Promise<'age' | 'gzip' | 'unknown'> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw noSuchFile(file, error)
  })
  try {
    const { buffer: bytes, bytesRead } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0)
    const head = bytes.subarray(0, bytesRead)
    if (head.equals(AGE)) return 'age'
    return head.subarray(0, GZIP.length).equals(GZIP) ? 'gzip' : 'unknown'
  } finally {
    await handle.close()
  }
}

async function stepsFor(file: string, key: BackupKey | null) {
  const kind = await kindOf(file)
  if (kind === 'unknown') throw notABackup(file)
  if (kind === 'gzip') return unchanged
  if (!key) throw keyNeeded(file)
  return unlocking(key, (cause) => wrongKey(file, cause))
}

/** A failure of reading, as the sentence for it; a disk that cannot be read stays what it is. */
function reasonOf(file: string, error: unknown): Error {
  const isSystem = error instanceof Error && 'syscall' in error
  return error instanceof Unusable || isSystem ? error : damaged(file, error)
}

/**
 * The members of a backup file, in order. Throws `Unusable` for what is no backup, for a key that is missing or wrong, and
 * for a damaged or truncated file.
 */
export async function* readTar(file: string, key: BackupKey | null): AsyncGenerator<Member> {
  const unlocked = await stepsFor(file, key)
  const tar = extract()
  const flow = pipeline(createReadStream(file), unlocked, createGunzip(), tar).then(
    () => undefined,
    (error: unknown) => {
      const failure = toError(error)
      tar.destroy(failure)
      return failure
    }
  )
  try {
    for await (const entry of tar) {
      const { name, size = 0 } = entry.header
      if (size > LARGEST_MEMBER) throw damaged(file)
      yield { name, bytes: await buffer(entry) }
    }
    const failure = await flow
    if (failure) throw failure
  } catch (error) {
    tar.destroy()
    throw reasonOf(file, (await flow) ?? error)
  } finally {
    tar.destroy()
    await flow
  }
}
