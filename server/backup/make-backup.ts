import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, link, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../db/pool.ts'
import type { ByteStore } from '../media/store.ts'
import type { GoodBackup } from './contract.ts'
import { opens, type BackupKey } from './key-file.ts'
import { membersOf, type BackupSummary } from './members.ts'
import { fileThere, noRoom, writingFailed } from './problems.ts'
import { checkBackup } from './read-backup.ts'
import { openSnapshot } from './snapshot.ts'
import { writeTar } from './tar-file.ts'

/** What the program that runs on the same disk needs to go on. */
const LEAST_FREE_BYTES = 128 * 1024 * 1024
const LOOK_EVERY_BYTES = 8 * 1024 * 1024
const UNFINISHED = /^\..+\.[0-9a-f]{12}\.part$/
const LEFT_BEHIND_MS = 3_600_000

/** Where a backup goes and what it is made with. */
export interface BackupRequest {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseReadUrl'>
  /** There already, and may be written. */
  folder: string
  /** Null: named after the moment. */
  name: string | null
  key: BackupKey | null
  /** The store of files of the installation. */
  files: ByteStore
  log: Log
  signal: AbortSignal
}

/** The name of a backup of this moment. */
const defaultName = (key: BackupKey | null, at = new Date()) =>
  `diaban-${at.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}.tar.gz${key ? '.age' : ''}`

/** Ends the writing while the disk still has room for whoever else needs it. */
const keepingRoom = (folder: string) =>
  async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let unseen = LOOK_EVERY_BYTES
    for await (const bytes of source) {
      unseen += bytes.length
      if (unseen >= LOOK_EVERY_BYTES) {
        const { bavail, bsize } = await statfs(folder)
        if (bavail * bsize < LEAST_FREE_BYTES) throw noRoom(folder)
        unseen = 0
      }
      yield bytes
    }
  }

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false
  )

/** What backups that were killed left in a folder. */
async function removeUnfinished(folder: string) {
  for (const name of (await readdir(folder)).filter((name) => UNFINISHED.test(name))) {
    const { mtimeMs } = await stat(join(folder, name))
    if (Date.now() - mtimeMs > LEFT_BEHIND_MS) await rm(join(folder, name), { force: true })
  }
}

/** Gives the finished file its name, never another one's; not every file system knows hard links. */
async function publish(unfinished: string, file: string) {
  try {
    await link(unfinished, file)
    await rm(unfinished)
  } catch (error) {
    if ((error instanceof Error && 'code' in error && error.code === 'EEXIST') || (await isThere(file)))
      throw fileThere(file)
    await rename(unfinished, file)
  }
}

async function write({ config, folder, key, files, log, signal }: BackupRequest, path: string) {
  const snapshot = await openSnapshot(config, log)
  let summary: BackupSummary | undefined
  try {
    const members = membersOf(snapshot, files, (told) => (summary = told))
    const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
    await writeTar(members, { key, guard: keepingRoom(folder), target, signal })
  } finally {
    await snapshot.close()
  }
  if (!summary) throw new Error('The backup has no end.')
  return summary
}

/**
 * Makes a backup of the configured database and its files and answers what it is. It is read again before it gets its
 * name, unless it was locked by a public key that does not open it. Nothing is left behind by one that failed. Throws
 * `Unusable` for what the person at the machine can mend.
 */
export async function makeBackup(request: BackupRequest): Promise<GoodBackup> {
  const { folder, key, signal } = request
  const name = request.name ?? defaultName(key)
  const file = join(folder, name)
  const unfinished = join(folder, `.${name}.${randomBytes(6).toString('hex')}.part`)
  try {
    if (await isThere(file)) throw fileThere(file)
    await removeUnfinished(folder)
    const { takenAt, ...counts } = await write(request, unfinished)
    if (!key || opens(key)) await checkBackup(unfinished, key)
    signal.throwIfAborted()
    await publish(unfinished, file)
    const { size } = await stat(file)
    return { at: takenAt, file: name, bytes: size, encrypted: key !== null, ...counts }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw writingFailed(folder, error)
  }
}
