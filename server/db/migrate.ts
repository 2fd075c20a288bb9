import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { projectRoot } from '../root.ts'
import type { Log, Queryable } from './pool.ts'

const DIRECTORY = join(projectRoot, 'migrations')
const TABLE = 'migration'
const SQL_FILE = /^\d{4}_[a-z0-9_]+\.sql$/

/**
 * Applies each file of `migrations/` that this database has not had yet, one transaction each, and answers their names.
 * A second process waits for the first one's lock. Throws when a file fails, with its database error.
 */
export async function migrate(connection: ClientConfig, log: Log): Promise<string[]> {
  const dbClient = new pg.Client(connection)
  let lost: Error | undefined
  dbClient.on('error', (error) => {
    log.error(error.message)
    lost = error
  })
  await dbClient.connect()
  try {
    if (await isCurrent(dbClient)) return []
    // Loaded only when there is something to do: a command must begin at once.
    const { runner } = await import('node-pg-migrate')
    const done = await runner({
      dbClient,
      dir: DIRECTORY,
      direction: 'up',
      migrationsTable: TABLE,
      ignorePattern: '(?!.*\\.sql$).*',
      singleTransaction: false,
      advisoryLockMode: 'wait',
      logger: { ...log, info: () => undefined, debug: () => undefined }
    })
    return done.map(({ name }) => name)
  } catch (error) {
    // The tool wraps what it met in an error of its own; that the database went away must stay visible.
    throw lost ?? error
  } finally {
    await dbClient.end()
  }
}

/** Names of the migrations this program needs, in order. */
export async function knownMigrations(): Promise<string[]> {
  const files = await readdir(DIRECTORY)
  return files
    .filter((file) => SQL_FILE.test(file))
    .map((file) => file.replace(/\.sql$/, ''))
    .sort()
}

/**
 * Gives an empty database these migrations within the caller's transaction, so that a failure of what follows leaves
 * nothing of them. Which ones it has had is for the caller to write into the table `migration`, made here as the tool
 * makes it.
 */
export async function migrateWithin(client: Pick<Queryable, 'query'>, names: readonly string[]) {
  await client.query(
    `create table ${TABLE} (id serial primary key, name varchar(255) not null, run_on timestamp not null)`
  )
  for (const name of names) await client.query(await readFile(join(DIRECTORY, `${name}.sql`), 'utf8'))
}

/** Names of the migrations a database has had, in their order; none before the first one. */
export async function appliedMigrations(db: Pick<Queryable, 'query'>): Promise<string[]> {
  const { rows: tables } = await db.query<{ present: boolean }>(
    `select to_regclass('public.migration') is not null as present`
  )
  if (!tables[0]?.present) return []
  const { rows } = await db.query<{ name: string }>('select name from migration order by run_on, id')
  return rows.map(({ name }) => name)
}

/** Whether the database has had exactly what this program knows: anything else is for the tool to judge. */
async function isCurrent(db: Pick<Queryable, 'query'>): Promise<boolean> {
  const [applied, known] = await Promise.all([appliedMigrations(db), knownMigrations()])
  return applied.length === known.length && applied.every((name, index) => name === known[index])
}

/** Whether every migration this program knows has been applied; false before the first one. Throws when the database is away. */
export async function isMigrated(db: Queryable): Promise<boolean> {
  const applied = new Set(await appliedMigrations(db))
  return (await knownMigrations()).every((name) => applied.has(name))
}
