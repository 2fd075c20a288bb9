import { cpSync, constants, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdtemp, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import type { Config } from '../config.ts'
import { engineDir } from '../db/data-dir.ts'
import { startEngine } from '../db/engine.ts'
import { appliedMigrations } from '../db/migrate.ts'
import { openAsIs, type Database } from '../db/open.ts'
import { createPool, type Log, type Queryable } from '../db/pool.ts'
import { noRoomForCopy, nothingHere } from './problems.ts'
import { beginReading } from './read-rows.ts'

const COPY = /^copy-/
/** What a backup that was killed left behind is taken away after this time. */
const LEFT_BEHIND_MS = 3_600_000
/** What the running engine needs to go on beside the copy. */
const MARGIN_BYTES = 256 * 1024 * 1024

type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseReadUrl'>

/** One state of the database, read at leisure, beside the database as it goes on. */
export interface Snapshot {
  /** In a transaction begun by `beginReading`. */
  client: PoolClient
  /** Ends the transaction and gives up what was held for it; may be called twice. */
  end: () => Promise<void>
  /** The database of now; to be asked only after `end`, for the embedded engine has one session. */
  live: Queryable
  /** Ends all of it. */
  close: () => Promise<void>
}

function bytesUnder(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  )
  // A file that the engine removed meanwhile needs no room.
  return files.reduce(
    (sum, file) => sum + (statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.size ?? 0),
    0
  )
}

async function checkRoom(dataDir: string) {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < bytesUnder(engineDir(dataDir)) + MARGIN_BYTES) throw noRoomForCopy(dataDir)
}

function removeLeftBehind(dataDir: string) {
  for (const name of readdirSync(dataDir).filter((name) => COPY.test(name))) {
    const path = join(dataDir, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found && Date.now() - found.mtimeMs > LEFT_BEHIND_MS) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Copies the engine's files while a transaction of ours has the only session: nobody writes then, and everybody waits for
 * no longer than the copying takes (where the file system shares blocks, for a moment only).
 */
async function copyEngine(db: Pool, dataDir: string, target: string) {
  const client = await db.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query('checkpoint')
    cpSync(engineDir(dataDir), engineDir(target), { recursive: true, mode: constants.COPYFILE_FICLONE })
    // Answered only if the engine lived all the while; what it had open would be in the copy by halves otherwise.
    await client.query('rollback')
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.release(broken)
  }
}

/** An engine of our own over a copy of the running one's files. */
async function openCopy(db: Pool, dataDir: string, log: Log) {
  removeLeftBehind(dataDir)
  await checkRoom(dataDir)
  const folder = await mkdtemp(join(dataDir, 'copy-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await copyEngine(db, dataDir, folder)
    const engine = await startEngine(folder, log)
    const pool = createPool(engine.connection, log)
    const close = async () => {
      await pool.end()
      await engine.close()
      remove()
    }
    return { pool, close }
  } catch (error) {
    remove()
    throw error
  }
}

const nothing = async () => undefined

/** The pool whose state is read: the database itself, or, where its one session must be given back soon, a copy of it. */
const sourceOf = async (
  { database, isShared }: { database: Database; isShared: boolean },
  dataDir: string,
  log: Log
) => (isShared ? openCopy(database.db, dataDir, log) : { pool: database.db, close: nothing })

async function begin(pool: Pool) {
  const client = await pool.connect()
  try {
    await beginReading(client)
    return client
  } catch (error) {
    client.release(error instanceof Error ? error : true)
    throw error
  }
}

/**
 * A state of the configured database that does not change while it is read, taken while the program serves. Nothing is
 * migrated. Throws `Unusable` where there is no database of ours, or no room for the embedded engine's copy.
 */
export async function openSnapshot(config: DatabaseConfig, log: Log): Promise<Snapshot> {
  const { dataDir, databaseUrl } = config
  if (!databaseUrl && !existsSync(engineDir(dataDir))) throw nothingHere(dataDir)
  const opened = await openAsIs(config, log)
  const { database } = opened
  try {
    if ((await appliedMigrations(database.db)).length === 0)
      throw nothingHere(databaseUrl ? 'DATABASE_URL' : dataDir)
    const source = await sourceOf(opened, dataDir, log)
    const client = await begin(source.pool).catch(async (error: unknown) => {
      await source.close()
      throw error
    })
    let ending: Promise<void> | undefined
    const end = () => {
      ending ??= (async () => {
        // A transaction that only read is over, whatever becomes of it.
        const lost = await client.query('rollback').then(
          () => undefined,
          (error: Error) => error
        )
        client.release(lost)
        await source.close()
      })()
      return ending
    }
    return { client, end, live: database.db, close: () => end().then(() => database.close()) }
  } catch (error) {
    await database.close()
    throw error
  }
}
