import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROKEN_RINGS } from '../support/broken-rings.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// Broken areas are repaired or refused, each by itself, and never end the engine that looks at them.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

test('broken rings of all kinds beside a good one', async () => {
  const shapes = BROKEN_RINGS.map(([name, geometry]): [Record<string, unknown>, unknown] => [
    { name },
    geometry
  ])
  const path = importer.file(
    'rings.geojson',
    JSON.stringify(features([{ name: 'tốt' }, square(105.05, 20.05)], ...shapes))
  )
  const report = await importer.take('residential_areas', path, { allowPartial: true })
  expect(report.outcome).toBe('published')
  const reasons = new Set(report.refused.map(({ reason }) => reason.vi))
  expect([...reasons].filter((reason) => !/tự cắt|không có diện tích/.test(reason))).toEqual([])

  const { rows } = await importer.db.query(
    'select name, st_isvalid(geom) as valid from residential_area where import_id = $1 order by row_number',
    [report.importId]
  )
  expect(rows.length + report.refused.length).toBe(BROKEN_RINGS.length + 1)
  expect(rows.filter(({ valid }) => !valid)).toEqual([])
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'tốt',
      'a small loop',
      'a shared edge',
      'a hole by way of its shell',
      'corners twice',
      'a spike'
    ])
  )
})
