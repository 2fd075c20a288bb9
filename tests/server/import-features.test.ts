import { hostname } from 'node:os'
import type { Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import type { FeatureRow, ImportRequest } from '../../server/collections/import/request.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { registry } from '../../server/themes.ts'
import { square } from '../support/import-folder.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let files = 0
const deps = () => ({ db: database.db, registry, derivations: [] })

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database.close()
})

const row = (number: number, properties: Record<string, unknown>, geometry: Geometry | null): FeatureRow => ({
  number,
  properties,
  geometry
})

function take(collection: string, rows: FeatureRow[], more: Partial<ImportRequest> = {}) {
  const sha256 = String(files++).padStart(64, '0')
  const request = {
    collection,
    title: collection,
    fileName: `${collection}.geojson`,
    sha256,
    importedBy: 'test',
    ...more
  }
  return importFeatures(deps(), request, rows)
}

const held = async (table: string, code: string) =>
  (
    await database.db.query(
      `select name, valid_from::text, valid_to::text, origin is not null as piece from ${table}
        where code = $1 and known_to = 'infinity' order by valid_from`,
      [code]
    )
  ).rows

describe('keyed rows', () => {
  test('a commune is taken in', async () => {
    const report = await take('communes', [row(1, { code: '00001', name: 'Xã Một' }, square(105, 20, 0.1))])
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 1, refused: [] })
    expect(await held('commune', '00001')).toEqual([
      { name: 'Một', valid_from: '-infinity', valid_to: 'infinity', piece: false }
    ])
  })

  test('a later import takes its validity, undo gives it back', async () => {
    const village = (name: string, valid_from: string) =>
      row(1, { code: '00001-01', name, kind: 'xóm', valid_from }, square(105.01, 20.01, 0.02))
    await take('villages', [village('Cũ', '2020-01-01')])
    const second = await take('villages', [village('Mới', '01/07/2025')])
    expect(await held('village', '00001-01')).toEqual([
      { name: 'Cũ', valid_from: '2020-01-01', valid_to: '2025-07-01', piece: true },
      { name: 'Mới', valid_from: '2025-07-01', valid_to: 'infinity', piece: false }
    ])
    await undoImport(deps(), second.importId ?? 0, 'test')
    expect(await held('village', '00001-01')).toEqual([
      { name: 'Cũ', valid_from: '2020-01-01', valid_to: 'infinity', piece: true }
    ])
    await expect(undoImport(deps(), second.importId ?? 0, 'test')).rejects.toThrow(
      /đã được gỡ từ trước \(lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}\)/
    )
    await expect(undoImport(deps(), 999, 'test')).rejects.toThrow(/Không có lần nạp số 999/)
  })

  test('the same code twice in one file is refused', async () => {
    const report = await take(
      'villages',
      [1, 2].map((number) =>
        row(number, { code: '00001-09', name: 'Thôn Chín', kind: 'thôn' }, square(105.03, 20.03, 0.01))
      )
    )
    expect(report.outcome).toBe('refused')
    expect(report.refused).toEqual([expect.objectContaining({ row: 2, value: '00001-09 (= 1)' })])
  })
})

test('the same file twice is recognised', async () => {
  const rows = [row(1, { name: 'Nhà văn hóa', wifi: 'có' }, { type: 'Point', coordinates: [105.05, 20.05] })]
  const first = await take('cultural_houses', rows, { sha256: 'f'.repeat(64) })
  const second = await take('cultural_houses', rows, { sha256: 'f'.repeat(64) })
  expect(second).toMatchObject({ outcome: 'unchanged', importId: first.importId })
})

test('rows outside the commune are refused with the distance', async () => {
  const report = await take('cameras', [
    row(
      1,
      { place: 'Chợ', owner: 'UBND', purpose: 'an ninh' },
      { type: 'Point', coordinates: [105.05, 20.05] }
    ),
    row(2, { place: 'Xa', owner: 'UBND', purpose: 'an ninh' }, { type: 'Point', coordinates: [105.5, 20.05] })
  ])
  expect(report.refused).toEqual([
    expect.objectContaining({ row: 2, value: expect.stringMatching(/^41,\d km, xã Một/) })
  ])
})

test('nothing meets the commune: refused with the zones that would fit', async () => {
  const rows = [
    row(
      1,
      { place: 'Chợ', owner: 'UBND', purpose: 'an ninh' },
      { type: 'Point', coordinates: [505000, 2216000] }
    )
  ]
  await expect(take('cameras', rows)).rejects.toThrow(/phải là độ[\s\S]*EPSG:5897[\s\S]*trong xã Một/)
})

describe('coverage', () => {
  const delivery = (valid_from: string) => ({
    set: { operator: 'Mạng A', technology: '5G', valid_from },
    speaksFor: ['00001']
  })
  test('a delivery replaces the earlier one from its day, an empty one too', async () => {
    await take('coverage_claims', [row(1, {}, square(105, 20, 0.05))], delivery('2026-01-01'))
    const empty = await take('coverage_claims', [], delivery('2026-04-01'))
    expect(empty).toMatchObject({ outcome: 'published', rowsAccepted: 0 })
    const open = () => database.db.query('select valid_from, valid_to from open.coverage_claims')
    expect((await open()).rows).toEqual([{ valid_from: '2026-01-01', valid_to: '2026-04-01' }])
    await undoImport(deps(), empty.importId ?? 0, 'test')
    expect((await open()).rows).toEqual([{ valid_from: '2026-01-01', valid_to: null }])
  })

  test('an empty file without --speaks-for is refused', async () => {
    await expect(
      take('coverage_claims', [], { set: { operator: 'A', technology: '5G', valid_from: '2026-01-01' } })
    ).rejects.toThrow(/--speaks-for/)
  })
})

describe('what goes wrong midway', () => {
  const house = (number: number, name: string) =>
    row(number, { name }, { type: 'Point', coordinates: [105.05, 20.05] })
  const counts = async () =>
    (
      await database.db.query(
        'select (select count(*) from import) as imports, (select count(*) from cultural_house) as rows'
      )
    ).rows[0]

  test('a failure while publishing leaves nothing half done', async () => {
    const before = await counts()
    const failing = {
      id: 'failing',
      follows: ['cultural_houses'],
      refresh: () => Promise.reject(new Error('no space'))
    }
    const request = {
      collection: 'cultural_houses',
      title: 'x',
      fileName: 'x',
      sha256: 'e'.repeat(64),
      importedBy: 'test'
    }
    await expect(
      importFeatures({ ...deps(), derivations: [failing] }, request, [house(1, 'A')])
    ).rejects.toThrow('no space')
    expect(await counts()).toEqual(before)
  })

  test('a source that breaks off leaves nothing half done', async () => {
    const before = await counts()
    function* breaking() {
      for (let number = 1; number <= 3000; number++) yield house(number, 'A')
      throw new Error('broken')
    }
    const request = {
      collection: 'cultural_houses',
      title: 'x',
      fileName: 'x',
      sha256: 'd'.repeat(64),
      importedBy: 'test'
    }
    await expect(importFeatures(deps(), request, breaking())).rejects.toThrow('broken')
    expect(await counts()).toEqual(before)
  })

  test('what a crashed run left is swept', async () => {
    const { rows } = await database.db.query(
      `insert into import_staging (collection, host, pid, pid_started) values ('premises', $1, 999999, 'long ago') returning id`,
      [hostname()]
    )
    await database.db.query(`insert into import_row (staging_id, row_number, fields) values ($1, 1, '{}')`, [
      rows[0].id
    ])
    await take('cultural_houses', [house(1, 'B')])
  })
})

test('nothing is left in staging', async () => {
  const { rows } = await database.db.query(
    'select (select count(*) from import_row) as rows, (select count(*) from import_staging) as runs'
  )
  expect(rows).toEqual([{ rows: 0, runs: 0 }])
})
