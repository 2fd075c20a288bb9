import type { Config } from './config.ts'
import { migrate } from './db/migrate.ts'
import type { Database } from './db/open.ts'
import type { Log } from './db/pool.ts'

/** Brings a database to what this program needs: structure, then the data shipped with it. May be run again. */
export async function prepare(database: Database, _config: Pick<Config, 'demo'>, log: Log) {
  await migrate(database.connection, log)
}
