import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { openFiles } from '../../server/media/open.ts'
import type { ByteStore } from '../../server/media/store.ts'
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
import { startS3 } from '../support/s3-double.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// Files in an S3-compatible store; how rows are read and written does not depend on where the files are.

const FILES = 5

let database: TestDatabase
let folder: string
let from: Awaited<ReturnType<typeof startS3>>
let into: Awaited<ReturnType<typeof startS3>>
let target: Awaited<ReturnType<typeof emptyPlace>>
let backup: string

beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'diaban-backup-'))
  from = await startS3()
  const { DATA_DIR, DATABASE_URL } = database.environment
  const source: Place = { dataDir: DATA_DIR, databaseUrl: DATABASE_URL, databaseReadUrl: undefined }
  await fillWithReports(database.db)
  for (let nth = 0; nth < FILES; nth += 1) await work(database.db, DATA_DIR, nth, from.config)
  const good = await makeBackup(requestOf(source, folder, { files: filesOf(DATA_DIR, from) }))
  expect(good).toMatchObject({ files: FILES, missingFiles: 0 })
  backup = join(folder, good.file)
})
afterAll(async () => {
  await database.close()
  await from.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  target = await emptyPlace()
  into = await startS3()
})
afterEach(async () => {
  await target.remove()
  await into.stop()
})

const filesOf = (dataDir: string, s3: typeof into): ByteStore => openFiles({ dataDir, mediaS3: s3.config })
const restore = (files = filesOf(target.dataDir, into)) => restoreInto(target, backup, { files })

const storedOf = async (db: Pool) =>
  (
    await db.query<{ stored: string }>(
      `select distinct encode(stored_sha256, 'hex') as stored from media order by 1`
    )
  ).rows.map(({ stored }) => stored)

/** The hashes of the bytes that a store holds. */
const hashesIn = (s3: typeof into) =>
  [...s3.files.values()].map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')).sort()

test('every file is in the new store, byte for byte, and every row in the database', async () => {
  await restore()

  const stored = await lookInto(target, storedOf)
  expect(stored).toHaveLength(FILES)
  expect(hashesIn(into)).toEqual(stored)
  expect(hashesIn(into)).toEqual(hashesIn(from))
  expect([...into.files.keys()].sort()).toEqual([...from.files.keys()].sort())
  expect(into.state.unsigned).toBe(0)
  expect(await lookInto(target, rowsOf)).toEqual(await rowsOf(database.db))
})

test('a store that has a file is refused, and stays as it is', async () => {
  const files = filesOf(target.dataDir, into)
  const bytes = Buffer.from('somebody’s')
  await files.put(createHash('sha256').update(bytes).digest('hex'), bytes)

  await expect(restore()).rejects.toThrow('Kho ảnh đã có tệp')
  expect(into.files.size).toBe(1)
  expect(await lookInto(target, rowsOf)).toEqual({})
})

test('a store that goes away midway: nothing is left in it or in the database', async () => {
  const files = filesOf(target.dataDir, into)
  const put: ByteStore['put'] = async (sha256, bytes) => {
    if (into.files.size === FILES - 1) throw new Error('the store went away')
    await files.put(sha256, bytes)
  }

  await expect(restore({ ...files, put })).rejects.toThrow('the store went away')
  expect(into.files.size).toBe(0)
  expect(await lookInto(target, rowsOf)).toEqual({})
})

test('a store from which nothing can be taken back: what broke the restore is what is said', async () => {
  const files = filesOf(target.dataDir, into)
  const gone = async () => {
    throw new Error('still away')
  }
  const put: ByteStore['put'] = async (sha256, bytes) => {
    if (into.files.size === 1) throw new Error('the store went away')
    await files.put(sha256, bytes)
  }

  await expect(restore({ ...files, put, remove: gone })).rejects.toThrow('the store went away')
  expect(readdirSync(folder)).toEqual(['a.tar.gz'])
})
