import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'
import { osmPbf, osmXml, type OsmMap } from '../support/osm-file.ts'

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const ring = (lng: number, lat: number, size: number): [number, number][] => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat]
]

/** In Phường Một, across its border, and 94 km away. */
const MAP: OsmMap = {
  ways: [
    {
      id: 11,
      tags: { highway: 'primary', name: 'Đường Láng', ref: 'QL.1' },
      corners: [
        [105.01, 20.01],
        [105.02, 20.02]
      ]
    },
    {
      id: 12,
      tags: { highway: 'residential', ref: 'QL.1' },
      corners: [
        [105.09, 20.05],
        [105.2, 20.05]
      ]
    },
    {
      id: 13,
      tags: { highway: 'track' },
      corners: [
        [106, 20],
        [106.01, 20]
      ]
    },
    {
      id: 21,
      tags: { waterway: 'river', name: 'Sông Đáy' },
      corners: [
        [105, 20.06],
        [105.1, 20.06]
      ]
    },
    { id: 22, tags: { natural: 'water', water: 'pond' }, corners: ring(105.03, 20.03, 0.001) },
    { id: 23, tags: { waterway: 'riverbank' }, corners: ring(105.04, 20.03, 0.001) },
    { id: 24, tags: { landuse: 'reservoir' }, corners: ring(105.05, 20.03, 0.001) },
    {
      id: 31,
      tags: { building: 'yes', 'building:levels': '3', name: 'Nhà "A"' },
      corners: ring(105.06, 20.03, 0.0002)
    },
    { id: 32, tags: { building: 'house' }, corners: ring(106, 20.03, 0.0002) },
    { id: 41, tags: { landuse: 'farmland' }, corners: ring(105.07, 20.03, 0.002) },
    { id: 51, tags: {}, corners: ring(105.08, 20.03, 0.004) },
    { id: 52, tags: {}, corners: ring(105.081, 20.031, 0.001) }
  ],
  relations: [
    { id: 61, tags: { type: 'multipolygon', natural: 'water', name: 'Hồ Lớn' }, outer: 51, inner: [52] }
  ]
}

describe.each([
  ['xml', 'map.osm', () => Buffer.from(osmXml(MAP))],
  ['pbf', 'map.osm.pbf', () => osmPbf(MAP)]
])('OpenStreetMap %s', (_, name, content) => {
  const take = async (collection: string, more = {}) => {
    const report = await importer.take(collection, importer.file(name, content()), more)
    expect(report).toMatchObject({ outcome: 'published', format: 'OSM', refused: [] })
    return report
  }

  test('roads: those that meet the commune, the others left out and counted; ids are not road numbers', async () => {
    const report = await take('roads', { commune: '00001' })
    const rows = await importer.rows('road', report.importId)
    expect(rows.map(({ name: road, class: kind, ref }) => [road, kind, ref])).toEqual([
      ['Đường Láng', 'primary', 'way/11'],
      [null, 'residential', 'way/12']
    ])
    expect(report.notes.map(({ vi }) => vi)).toContainEqual(expect.stringMatching(/^Đã bỏ qua 1 đối tượng/))
  })

  test('waterways: lines, ponds, banks, reservoirs, and lakes with islands', async () => {
    const report = await take('waterways')
    const rows = await importer.rows('waterway', report.importId)
    expect(
      rows.map(({ name: water, class: kind, ref, wkt }) => [water, kind, ref, wkt.split('(')[0]])
    ).toEqual(
      expect.arrayContaining([
        ['Sông Đáy', 'river', 'way/21', 'MULTILINESTRING'],
        [null, 'pond', 'way/22', 'MULTIPOLYGON'],
        [null, 'riverbank', 'way/23', 'MULTIPOLYGON'],
        [null, 'reservoir', 'way/24', 'MULTIPOLYGON'],
        ['Hồ Lớn', 'water', 'relation/61', 'MULTIPOLYGON']
      ])
    )
    expect(rows).toHaveLength(5)
  })

  test('buildings: class and levels from their tags', async () => {
    const report = await take('buildings')
    const rows = await importer.rows('building', report.importId)
    expect(rows.map(({ name: house, class: kind, levels, ref }) => [house, kind, levels, ref])).toEqual([
      ['Nhà "A"', 'yes', 3, 'way/31']
    ])
    expect(report.notes.map(({ vi }) => vi)).toContainEqual(expect.stringMatching(/bỏ qua 1 đối tượng/))
  })

  test('land use, without what is water', async () => {
    const report = await take('land_uses')
    const rows = await importer.rows('land_use', report.importId)
    expect(rows.map(({ class: kind, ref }) => [kind, ref])).toEqual([['farmland', 'way/41']])
  })

  test('cut in half: refused', async () => {
    const path = importer.file(`cut-${name}`, content().subarray(0, content().length / 2))
    await expect(importer.take('roads', path)).rejects.toThrow(/Không đọc được tệp|không có dòng dữ liệu/)
  })
})

test('an extract of elsewhere is refused with the distance', async () => {
  const far = { ways: MAP.ways.filter(({ id }) => id === 13), relations: [] }
  await expect(importer.take('roads', importer.file('far.osm', osmXml(far)))).rejects.toThrow(
    /Không hình nào.*cách phường Một \(00001\) 94,\d km/
  )
})
