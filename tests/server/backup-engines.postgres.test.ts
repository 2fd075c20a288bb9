import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyAudit } from '../../server/accounts/audit-verify.ts'
import { readSequences } from '../../server/backup/catalog-queries.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { migrate } from '../../server/db/migrate.ts'
import {
  emptyPlace,
  fillWithReports,
  lookInto,
  requestOf,
  restoreInto,
  rowsOf,
  work,
  type Place
} from '../support/backups.ts'
import { quietLog } from '../support/quiet-log.ts'
import { dumpSchema, schemaFile } from '../support/schema-dump.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

let database: TestDatabase
let folder: string
let embedded: Awaited<ReturnType<typeof emptyPlace>>
let server: Awaited<ReturnType<typeof emptyPlace>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-backup-'))
  database = await openTestDatabase()
  embedded = await emptyPlace('pglite')
  server = await emptyPlace('postgres')
})
afterAll(async () => {
  await database.close()
  await embedded.remove()
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function moveTo(place: Place, from: Place, name: string) {
  const good = await makeBackup(requestOf(from, folder, { name }))
  await restoreInto(place, join(folder, good.file))
  return good
}

test('from PostgreSQL to the embedded engine and back: every row, sequence and rule is the same', async () => {
  const { DATA_DIR, DATABASE_URL } = database.environment
  const source = { dataDir: DATA_DIR, databaseUrl: DATABASE_URL, databaseReadUrl: undefined }
  await fillWithReports(database.db)
  await work(database.db, DATA_DIR, 1)
  const rows = await rowsOf(database.db)
  const sequences = await readSequences(database.db)

  const there = await moveTo(embedded, source, 'there.tar.gz')
  const back = await moveTo(server, embedded, 'back.tar.gz')

  expect(back).toMatchObject({ rows: there.rows, files: 1, missingFiles: 0 })
  await lookInto(server, async (db) => {
    expect(await rowsOf(db)).toEqual(rows)
    expect(await readSequences(db)).toEqual(sequences)
    expect((await verifyAudit(db)).faults).toEqual([])
  })
  const connectionString = server.databaseUrl ?? ''
  expect(await dumpSchema(connectionString)).toBe(readFileSync(schemaFile, 'utf8'))
  expect(await migrate({ connectionString }, quietLog)).toEqual([])
})
