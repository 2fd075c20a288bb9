import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// A ref is its commune's own; a merger gives the commune another code, and nothing is there twice.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
  const communes = features([{ code: '00002', name: 'Xã Hai' }, square(105, 20, 0.2)])
  await importer.take('communes', importer.file('xa-2.geojson', JSON.stringify(communes)))
})
afterAll(() => importer.close())

let files = 0
const take = (commune: string, residents: number, lng: number, more: Record<string, unknown> = {}) =>
  importer.take(
    'premises',
    importer.file(
      `ho-${++files}.geojson`,
      JSON.stringify(features([{ ref: 'H1', residents, ...more }, point(lng, 20.05)]))
    ),
    { commune }
  )
const held = async () =>
  (
    await importer.db.query(
      `select commune_code as code, residents, valid_from::text as since from premises
        where known_to = 'infinity' order by commune_code, residents, valid_from`
    )
  ).rows.map(({ code, residents, since }) => [code, residents, since])

test('the same ref at the same point in another commune takes over; undone, it gives back', async () => {
  const first = await take('00001', 4, 105.05)
  expect(first.outcome).toBe('published')
  const second = await take('00002', 5, 105.050001, { valid_from: '2025-07-01' })
  expect(await held()).toEqual([
    ['00001', 4, '-infinity'],
    ['00002', 5, '2025-07-01']
  ])
  const whole = await take('00002', 6, 105.05)
  expect(await held()).toEqual([['00002', 6, '-infinity']])
  await undoImport(importer.deps, whole.importId ?? 0, 'test')
  await undoImport(importer.deps, second.importId ?? 0, 'test')
  expect(await held()).toEqual([['00001', 4, '-infinity']])
})

test('the same ref elsewhere in another commune is another household', async () => {
  await take('00002', 7, 105.08)
  expect(await held()).toEqual([
    ['00001', 4, '-infinity'],
    ['00002', 7, '-infinity']
  ])
})

test('the earlier file says that another has replaced it', async () => {
  const path = importer.file('ho-cu.geojson', JSON.stringify(features([{ ref: 'H2' }, point(105.06, 20.06)])))
  const earlier = await importer.take('premises', path, { commune: '00001' })
  const content = JSON.stringify(features([{ ref: 'H2', residents: 1 }, point(105.06, 20.06)]))
  const later = await importer.take('premises', importer.file('ho-moi.geojson', content), {
    commune: '00002'
  })
  await expect(importer.take('premises', path, { commune: '00001' })).rejects.toThrow(
    new RegExp(`lần nạp số ${earlier.importId}\\).*thay bằng lần nạp số ${later.importId} `)
  )
})

const line = (...coordinates: [number, number][]) => ({ type: 'LineString', coordinates })

describe.each([
  ['cell_sites', 'cell_site', point(105.03, 20.03), { operator: 'Viettel', technologies: '4G' }],
  ['cultural_houses', 'cultural_house', point(105.03, 20.03), { name: 'Nhà văn hóa' }],
  ['institutions', 'institution', point(105.03, 20.03), { name: 'Trạm', kind: 'health' }],
  ['cameras', 'camera', point(105.03, 20.03), { place: 'Chợ', owner: 'UBND', purpose: 'an ninh' }],
  ['relics', 'relic', square(105.03, 20.03), { name: 'Đình' }],
  ['residential_areas', 'residential_area', square(105.03, 20.03), {}],
  ['buildings', 'building', square(105.03, 20.03, 0.0001), {}]
])('%s', (collection, table, geometry, more) => {
  const content = JSON.stringify(features([{ ref: '1', ...more }, geometry]))
  const takeFor = (commune: string) =>
    importer.take(collection, importer.file(`${collection}.geojson`, content), { commune })
  const communes = async () =>
    (
      await importer.db.query<{ code: string }>(
        `select commune_code as code from ${table} where known_to = 'infinity' order by 1`
      )
    ).rows.map(({ code }) => code)

  test('the same thing under another commune’s code is there once; undone, as before', async () => {
    expect((await takeFor('00001')).outcome).toBe('published')
    const { importId } = await takeFor('00002')
    expect(await communes()).toEqual(['00002'])
    const again = await takeFor('00001')
    expect(again.outcome).toBe('unchanged')
    expect(again.notes.map(({ vi }) => vi)).toEqual([
      expect.stringMatching(new RegExp(`lần nạp số ${importId} .*nay ghi xã 00002\\..*undo ${importId}$`))
    ])
    await undoImport(importer.deps, importId ?? 0, 'test')
    expect(await communes()).toEqual(['00001'])
    expect(await takeFor('00001')).toMatchObject({ outcome: 'unchanged', notes: [] })
  })
})

describe.each([
  [
    'kiosks of 1.6 m side by side',
    'buildings',
    'building',
    square(105.05, 20.05, 0.000015),
    square(105.050015, 20.05, 0.000015)
  ],
  [
    'areas that share a box',
    'land_uses',
    'land_use',
    {
      type: 'Polygon',
      coordinates: [
        [
          [105.05, 20.05],
          [105.07, 20.05],
          [105.07, 20.07],
          [105.05, 20.05]
        ]
      ]
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [105.05, 20.05],
          [105.07, 20.07],
          [105.05, 20.07],
          [105.05, 20.05]
        ]
      ]
    }
  ],
  [
    'lines that follow one another',
    'roads',
    'road',
    line([105.05, 20.05], [105.06, 20.05]),
    line([105.06, 20.05], [105.07, 20.05])
  ],
  [
    'lines that cross',
    'waterways',
    'waterway',
    line([105.05, 20.05], [105.06, 20.06], [105.07, 20.07]),
    line([105.05, 20.07], [105.06, 20.06], [105.07, 20.05])
  ]
])('%s', (_, collection, table, one, other) => {
  test('with one ref in two communes are two things', async () => {
    for (const [commune, geometry] of [
      ['00001', one],
      ['00002', other]
    ] as const) {
      const content = JSON.stringify(features([{ ref: 'ranh' }, geometry]))
      await importer.take(collection, importer.file(`${table}-${commune}.geojson`, content), { commune })
    }
    const { rows } = await importer.db.query(
      `select commune_code from ${table} where ref = 'ranh' and known_to = 'infinity'`
    )
    expect(rows).toHaveLength(2)
  })
})
