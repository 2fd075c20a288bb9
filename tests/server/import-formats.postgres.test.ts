import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'
import { zipFile } from '../support/zip-file.ts'

// Each format with a file that GDAL's own program writes, so that what is read is what offices send.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const HOUSES = features(
  [{ ten: 'Nhà văn hóa thôn Đông', wifi: 'có' }, point(105.02, 20.03)],
  [{ ten: 'Nhà văn hóa thôn Tây', wifi: 'không' }, point(105.08, 20.07)]
)
const TAKEN = [
  { name: 'Nhà văn hóa thôn Đông', wifi: 'yes', wkt: 'POINT(105.02 20.03)' },
  { name: 'Nhà văn hóa thôn Tây', wifi: 'no', wkt: 'POINT(105.08 20.07)' }
]

async function expectHouses(path: string, format: string, more = {}, metres = 0.01) {
  const report = await importer.take('cultural_houses', path, more)
  expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 2, format })
  const rows = await importer.rows('cultural_house', report.importId)
  expect(rows.map(({ name, wifi }) => ({ name, wifi }))).toEqual(
    TAKEN.map(({ name, wifi }) => ({ name, wifi }))
  )
  const { rows: away } = await importer.db.query(
    `select max(st_distance(geom::geography, st_setsrid(given.place::geometry, 4326)::geography)) as metres
       from (select geom, row_number() over (order by row_number) as number from cultural_house where import_id = $1) taken
       join unnest($2::text[]) with ordinality as given (place, number) using (number)`,
    [report.importId, TAKEN.map(({ wkt }) => wkt)]
  )
  expect(away[0].metres).toBeLessThan(metres)
  return report
}

/** VN-2000, meridian 105°30′: what GDAL's own definition of it says differs by 225 m unless the shift is used. */
const VN2000 = [
  '-t_srs',
  '+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m'
]

test('GeoJSON', () => expectHouses(importer.file('a.geojson', JSON.stringify(HOUSES)), 'GeoJSON'))

describe('shapefile', () => {
  test('by its .shp', () =>
    expectHouses(importer.ogr('shp1.shp', HOUSES, '-lco', 'ENCODING=UTF-8'), 'Shapefile'))

  test('a folder, VN-2000', async () => {
    importer.ogr('shp2/x.shp', HOUSES, '-lco', 'ENCODING=UTF-8', ...VN2000)
    const report = await expectHouses(join(importer.folder, 'shp2'), 'Shapefile')
    expect(report.crs).toBe('EPSG:9209')
  })

  test('a zip with a folder inside', async () => {
    importer.ogr('shp3/nvh.shp', HOUSES, '-lco', 'ENCODING=UTF-8')
    const folder = join(importer.folder, 'shp3')
    const members = readdirSync(folder).filter((name) => name.startsWith('nvh.') && !name.endsWith('json'))
    const entries = members.map((name) => ({
      name: `dulieu/${name}`,
      data: readFileSync(join(folder, name))
    }))
    await expectHouses(importer.file('shp3.zip', zipFile(entries)), 'Shapefile')
  })
})

describe('GeoPackage', () => {
  test('one layer', () => expectHouses(importer.ogr('a.gpkg', HOUSES, ...VN2000), 'GeoPackage'))

  test('several layers: asked for --layer, the names told; a wrong name too', async () => {
    const path = importer.ogr('b.gpkg', HOUSES, '-nln', 'nha_van_hoa')
    importer.ogr('b.gpkg', HOUSES, '-update', '-nln', 'ban_sao')
    await expect(importer.take('cultural_houses', path)).rejects.toThrow(
      /nhiều lớp: «nha_van_hoa», «ban_sao».*--layer/
    )
    await expect(importer.take('cultural_houses', path, { layer: 'khong' })).rejects.toThrow(
      /không có lớp «khong».*«nha_van_hoa», «ban_sao»/
    )
    await expectHouses(path, 'GeoPackage', { layer: 'ban_sao' })
  })

  test('several layers, one of which fits the collection', async () => {
    const path = importer.ogr('c.gpkg', HOUSES, '-nln', 'diem')
    importer.ogr('c.gpkg', features([{ ten: 'Khu' }, square(105.02, 20.02)]), '-update', '-nln', 'vung')
    await expectHouses(path, 'GeoPackage')
  })
})

test('KML and KMZ as GDAL writes them', async () => {
  const path = importer.ogr('a.kml', HOUSES, '-dsco', 'NameField=ten')
  await expectHouses(path, 'KML')
  await expectHouses(importer.file('a.kmz', zipFile([{ name: 'doc.kml', data: readFileSync(path) }])), 'KML')
})

test('GPX waypoints', async () => {
  const waypoints = HOUSES.features.map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: { name: properties.ten, type: properties.wifi },
    geometry
  }))
  const path = importer.ogr('a.gpx', { type: 'FeatureCollection', features: waypoints })
  await expectHouses(path, 'GPX', { map: { wifi: 'type' } })
})

describe('MapInfo', () => {
  test('TAB', () => expectHouses(importer.ogr('a.tab', HOUSES, '-lco', 'ENCODING=UTF-8'), 'MapInfo TAB'))
  test('MIF', () => expectHouses(importer.ogr('a.mif', HOUSES), 'MapInfo MIF', { crs: 'EPSG:4326' }))
})

test('DXF: no system of its own, so --crs; texts by --map', async () => {
  const path = importer.ogr(
    'a.dxf',
    features([{ Layer: 'NVH' }, point(505230, 2216651)], [{ Layer: 'NVH2' }, point(505330, 2216751)])
  )
  await expect(importer.take('cultural_houses', path, { map: { name: 'Layer' } })).rejects.toThrow(
    /không nói hệ tọa độ[\s\S]*EPSG:5897/
  )
  const report = await importer.take('cultural_houses', path, { map: { name: 'Layer' }, crs: 'EPSG:5897' })
  expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 2, crs: 'EPSG:5897', format: 'DXF' })
})

test('DXF: closed lines are areas', async () => {
  const ring = square(505230, 2216651, 20).coordinates[0]
  const path = importer.ogr('b.dxf', features([{ Layer: 'NHA' }, { type: 'LineString', coordinates: ring }]))
  const report = await importer.take('buildings', path, { crs: 'EPSG:5897' })
  expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 1 })
})

test('ODS, with coordinate columns', async () => {
  const rows = features(
    [{ ten: TAKEN[0]?.name, wifi: 'có', lat: 20.03, long: 105.02 }, null],
    [{ ten: TAKEN[1]?.name, wifi: 'không', lat: 20.07, long: 105.08 }, null]
  )
  await expectHouses(importer.ogr('a.ods', rows), 'ODS')
})

test('FlatGeobuf', async () => {
  await expectHouses(importer.ogr('a.fgb', HOUSES, '-lco', 'SPATIAL_INDEX=NO'), 'FlatGeobuf')
})
