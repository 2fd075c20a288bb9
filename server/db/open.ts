import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolConfig } from 'pg'
import type { Config } from '../config.ts'
import { Unusable } from '../unusable.ts'
import { findOwner } from './data-dir-lock.ts'
import { engineConnection, startEngine } from './engine.ts'
import { isMigrated, migrate } from './migrate.ts'
import { createPool, PUBLIC_LIMITS, type Log, type Queryable } from './pool.ts'
import { withPrimary } from './read-replica.ts'

const OWNER_PATIENCE_MS = 120_000
/** Whoever asks waits no longer for a replica that does not answer. */
const REPLICA_TIMEOUT_MS = 2_000

/** The pools of a running program. */
export interface Database {
  /** For what may take its time: migrating, importing. */
  db: Pool
  /** For answering the public, within bounds; `readDb` asks the replica that is named, if any, else it is `db` itself. */
  http: { db: Pool; readDb: Queryable }
  /** How a program of its own (pg_dump, a benchmark, a cursor) connects. */
  connection: PoolConfig
  /** Ends the pools, then the embedded engine when this process runs it. */
  close: () => Promise<void>
}

type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseReadUrl'>

interface Connections {
  connection: PoolConfig
  limits: PoolConfig
  replica?: PoolConfig
}

function pools({ connection, limits, replica }: Connections, log: Log, after: () => Promise<void>): Database {
  const db = createPool(connection, log)
  const asked = createPool({ ...connection, ...limits }, log)
  const copy = replica && createPool({ ...replica, ...limits }, log)
  const close = async () => {
    await Promise.all([db.end(), asked.end(), copy?.end()])
    await after()
  }
  return { db, http: { db: asked, readDb: copy ? withPrimary(copy, asked, log) : asked }, connection, close }
}

const nothing = async () => undefined

/** The pools over an engine, of this process or of the program that runs. */
const enginePools = (connection: PoolConfig, log: Log, after: () => Promise<void>) =>
  pools({ connection, limits: PUBLIC_LIMITS.embedded }, log, after)

/**
 * Opens the database that the configuration names, or starts the embedded engine on the data folder. Nothing is
 * migrated yet. `onEnd` hears when the embedded engine is gone for good. Throws `DataDirInUse` when a living process
 * owns the folder.
 */
export async function openDatabase(
  config: DatabaseConfig,
  log: Log,
  onEnd?: (reason: Unusable) => void
): Promise<Database> {
  const { databaseUrl, databaseReadUrl, dataDir } = config
  if (databaseUrl) {
    const replica = databaseReadUrl
      ? { connectionString: databaseReadUrl, connectionTimeoutMillis: REPLICA_TIMEOUT_MS }
      : undefined
    const connection = { connectionString: databaseUrl }
    return pools(
      { connection, limits: PUBLIC_LIMITS.postgres, ...(replica ? { replica } : {}) },
      log,
      nothing
    )
  }
  const engine = await startEngine(dataDir, log, onEnd)
  return enginePools(engine.connection, log, engine.close)
}

const NOT_MIGRATED = {
  vi: 'Chương trình đang chạy chưa cập nhật xong cấu trúc cơ sở dữ liệu. Hãy đợi chương trình báo đã chạy rồi thử lại.',
  en: 'The program that runs has not yet brought its database up to date. Wait until it says that it runs, then try again.'
}

async function awaitMigrated(database: Database) {
  const until = Date.now() + OWNER_PATIENCE_MS
  for (;;) {
    const failure = await isMigrated(database.db).then(
      (migrated) => (migrated ? undefined : new Unusable(NOT_MIGRATED)),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
    )
    if (!failure) return database
    if (Date.now() > until) {
      await database.close()
      throw failure
    }
    await sleep(200)
  }
}

/**
 * The migrated database for a command on the machine: through the running program's engine when one owns the data
 * folder, else as its owner for the time of the command; `prepare` brings it up to date then (default: migrate).
 */
export async function openForCommand(
  config: DatabaseConfig,
  log: Log,
  prepare = (database: Database): Promise<unknown> => migrate(database.connection, log)
): Promise<Database> {
  const owner = config.databaseUrl ? undefined : await findOwner(config.dataDir)
  if (owner) return awaitMigrated(enginePools(engineConnection(owner.socketDir), log, nothing))
  const database = await openDatabase(config, log)
  try {
    await prepare(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/**
 * The database as it is, nothing migrated. `isShared`: it is the running program's embedded engine, whose one session must
 * be given back soon.
 */
export async function openAsIs(
  config: DatabaseConfig,
  log: Log
): Promise<{ database: Database; isShared: boolean }> {
  const owner = config.databaseUrl ? undefined : await findOwner(config.dataDir)
  if (owner) return { database: enginePools(engineConnection(owner.socketDir), log, nothing), isShared: true }
  return { database: await openDatabase(config, log), isShared: false }
}
