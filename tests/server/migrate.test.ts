import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { isMigrated, knownMigrations, migrate } from '../../server/db/migrate.ts'
import { openDatabase, type Database } from '../../server/db/open.ts'
import { quietLog } from '../support/quiet-log.ts'
import { createDataDir, createPostgresDatabase } from '../support/test-database.ts'

/** An empty database on the engine of the project. */
async function openEmpty() {
  const { dataDir, remove } = createDataDir({ migrated: false })
  const postgres = inject('engine') === 'postgres' ? await createPostgresDatabase('template0') : undefined
  const database = await openDatabase(
    { dataDir, databaseUrl: postgres?.url, databaseReadUrl: undefined },
    quietLog
  )
  const close = async () => {
    await database.close()
    await postgres?.drop()
    remove()
  }
  return { database, close }
}

describe('migrations', () => {
  let empty: { database: Database; close: () => Promise<void> }

  beforeAll(async () => {
    empty = await openEmpty()
  })
  afterAll(() => empty.close())

  test('apply from empty in order, and not again', async () => {
    const { db, connection } = empty.database

    expect(await isMigrated(db)).toBe(false)
    expect(await migrate(connection, quietLog)).toEqual(await knownMigrations())
    expect(await isMigrated(db)).toBe(true)
    expect(await migrate(connection, quietLog)).toEqual([])
  })

  test('leave the types as the program reads them', async () => {
    const { rows } = await empty.database.db.query(
      `select 3::bigint count, 1.25::numeric share, date '2026-11-22' "day", array[1, null]::bigint[] counts`
    )

    expect(rows).toEqual([{ count: 3, share: 1.25, day: '2026-11-22', counts: [1, null] }])
  })
})
