import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log, Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import type { ByteStore } from '../media/store.ts'
import type { BackupKey } from './key-file.ts'
import type { Manifest } from './format.ts'
import { checkMigrations, loadDatabase } from './load-database.ts'
import { notEmpty } from './problems.ts'
import { checkBackup, readBackup, type BackupPiece } from './read-backup.ts'
import { openPlace, type Furnish } from './restore-place.ts'

/** What is restored, and where. */
export interface RestoreRequest {
  file: string
  key: BackupKey | null
  config: Pick<Config, 'dataDir' | 'databaseUrl'>
  files: ByteStore
  /** Looks at the restored database before it counts. */
  check?: (db: Queryable, manifest: Manifest) => Promise<void>
  /** Left out: an engine makes its first files itself, which is most of the time that a small restore takes. */
  furnish?: Furnish
  log: Log
  signal: AbortSignal
}

/** What was restored. */
export interface Restored {
  takenAt: string
  rows: number
  files: number
  missingFiles: number
}

const PREFIXES = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'))

async function checkNoFiles(files: ByteStore) {
  for (const prefix of PREFIXES)
    for await (const { sha256 } of files.list(prefix))
      throw notEmpty(
        `Kho ảnh đã có tệp (${sha256.slice(0, 12)}…).`,
        `The store of pictures has files already (${sha256.slice(0, 12)}…).`
      )
}

/** The store as a restore fills it; `takeBack` removes what it put there, and logs what it cannot remove. */
function filling(files: ByteStore, dataDir: string, log: Log) {
  const folder = join(dataDir, 'media')
  const isNew = !existsSync(folder)
  const isNewAbove = !existsSync(dataDir)
  const put: string[] = []
  return {
    async keepFile(sha256: string, bytes: Buffer) {
      put.push(sha256)
      await files.put(sha256, bytes)
    },
    async takeBack() {
      for (const sha256 of put)
        await files.remove(sha256).catch((error: unknown) =>
          // A store that went away is why it is taken back: that is what is said.
          log.warn(`Chưa xóa được tệp ${sha256} vừa khôi phục: ${String(error)}`)
        )
      if (isNew) rmSync(folder, { recursive: true, force: true })
      if (isNewAbove && existsSync(dataDir) && readdirSync(dataDir).length === 0) rmdirSync(dataDir)
    }
  }
}

async function* whileWanted(pieces: AsyncIterable<BackupPiece>, signal: AbortSignal) {
  for await (const piece of pieces) {
    signal.throwIfAborted()
    yield piece
  }
}

/**
 * Restores a backup into an empty place: an empty database or a data folder without one, and a store without files. The
 * whole file is read and checked before anything is touched, and every row again before it counts. All of it or nothing is
 * there afterwards. Throws `Unusable` for what the person at the machine can mend.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { file, key, config, files, log, signal } = request
  const { check = async () => undefined, furnish = () => undefined } = request
  const { manifest, end } = await checkBackup(file, key)
  await checkMigrations(file, manifest)
  signal.throwIfAborted()
  await checkNoFiles(files)
  const place = await openPlace(config, log, furnish)
  try {
    const { keepFile, takeBack } = filling(files, config.dataDir, log)
    try {
      const pieces = whileWanted(readBackup(file, key), signal)
      await inTransaction(place.pool, async (client) => {
        await loadDatabase(client, { file, manifest, end, pieces, keepFile })
        await check(client, manifest)
      })
      await place.keep()
    } catch (error) {
      await takeBack()
      throw error
    }
  } finally {
    await place.leave()
  }
  const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
  return { takenAt: manifest.takenAt, rows, files: end.files, missingFiles: end.missingFiles.length }
}
