import { createHash } from 'node:crypto'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { verifyAudit } from '../../server/accounts/audit-verify.ts'
import { readSequences } from '../../server/backup/catalog-queries.ts'
import { newManifest } from '../../server/backup/format.ts'
import { readKeyFile } from '../../server/backup/key-file.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { checkBackup } from '../../server/backup/read-backup.ts'
import { writeTar } from '../../server/backup/tar-file.ts'
import { openFiles } from '../../server/media/open.ts'
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
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// An engine of one's own takes its time where other tests run beside.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

let database: TestDatabase
let source: Place
let folder: string
let target: Awaited<ReturnType<typeof emptyPlace>>
/** A backup of what there is before the first test. */
let plain: { path: string; bytes: number; folder: string }

const keptIn = async (folder: string, more: Parameters<typeof requestOf>[2] = {}) => {
  const good = await makeBackup(requestOf(source, folder, more))
  return { ...good, path: join(folder, good.file) }
}

beforeAll(async () => {
  database = await openTestDatabase()
  const { DATA_DIR, DATABASE_URL } = database.environment
  source = { dataDir: DATA_DIR, databaseUrl: DATABASE_URL, databaseReadUrl: undefined }
  await fillWithReports(database.db)
  for (let nth = 0; nth < 5; nth += 1) await work(database.db, source.dataDir, nth)
  const plainFolder = mkdtempSync(join(tmpdir(), 'diaban-backup-'))
  plain = { ...(await keptIn(plainFolder)), folder: plainFolder }
})
afterAll(async () => {
  await database.close()
  rmSync(plain.folder, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-backup-'))
  target = await emptyPlace()
})
afterEach(async () => {
  await target.remove()
  rmSync(folder, { recursive: true, force: true })
})

const backUp = (more: Parameters<typeof requestOf>[2] = {}) => keptIn(folder, more)

const keyFile = async (text: string) => {
  const path = join(folder, 'key')
  writeFileSync(path, text)
  return readKeyFile(path)
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** The stored hashes that a restored database names whose bytes are not what they should be, and how many it names. */
async function brokenFiles(place: Place, db: Pool) {
  const files = openFiles(place)
  const { rows } = await db.query<{ stored: string }>(
    `select distinct encode(stored_sha256, 'hex') as stored from media`
  )
  const broken: string[] = []
  for (const { stored } of rows) {
    const stream = await files.read(stored)
    if (!stream || hashOf(await buffer(stream)) !== stored) broken.push(stored)
  }
  return { broken, count: rows.length }
}

test('under load: what is restored is one state, with every row, file and audit link of it, and goes on from there', async () => {
  const before = await rowsOf(database.db)
  let isDone = false
  let nth = 100
  const load = (async () => {
    while (!isDone) await work(database.db, source.dataDir, nth++)
  })()
  const good = await backUp().finally(() => (isDone = true))
  await load
  const after = await rowsOf(database.db)
  await restoreInto(target, good.path)

  expect(nth).toBeGreaterThan(101)
  await lookInto(target, async (db) => {
    const restored = await rowsOf(db)
    expect(Object.values(restored).flat()).toHaveLength(good.rows)
    for (const [table, lines] of Object.entries(restored).filter(([name]) => name !== 'public.audit_head')) {
      const known = new Set(after[table])
      expect(
        lines.filter((line) => !known.has(line)),
        table
      ).toEqual([])
      const there = new Set(lines)
      expect(
        before[table]?.filter((line) => !there.has(line)),
        table
      ).toEqual([])
    }
    // One transaction wrote a unit and its entry: neither is there without the other.
    const grown = (table: string) => (restored[table]?.length ?? 0) - (before[table]?.length ?? 0)
    expect(grown('public.unit')).toBe(grown('public.audit_entry'))
    expect(await brokenFiles(target, db)).toEqual({ broken: [], count: good.files })

    const entries = restored['public.audit_entry']?.length
    expect(await verifyAudit(db)).toMatchObject({ faults: [], entries })
    await work(db, target.dataDir, 5000)
    expect((await verifyAudit(db)).faults).toEqual([])
    await expect(db.query(`update audit_entry set action = ''`)).rejects.toThrow('append-only')
    await expect(
      db.query(`insert into category_unit (commune_code, category_code, unit_id) values ('1', 'x', 1)`)
    ).rejects.toThrow('foreign key')
  })
})

describe('nothing is overwritten', () => {
  test('a backup file that is there', async () => {
    const bytes = readFileSync(plain.path)

    await expect(keptIn(plain.folder)).rejects.toThrow(`Đã có tệp ${plain.path}`)
    expect(readFileSync(plain.path)).toEqual(bytes)
    expect(readdirSync(plain.folder)).toEqual(['a.tar.gz'])
  })

  test('a database with tables of ours', async () => {
    const before = await rowsOf(database.db)
    const place = { ...source, dataDir: source.databaseUrl ? folder : source.dataDir }
    const nowhere = openFiles({ dataDir: join(folder, 'files') })

    const refused = restoreInto(place, plain.path, { files: nowhere })
    await expect(refused).rejects.toThrow(/(đã có bảng|đã có cơ sở dữ liệu).*không ghi đè/)
    expect(await rowsOf(database.db)).toEqual(before)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a store that has a file', async () => {
    await openFiles(target).put(hashOf(Buffer.from('a')), Buffer.from('a'))

    await expect(restoreInto(target, plain.path)).rejects.toThrow('Kho ảnh đã có tệp')
    expect(readdirSync(target.dataDir)).toEqual(['media'])
  })
})

describe('with a key', () => {
  test('locked by a public key, opened by the secret one only', async () => {
    const secret = await generateIdentity()
    const recipient = await identityToRecipient(secret)
    const key = await keyFile(`# nơi cất khóa\n${recipient}\n`)
    const locked = await backUp({ key, name: null })
    expect(locked).toMatchObject({
      encrypted: true,
      file: expect.stringMatching(/^diaban-\d{8}T\d{6}Z\.tar\.gz\.age$/)
    })
    expect(readFileSync(locked.path).subarray(0, 21).toString()).toBe('age-encryption.org/v1')

    await expect(restoreInto(target, locked.path)).rejects.toThrow('đã được mã hóa')
    await expect(restoreInto(target, locked.path, { key })).rejects.toThrow('Khóa đã nêu không mở được')
    const other = await keyFile(await generateIdentity())
    await expect(restoreInto(target, locked.path, { key: other })).rejects.toThrow(
      'Khóa đã nêu không mở được'
    )
    await restoreInto(target, locked.path, { key: await keyFile(secret) })
    await lookInto(target, async (db) => {
      expect(await rowsOf(db)).toEqual(await rowsOf(database.db))
      expect(await readSequences(db)).toEqual(await readSequences(database.db))
    })
  })

  test('a passphrase', async () => {
    const key = await keyFile('đò dọc sang sông lúc nửa đêm\n')
    const { path, rows } = await backUp({ key })

    const wrong = await keyFile('đò dọc sang sông lúc nửa ngày\n')
    await expect(checkBackup(path, wrong)).rejects.toThrow('Khóa đã nêu không mở được')
    const { end } = await checkBackup(path, key)
    expect(end.tables.reduce((sum, table) => sum + table.rows, 0)).toBe(rows)
  })

  test.each(['', 'ngắn', 'age1xyz', 'AGE-SECRET-KEY-1QQQ', 'hai dòng mật khẩu\nkhông phải khóa nào'])(
    'a key file with «%s» is refused',
    async (text) => {
      await expect(keyFile(text)).rejects.toThrow(/^Tệp khóa .* không dùng được/)
    }
  )
})

describe('a file that is no whole backup of this program leaves nothing behind', () => {
  const refuse = async (content: string | Buffer, words: string | RegExp) => {
    const path = join(folder, 'b.tar.gz')
    writeFileSync(path, content)
    await expect(restoreInto(target, path)).rejects.toThrow(words)
    expect(() => readdirSync(target.dataDir)).toThrow('ENOENT')
  }

  test('cut short anywhere', async () => {
    const { path, bytes } = plain
    for (const length of [bytes - 1, bytes - 9, Math.floor(bytes / 2), 500])
      await refuse(readFileSync(path).subarray(0, length), 'bị hỏng hoặc chưa tải đủ')
  })

  test('changed anywhere', async () => {
    const { path, bytes } = plain
    for (const at of [100, Math.floor(bytes / 3), bytes - 5]) {
      const changed = readFileSync(path)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x55, at)
      await refuse(changed, /bị hỏng hoặc chưa tải đủ|không phải là bản sao lưu/)
    }
  })

  test('something else', async () => {
    await expect(restoreInto(target, join(folder, 'none'))).rejects.toThrow('Không có tệp')
    await refuse('', 'không phải là bản sao lưu')
    await refuse('PK\x03\x04', 'không phải là bản sao lưu')
    await refuse(gzipSync('not a tar'), 'bị hỏng')
  })

  test('of another version', async () => {
    const member = (name: string, content: object) => ({ name, bytes: Buffer.from(JSON.stringify(content)) })
    const manifest = newManifest({ takenAt: '', migrations: ['9999_later'], tables: [] })
    const end = { tables: [], sequences: [], files: 0, missingFiles: [] }
    const write = async (first: object) => {
      const target = createWriteStream(join(folder, 'c'))
      const members = Readable.from([member('manifest.json', first), member('end.json', end)])
      const { signal } = new AbortController()
      await writeTar(members, { key: null, guard: (source) => source, target, signal })
      return readFileSync(join(folder, 'c'))
    }
    await refuse(await write(manifest), 'do một bản mới hơn')
    await refuse(await write({ ...manifest, version: 2 }), 'do một bản mới hơn')
  })
})

test('a file of the store that is lost or damaged is named, and the rest is backed up', async () => {
  const files = openFiles(source)
  const { rows } = await database.db.query<{ stored: string }>(
    `select encode(stored_sha256, 'hex') as stored from media order by 1 limit 2`
  )
  const [lost = '', changed = ''] = rows.map(({ stored }) => stored)
  const bytesOf = async (name: string) => {
    const stream = await files.read(name)
    return stream ? buffer(stream) : Buffer.alloc(0)
  }
  const [lostBytes, changedBytes] = [await bytesOf(lost), await bytesOf(changed)]
  await files.remove(lost)
  await files.put(changed, Buffer.from('changed'))
  const good = await backUp()
  await files.put(lost, lostBytes)
  await files.put(changed, changedBytes)

  expect(good).toMatchObject({ missingFiles: 2 })
  const { end } = await checkBackup(good.path, null)
  expect(end).toMatchObject({ missingFiles: [lost, changed], files: good.files })
})

test('a failure at the last step of loading leaves nothing', async () => {
  const check = async () => {
    throw new Error('the last step failed')
  }
  await expect(restoreInto(target, plain.path, { check })).rejects.toThrow('the last step failed')
  expect(() => readdirSync(target.dataDir)).toThrow('ENOENT')
  if (target.databaseUrl) expect(await lookInto(target, rowsOf)).toEqual({})
})
