import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolConfig } from 'pg'
import type { Config } from '../config.ts'
import { findOwner } from './data-dir.ts'
import { engineConnection, startEngine } from './engine.ts'
import { isMigrated, migrate } from './migrate.ts'
import { createPool, type Log, type Queryable } from './pool.ts'
import { withPrimary } from './read-replica.ts'

const OWNER_PATIENCE_MS = 120_000
/** Whoever asks waits no longer for a replica that does not answer. */
const REPLICA_TIMEOUT_MS = 2_000

/** The pool of a running program; `readDb` asks the replica that is named, if any, else it is `db` itself. */
export interface Database {
  db: Pool
  readDb: Queryable
  /** How a program of its own (pg_dump, a benchmark, a cursor) connects. */
  connection: PoolConfig
  /** Ends the pools, then the embedded engine when this process runs it. */
  close: () => Promise<void>
}

type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseReadUrl'>

function pools(
  connection: PoolConfig,
  readConnection: PoolConfig | undefined,
  log: Log,
  after: () => Promise<void>
) {
  const db = createPool(connection, log)
  const replica = readConnection && createPool(readConnection, log)
  const close = async () => {
    await Promise.all([db.end(), replica?.end()])
    await after()
  }
  return { db, readDb: replica ? withPrimary(replica, db, log) : db, connection, close }
}

const nothing = async () => undefined

/**
 * Opens the database that the configuration names, or starts the embedded engine on the data folder. Nothing is
 * migrated yet. Throws `DataDirInUse` when a living process owns the folder.
 */
export async function openDatabase(config: DatabaseConfig, log: Log): Promise<Database> {
  const { databaseUrl, databaseReadUrl, dataDir } = config
  if (databaseUrl) {
    const readConnection = databaseReadUrl
      ? { connectionString: databaseReadUrl, connectionTimeoutMillis: REPLICA_TIMEOUT_MS }
      : undefined
    return pools({ connectionString: databaseUrl }, readConnection, log, nothing)
  }
  const engine = await startEngine(dataDir, log)
  return pools(engine.connection, undefined, log, engine.close)
}

async function awaitMigrated(database: Database) {
  const until = Date.now() + OWNER_PATIENCE_MS
  for (;;) {
    const failure = await isMigrated(database.db).then(
      (migrated) => (migrated ? undefined : new Error('Cơ sở dữ liệu chưa được cập nhật cấu trúc')),
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
  const owner = config.databaseUrl ? undefined : findOwner(config.dataDir)
  if (owner) return awaitMigrated(pools(engineConnection(owner.socketDir), undefined, log, nothing))
  const database = await openDatabase(config, log)
  try {
    await prepare(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
