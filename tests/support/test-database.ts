import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../../server/db/open.ts'
import { databaseUrl } from './database-url.ts'
import { quietLog } from './quiet-log.ts'

/** A database of one test file and how a program of its own is told about it. */
export interface TestDatabase extends Database {
  /** `DATABASE_URL` and `DATA_DIR` as the program reads them. */
  environment: { DATABASE_URL?: string; DATA_DIR: string }
}

async function admin(sql: string) {
  const client = new pg.Client(inject('adminUrl'))
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** A fresh name and URL: a copy of the migrated template, or an empty database. PostgreSQL only. */
export async function createPostgresDatabase(template = inject('template')) {
  const name = `diaban_test_${randomBytes(6).toString('hex')}`
  await admin(`create database ${name} template ${template}`)
  return {
    url: databaseUrl(inject('adminUrl'), name),
    drop: () => admin(`drop database if exists ${name} with (force)`)
  }
}

/** A copy of the migrated data folder (PGlite) or an empty folder. */
export function createDataDir({ migrated = inject('engine') === 'pglite' } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-test-'))
  if (migrated) cpSync(join(inject('template'), 'engine'), join(dataDir, 'engine'), { recursive: true })
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** The test file's own migrated and otherwise empty database, on the engine of the project it runs in. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { dataDir, remove } = createDataDir()
  const postgres = inject('engine') === 'postgres' ? await createPostgresDatabase() : undefined
  const config = { dataDir, databaseUrl: postgres?.url, databaseReadUrl: undefined }
  const database = await openDatabase(config, quietLog)
  return {
    ...database,
    environment: { DATA_DIR: dataDir, ...(postgres ? { DATABASE_URL: postgres.url } : {}) },
    async close() {
      await database.close()
      await postgres?.drop()
      remove()
    }
  }
}
