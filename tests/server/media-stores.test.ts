import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { folderStore } from '../../server/media/folder-store.ts'
import { checkFiles, keepMedia, sweepOrphans, sweepUploads } from '../../server/media/keeping.ts'
import { openMedia, type Media } from '../../server/media/open.ts'
import { addressOf, type ByteStore } from '../../server/media/store.ts'
import { photo } from '../support/media-files.ts'
import { hashOf, startMedia, upload } from '../support/media-app.ts'
import { quietLog } from '../support/quiet-log.ts'
import { startS3 } from '../support/s3-double.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// The same files in a folder and in an S3-compatible store; what is swept, what is found damaged.

let database: TestDatabase
let folder: string
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  database = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'diaban-store-'))
  s3 = await startS3()
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

const dataDir = (name: string) => join(folder, name)
const open = (kind: string): Media =>
  openMedia({ dataDir: dataDir(kind), ...(kind === 's3' ? { mediaS3: s3.config } : {}) }, database.db)
const DAY_MS = 24 * 3600 * 1000
const twoDaysAgo = () => new Date(Date.now() - 2 * DAY_MS)

/** Makes a file of a store look two days old. */
function age(kind: string, sha256: string) {
  if (kind === 'folder')
    return utimesSync(join(dataDir(kind), 'media', addressOf(sha256)), twoDaysAgo(), twoDaysAgo())
  const kept = s3.files.get(addressOf(sha256))
  if (kept) kept.modifiedAt = twoDaysAgo()
}

/** Changes a byte of a file behind the program's back. */
function damage(kind: string, sha256: string) {
  if (kind === 'folder') return writeFileSync(join(dataDir(kind), 'media', addressOf(sha256)), 'changed')
  s3.files.set(addressOf(sha256), { bytes: Buffer.from('changed'), modifiedAt: new Date() })
}

const listed = async (files: ByteStore, sha256: string) => {
  for await (const file of files.list(sha256.slice(0, 2))) if (file.sha256 === sha256) return true
  return false
}
const rowOf = async (sha256: string) =>
  (
    await database.db.query<{ open: boolean; damaged: boolean }>(
      `select open, damaged_at is not null as damaged from media where sha256 = decode($1, 'hex')`,
      [sha256]
    )
  ).rows[0]
const makeOld = (sha256: string) =>
  database.db.query(
    `update media set created_at = now() - interval '2 days' where sha256 = decode($1, 'hex')`,
    [sha256]
  )

/** Some report's picture. */
async function nameIt(sha256: string) {
  const id = randomUUID()
  await database.db.query(
    `insert into report_category (code, name_vi, name_en, theme, resolve_hours, duplicate_radius_m, duplicate_days, position)
     values ('c', 'c', 'c', 'other', 8, 10, 10, 1) on conflict do nothing`
  )
  await database.db.query(
    `insert into report (id, number, category_code, sensitive, urgent, geom, place_from, channel)
     values ($1, $2, 'c', false, false, st_setsrid(st_makepoint(105, 21), 4326), 'map', 'web')`,
    [id, `PA-2026-${id.slice(0, 6)}`]
  )
  await database.db.query(
    `insert into report_media (report_id, sha256, role) values ($1, decode($2, 'hex'), 'before')`,
    [id, sha256]
  )
}

describe.each(['folder', 's3'])('%s', (kind) => {
  test('gives back what it was given, whole or a part, and lists it', async () => {
    const { files } = open(kind)
    const bytes = Buffer.from(`bytes of a ${kind}`)
    const sha256 = hashOf(bytes)
    expect(await files.sizeOf(sha256)).toBeNull()
    expect(await files.read(sha256)).toBeNull()
    await files.put(sha256, bytes)
    await files.put(sha256, bytes)

    expect(await files.sizeOf(sha256)).toBe(bytes.length)
    expect(await text((await files.read(sha256)) ?? Readable.from([]))).toBe(`bytes of a ${kind}`)
    expect(await text((await files.read(sha256, { start: 6, end: 7 })) ?? Readable.from([]))).toBe('of')
    expect(await listed(files, sha256)).toBe(true)
    await files.remove(sha256, new Date(0))
    expect(await files.sizeOf(sha256)).toBe(bytes.length)
    await files.remove(sha256)
    await files.remove(sha256)
    expect(await files.sizeOf(sha256)).toBeNull()
    expect(await listed(files, sha256)).toBe(false)
  })

  test('lists many of one beginning', async () => {
    const { files } = open(kind)
    const names = Array.from({ length: 5 }, (_, index) => `fe${String(index).repeat(62)}`)
    for (const name of names)
      if (kind === 's3') s3.files.set(addressOf(name), { bytes: Buffer.from('x'), modifiedAt: new Date() })
      else await files.put(name, Buffer.from('x'))
    const found: string[] = []
    for await (const { sha256 } of files.list('fe')) found.push(sha256)

    expect(found.sort()).toEqual(names)
    for (const name of names) await files.remove(name)
  })

  test('takes in, publishes and takes back', async () => {
    const { store, files } = open(kind)
    const bytes = await photo({ width: 300, height: 200 })
    const { sha256 } = await store.take(bytes)
    const made = await store.publish(sha256, [])

    expect((await buffer((await files.read(sha256)) ?? Readable.from([]))).equals(bytes)).toBe(true)
    expect(await files.sizeOf(made.picture)).toBeGreaterThan(0)
    await store.withdraw(sha256)
    expect(await rowOf(made.picture)).toMatchObject({ open: false })
  })

  test('a public picture that somebody sends in as his own is closed all the same', async () => {
    const { store } = open(kind)
    const { sha256 } = await store.take(await photo({ width: 310, height: 200 }))
    const { picture, thumbnail } = await store.publish(sha256, [])
    await nameIt(picture)
    await nameIt(thumbnail)
    await store.withdraw(sha256)

    expect(await rowOf(picture)).toMatchObject({ open: false })
    expect(await rowOf(thumbnail)).toMatchObject({ open: false })
    await store.publish(sha256, [])
    await database.db.query(`update media set created_at = now() - interval '2 hours'`)
    await sweepOrphans({ ...open(kind), db: database.db }, picture.slice(0, 2))
    expect(await rowOf(picture)).toMatchObject({ open: false })

    await store.forget(sha256)
    expect(await rowOf(sha256)).toBeUndefined()
    expect(await rowOf(picture)).toBeDefined()
    await database.db.query('delete from report_media')
  })

  test('handed in again after a day, a file is wanted again', async () => {
    const media = open(kind)
    const bytes = await photo({ width: 130, height: 90 })
    const { sha256 } = await media.store.take(bytes)
    await makeOld(sha256)
    age(kind, sha256)
    await media.store.take(bytes)
    await media.files.remove(sha256, new Date(Date.now() - DAY_MS))
    expect(await media.files.sizeOf(sha256)).toBe(bytes.length)
  })

  test('files without a row, and rows that nothing names, go after a day; young ones stay', async () => {
    const media = open(kind)
    const sweep = (sha256: string) => sweepOrphans({ ...media, db: database.db }, sha256.slice(0, 2))
    const stray = hashOf(Buffer.from('nobody knows me'))
    await media.files.put(stray, Buffer.from('nobody knows me'))
    await sweep(stray)
    expect(await media.files.sizeOf(stray)).not.toBeNull()
    age(kind, stray)
    await sweep(stray)
    expect(await media.files.sizeOf(stray)).toBeNull()

    const { sha256 } = await media.store.take(await photo({ width: 100, height: 90 }))
    const { picture, thumbnail } = await media.store.publish(sha256, [])
    await sweep(sha256)
    expect(await rowOf(sha256)).toBeDefined()
    for (const name of [picture, thumbnail, sha256]) {
      await makeOld(name)
      age(kind, name)
      await sweep(name)
      expect(await rowOf(name)).toBeUndefined()
      expect(await media.files.sizeOf(name)).toBeNull()
    }
  })

  test('forgotten, a file and what was made of it are gone at once; what is named stays', async () => {
    const { store, files } = open(kind)
    const { sha256 } = await store.take(await photo({ width: 120, height: 90 }))
    const { picture, thumbnail } = await store.publish(sha256, [])
    await nameIt(sha256)
    await store.forget(sha256)
    expect(await files.sizeOf(sha256)).not.toBeNull()
    expect(await rowOf(picture)).toBeUndefined()

    await database.db.query('delete from report_media')
    await store.forget(sha256)
    for (const name of [sha256, picture, thumbnail]) {
      expect(await rowOf(name)).toBeUndefined()
      expect(await files.sizeOf(name)).toBeNull()
    }
  })

  test('damage is found, told once, and mended by handing the file in again', async () => {
    const media = open(kind)
    await database.db.query('update media set checked_at = now()')
    const bytes = await photo({ width: 110, height: 90 })
    const { sha256 } = await media.store.take(bytes)
    const lines: string[] = []
    const log = { ...quietLog, error: (line: string) => void lines.push(line) }
    const check = () => checkFiles({ ...media, db: database.db, log })
    const again = () =>
      database.db.query(`update media set checked_at = null where sha256 = decode($1, 'hex')`, [sha256])

    expect(await check()).toEqual([])
    expect(await check()).toEqual([])
    damage(kind, sha256)
    await again()
    expect(await check()).toEqual([sha256])
    await again()
    expect(await check()).toEqual([sha256])
    expect(lines).toEqual([expect.stringContaining(sha256)])
    expect(await rowOf(sha256)).toMatchObject({ damaged: true })
    await expect(media.store.publish(sha256, [])).rejects.toMatchObject({ statusCode: 422 })

    await media.store.take(bytes)
    expect(await check()).toEqual([])
    expect(await rowOf(sha256)).toMatchObject({ damaged: false })
    await media.files.remove(sha256)
    await again()
    expect(await check()).toEqual([sha256])
  })

  test('a file that cannot be read now keeps no other from being compared', async () => {
    const media = open(kind)
    await database.db.query('update media set checked_at = now()')
    const closed = await media.store.take(await photo({ width: 112, height: 90 }))
    const fine = await media.store.take(await photo({ width: 114, height: 90 }))
    const read: ByteStore['read'] = (sha256) =>
      sha256 === closed.sha256 ? Promise.reject(new Error('EACCES')) : media.files.read(sha256)
    const files = { ...media.files, read }
    await database.db.query(
      `update media set checked_at = case sha256 when decode($2, 'hex') then now() - interval '90 days' end
       where sha256 in (decode($1, 'hex'), decode($2, 'hex'))`,
      [closed.sha256, fine.sha256]
    )

    await expect(checkFiles({ db: database.db, files, log: quietLog })).rejects.toThrow('EACCES')
    const { rows } = await database.db.query<{ fresh: boolean }>(
      `select checked_at > now() - interval '1 day' as fresh from media where sha256 = decode($1, 'hex')`,
      [fine.sha256]
    )
    expect(rows).toEqual([{ fresh: true }])
  })
})

describe('an S3-compatible store', () => {
  test('is asked with signatures only', () => {
    expect(s3.state.unsigned).toBe(0)
  })

  test('that is away is a 503 by a sentence; the upload waits and is taken in later', async () => {
    const server = await startMedia(database, { change: () => open('s3') })
    s3.state.isAway = true
    const { address, answer } = await upload(server.url, await photo({ width: 64, height: 64 }))
    expect(answer?.status).toBe(503)
    expect((await answer?.json()).detail).toContain('store of files')

    s3.state.isAway = false
    const asked = await fetch(address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })
    expect(asked.headers.get('upload-offset')).toBe(asked.headers.get('upload-length'))
    expect(server.received).toHaveLength(1)
    await server.stop()
  })
})

describe('a folder', () => {
  test('what a killed writer left is never seen and goes after a day', async () => {
    const files = folderStore(join(folder, 'left'))
    const sha256 = hashOf(Buffer.from('whole'))
    await files.put(sha256, Buffer.from('whole'))
    const path = join(folder, 'left', addressOf(sha256))
    writeFileSync(`${path}.0123456789ab.new`, 'ha')
    const prefix = sha256.slice(0, 2)

    expect(await listed(files, sha256)).toBe(true)
    expect(await files.sweepUnfinished(prefix, twoDaysAgo())).toBe(0)
    utimesSync(`${path}.0123456789ab.new`, twoDaysAgo(), twoDaysAgo())
    expect(await files.sweepUnfinished(prefix, new Date(Date.now() - DAY_MS))).toBe(1)
    expect(readdirSync(join(path, '..'))).toEqual([sha256])
  })

  test('takes no name but a hash', async () => {
    const files = folderStore(join(folder, 'names'))
    for (const name of ['../../x', '', 'A'.repeat(64), `${'0'.repeat(64)}/..`])
      await expect((async () => files.sizeOf(name))()).rejects.toThrow('not the name')
  })
})

test('uploads that nobody went on with for a week go', async () => {
  const uploadsFolder = join(folder, 'uploads')
  await sweepUploads({ uploadsFolder })
  const [old, young] = [join(uploadsFolder, 'old'), join(uploadsFolder, 'young')]
  writeFileSync(old, 'x')
  writeFileSync(young, 'x')
  utimesSync(old, new Date(Date.now() - 8 * DAY_MS), new Date(Date.now() - 8 * DAY_MS))

  expect(await sweepUploads({ uploadsFolder })).toBe(1)
  expect(readdirSync(uploadsFolder)).toEqual(['young'])
})

test('looking after the files ends when it is told to', async () => {
  const end = keepMedia({ ...open('folder'), db: database.db, log: quietLog })
  await end()
  await end()
})

test('where uploads have no folder, files are compared and what is lost is told all the same', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const media = open('folder')
  await database.db.query('update media set checked_at = now()')
  const { sha256 } = await media.store.take(await photo({ width: 116, height: 90 }))
  await media.files.remove(sha256)
  writeFileSync(join(folder, 'taken'), '')
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const log = { ...quietLog, warn: say, error: say }
  const uploadsFolder = join(folder, 'taken', 'uploads')
  const end = keepMedia({ ...media, uploadsFolder, db: database.db, log })
  vi.advanceTimersByTime(5 * 60 * 1000)
  vi.useRealTimers()

  await expect
    .poll(() => lines.slice(1))
    .toEqual([expect.stringContaining(sha256), expect.stringContaining('ENOTDIR')])
  await end()
})

test('how the files are is told to whoever asks', async () => {
  const server = await startMedia(database)
  const response = await fetch(`${server.url}/health/media`)
  const health = await response.json()
  await server.stop()

  expect(health).toMatchObject({ status: 'damaged' })
  expect(health.damaged).toBeGreaterThan(0)
})
