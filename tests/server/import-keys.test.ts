import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, type FileRequest } from '../../server/collections/import/import-file.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// A village's code is told from all other communes' villages: registers of two communes both begin with 01.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
  const communes = features([{ code: '00002', name: 'Xã Hai' }, square(105.1, 20, 0.1)])
  await importer.take('communes', importer.file('xa-2.geojson', JSON.stringify(communes)))
})
afterAll(() => importer.close())

let files = 0
const take = (geometry: unknown, more: Record<string, unknown> = {}) =>
  importer.take(
    'villages',
    importer.file(
      `thon-${++files}.geojson`,
      JSON.stringify(features([{ code: '01', name: 'Thôn Một', kind: 'thôn', ...more }, geometry]))
    )
  )

const held = async (code: string) =>
  (
    await importer.db.query(
      `select commune_code, valid_from::text from village where known_to = 'infinity' and code = $1 order by valid_from`,
      [code]
    )
  ).rows

describe('a village code that another commune has', () => {
  test('is refused with what to do, and the other village stays', async () => {
    expect((await take(square(105.05, 20.05, 0.02))).outcome).toBe('published')
    const report = await take(square(105.12, 20.05, 0.02))
    expect(report).toMatchObject({ outcome: 'refused', importId: null })
    expect(report.refused).toEqual([
      {
        row: 1,
        reason: expect.objectContaining({ vi: expect.stringMatching(/thuộc xã khác.*thêm mã xã vào trước/) }),
        value: '01 (= Thôn Một, 00001)'
      }
    ])
    expect(await held('01')).toEqual([{ commune_code: '00001', valid_from: '-infinity' }])
  })

  test('is refused when the shapes share no more than a sliver along the border', async () => {
    await take(square(105.085, 20.05, 0.016), { code: '07' })
    expect((await take(square(105.1, 20.05, 0.02), { code: '07' })).refused).toHaveLength(1)
  })

  test('is taken over where the shapes overlap: a village that went to another commune', async () => {
    await take(square(105.07, 20.01, 0.036), { code: '08' })
    const moved = await take(square(105.09, 20.01, 0.03), { code: '08', valid_from: '2025-07-01' })
    expect(moved).toMatchObject({ outcome: 'published', refused: [] })
    expect(await held('08')).toEqual([
      { commune_code: '00001', valid_from: '-infinity' },
      { commune_code: '00002', valid_from: '2025-07-01' }
    ])
  })

  test('is free again after the day on which the other village ended', async () => {
    await take(square(105.02, 20.02, 0.02), { code: '09', valid_to: '2025-07-01' })
    const report = await take(square(105.15, 20.02, 0.02), { code: '09', valid_from: '2025-07-01' })
    expect(report.refused).toEqual([])
  })
})

/** A database in which `meanwhile` happens once, right before an import begins to publish: its own checks are behind it. */
function racing(db: Pool, meanwhile: () => Promise<unknown>): Pool {
  let waiting: typeof meanwhile | undefined = meanwhile
  return new Proxy(db, {
    get(pool, name) {
      if (name === 'query')
        return async (text: string, values: unknown[]) => {
          const first = text.startsWith('update import_staging set publishing_at') ? waiting : undefined
          if (first) waiting = undefined
          await first?.()
          return pool.query(text, values)
        }
      const value: unknown = Reflect.get(pool, name)
      return typeof value === 'function' ? value.bind(pool) : value
    }
  })
}

describe('a village code that another commune gets while the file is being published', () => {
  const village = (code: string, lng: number): Parameters<typeof features>[number] => [
    { code, name: `Thôn ${code}`, kind: 'thôn' },
    square(lng, 20.07, 0.01)
  ]
  const file = (...rows: Parameters<typeof features>) =>
    importer.file(`dua-${++files}.geojson`, JSON.stringify(features(...rows)))
  const takeWhile = (path: string, meanwhile: () => Promise<unknown>, more: Partial<FileRequest> = {}) =>
    importFile(
      { ...importer.deps, db: racing(importer.db, meanwhile) },
      { collection: 'villages', file: path, importedBy: 'test', ...more }
    )

  test('is refused as it would have been before', async () => {
    const report = await takeWhile(file(village('21', 105.12)), () =>
      importer.take('villages', file(village('21', 105.02)))
    )
    expect(report).toMatchObject({ outcome: 'refused', importId: null, refusedFile: null })
    expect(report.refused).toEqual([expect.objectContaining({ row: 1, value: '21 (= Thôn 21, 00001)' })])
    expect(await held('21')).toEqual([{ commune_code: '00001', valid_from: '-infinity' }])
  })

  test('leaves the other rows to be published where a part may be, and one list of those refused', async () => {
    const other = village('22', 105.04)
    const broken: typeof other = [{ code: '24', kind: 'thôn' }, square(105.18, 20.07, 0.01)]
    const path = file(village('22', 105.14), village('23', 105.16), broken)
    const report = await takeWhile(path, () => importer.take('villages', file(other)), { allowPartial: true })
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 1 })
    expect(report.refused.map(({ row }) => row)).toEqual([1, 3])
    expect(await held('22')).toEqual([{ commune_code: '00001', valid_from: '-infinity' }])
    expect(await held('23')).toHaveLength(1)
    expect(basename(report.refusedFile ?? '')).toMatch(/^dua-\d+\.khong-nap\.geojson$/)
    expect(readFileSync(report.refusedFile ?? '', 'utf8').match(/"ly_do"/g)).toHaveLength(2)
  })
})
