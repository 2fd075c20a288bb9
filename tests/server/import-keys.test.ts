import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
