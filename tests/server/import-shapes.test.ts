import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// Odd but sound geometry, as programs write it.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const geojson = (name: string, content: object) => importer.file(`${name}.geojson`, JSON.stringify(content))

test('single and multi, heights, a collection of one, rings either way: all become multipolygons', async () => {
  const area = square(105.02, 20.02)
  const high = area.coordinates.map((ring) => ring.map((corner) => [...corner, 12.5]))
  const clockwise = area.coordinates.map((ring) => [...ring].reverse())
  const path = geojson(
    'a',
    features(
      [{ name: 'Một' }, area],
      [
        { name: 'Hai' },
        { type: 'MultiPolygon', coordinates: [area.coordinates, square(105.05, 20.05).coordinates] }
      ],
      [{ name: 'Ba' }, { type: 'Polygon', coordinates: high }],
      [{ name: 'Bốn' }, { type: 'GeometryCollection', geometries: [area] }],
      [{ name: 'Năm' }, { type: 'Polygon', coordinates: clockwise }]
    )
  )
  const report = await importer.take('residential_areas', path)
  expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 5, rowsRepaired: 0 })
  const { rows } = await importer.db.query(
    `select name, st_numgeometries(geom) as parts, st_ndims(geom) as dimensions, st_ispolygonccw(geom) as ccw,
            st_equals(st_geometryn(geom, 1), st_setsrid(st_geomfromgeojson($2), 4326)) as same
       from residential_area where import_id = $1 order by row_number`,
    [report.importId, JSON.stringify(area)]
  )
  expect(rows).toEqual(
    ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name) => ({
      name,
      parts: name === 'Hai' ? 2 : 1,
      dimensions: 2,
      ccw: true,
      same: true
    }))
  )
})

test('a lone geometry, a lone feature, a multipoint of one', async () => {
  const set = { name: 'NVH' }
  for (const [name, content] of Object.entries({
    geometry: point(105.05, 20.05),
    feature: { type: 'Feature', properties: {}, geometry: point(105.06, 20.05) },
    multi: { type: 'MultiPoint', coordinates: [[105.07, 20.05]] }
  }))
    expect(await importer.take('cultural_houses', geojson(name, content), { set })).toMatchObject({
      outcome: 'published',
      rowsAccepted: 1
    })
})

test('some rows without a shape: refused by number, the others kept with --allow-partial', async () => {
  const path = geojson('b', features([{ name: 'A' }, point(105.05, 20.05)], [{ name: 'B' }, null]))
  expect((await importer.take('cultural_houses', path)).refused).toMatchObject([{ row: 2 }])
  expect(await importer.take('cultural_houses', path, { allowPartial: true })).toMatchObject({
    outcome: 'published',
    rowsAccepted: 1
  })
})

test('a small fault is repaired and counted, with its hole kept', async () => {
  const outer = square(105.02, 20.02, 0.02).coordinates[0] ?? []
  const spike = [...outer.slice(0, 2), [105.04, 20.0201], [105.04, 20.02], ...outer.slice(2)]
  const hole = square(105.025, 20.025, 0.005).coordinates[0] ?? []
  const path = geojson('c', features([{ name: 'A' }, { type: 'Polygon', coordinates: [spike, hole] }]))
  const report = await importer.take('residential_areas', path)
  expect(report).toMatchObject({ outcome: 'published', rowsRepaired: 1, refused: [] })
  const { rows } = await importer.db.query(
    'select st_isvalid(geom) as valid, st_nrings(geom) as rings from residential_area where import_id = $1',
    [report.importId]
  )
  expect(rows).toEqual([{ valid: true, rings: 2 }])
})
