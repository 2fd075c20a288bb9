import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, type FileRequest } from '../../server/collections/import/import-file.ts'
import { makeVillages } from '../../server/collections/import/make-villages.ts'
import { registry } from '../../server/themes.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const real = process.env.REAL_DATA_DIR ?? ''
const messy = (name: string) => join(real, 'messy', name)
const boundaries = (name: string) => join(real, 'boundaries', name)

// Real files are not ours to ship: these tests are reported as skipped, by name, where REAL_DATA_DIR is not set.
describe.skipIf(real === '')('real files', () => {
  let database: TestDatabase
  let folder: string

  beforeAll(async () => {
    database = await openTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'diaban-real-'))
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const take = (collection: string, file: string, more: Partial<FileRequest> = {}) =>
    importFile(
      { db: database.db, registry, derivations: [] },
      { collection, file, importedBy: 'test', ...more }
    )

  test('five communes', async () => {
    expect(await take('communes', boundaries('five_communes.geojson'))).toMatchObject({
      outcome: 'published',
      rowsAccepted: 5
    })
  })

  test('69 communes of Hà Tĩnh, wards told from communes', async () => {
    const report = await take('communes', boundaries('ha_tinh_69_communes_full.geojson'))
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 69, refused: [] })
    const { rows } = await database.db.query(
      `select kind from commune where code = '18073' and known_to = 'infinity'`
    )
    expect(rows).toEqual([{ kind: 'phường' }])
  })

  test('without .prj: refused with the zones, 9209 among them', async () => {
    await expect(take('communes', messy('ht_vn2000_utf8_noPRJ.zip'))).rejects.toThrow(
      /không đoán[\s\S]*EPSG:9209[^\n]*trong/
    )
  })

  test('VN-2000 and TCVN3: within 1 cm, names in Unicode', async () => {
    const report = await take('communes', messy('ht_vn2000_tcvn3_noCPG.zip'))
    expect(report).toMatchObject({
      outcome: 'published',
      rowsAccepted: 69,
      crs: 'EPSG:9209',
      encoding: 'tcvn3'
    })
    const { rows } = await database.db.query(
      `with ours as (select code, (st_dumppoints(geom)).geom from commune where import_id = $1),
            theirs as (select t.code, st_collect(t.geom) as geom
                         from (select code, (st_dumppoints(geom)).geom from commune where import_id < $1 and origin is null) t group by 1)
       select max(st_distance(ours.geom::geography, st_closestpoint(theirs.geom, ours.geom)::geography)) as metres
         from ours join theirs using (code)`,
      [report.importId]
    )
    expect(rows[0].metres).toBeLessThan(0.01)
    const names = await database.db.query<{ code: string; name: string }>(
      'select code, name from commune where import_id = $1',
      [report.importId]
    )
    const source: { features: { properties: { code: string; fullName: string } }[] } = JSON.parse(
      readFileSync(boundaries('ha_tinh_69_communes_full.geojson'), 'utf8')
    )
    const fullNames = new Map(source.features.map(({ properties }) => [properties.code, properties.fullName]))
    expect(names.rows.filter(({ code, name }) => fullNames.get(code) !== name)).toEqual([])
  })

  test('reference pairs: every zone within 1 cm', async () => {
    interface Reference {
      tm3_epsg: string
      wgs84_lon: number
      wgs84_lat: number
      vn2000_tm3_EN_via_EPSG_db: [number, number]
    }
    const { five_commune_reference_points: references }: { five_commune_reference_points: Reference[] } =
      JSON.parse(readFileSync(join(real, 'vn2000', 'vn2000_reference_pairs.json'), 'utf8'))
    for (const reference of references) {
      const [e, n] = reference.vn2000_tm3_EN_via_EPSG_db
      const path = join(folder, `${reference.tm3_epsg.slice(5)}-${e}.csv`)
      writeFileSync(path, `Tên;X;Y\nMốc;${n};${e}\n`)
      const { importId } = await take('cultural_houses', path, { crs: reference.tm3_epsg })
      const { rows } = await database.db.query(
        `select st_distance(geom::geography, st_setsrid(st_makepoint($2, $3), 4326)::geography) as metres from cultural_house where import_id = $1`,
        [importId, reference.wgs84_lon, reference.wgs84_lat]
      )
      expect(rows[0].metres).toBeLessThan(0.01)
    }
  })

  test('relics far from the commune are told one by one', async () => {
    const report = await take('relics', messy('heritage_32pts_vi.kml'))
    expect(report.outcome).toBe('refused')
    expect(report.refused[0]).toMatchObject({
      reason: { vi: expect.stringMatching(/hơn 1 km/) },
      value: expect.stringMatching(/km/)
    })
  })

  test.each([
    'hydropower_dms_real_strings.csv',
    'hydropower_semicolon_decimal_comma.csv',
    'hydropower_utf8_NFD.csv'
  ])('%s is read as points', async (name) => {
    const report = await take('relics', messy(name))
    expect(report.rowsRead).toBe(197)
    expect(report.refused.filter(({ reason }) => !/1 km/.test(reason.vi))).toEqual([])
  })

  test('a lone commune, its 3,080 buildings and its provisional villages', async () => {
    await take('communes', boundaries('08935_binh_nguyen.geojson'))
    const report = await take('buildings', join(real, 'buildings', 'son_loi_vinhphuc_buildings_3080.geojson'))
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 3080 })
    const { rows } = await database.db.query(
      `select st_x(p) as lng, st_y(p) as lat from (
      select st_pointonsurface(geom) as p from building where import_id = $1 and commune_code = '08935' order by id limit 8) b`,
      [report.importId]
    )
    const centres = rows.map(({ lng, lat }, index) => `Thôn ${index + 1};thôn;${100 + index};${lat};${lng}`)
    const path = join(folder, 'centres.csv')
    writeFileSync(path, ['Tên;Loại;Dân số;Lat;Long', ...centres].join('\n'))
    const made = await makeVillages(
      { db: database.db, registry, derivations: [] },
      { commune: '08935', file: path, importedBy: 'test' }
    )
    expect(made).toMatchObject({ outcome: 'published', rowsAccepted: 8 })
  })

  const refusals: [string, string, RegExp][] = [
    ['buildings', 'son_loi_buildings_3857_MISSING_DBF.zip', /thiếu tệp .dbf/],
    [
      'roads',
      'thua_duc_roads_canals_utm48n_two_layers.zip',
      /nhiều lớp: «giaothong_region», «kenhrach_region»/
    ],
    ['communes', 'binh_dai_20_communes_utm48n_noCPG_3D.zip', /bắt buộc: code/],
    ['premises', 'geojson_bad/bad-json.geojson', /không phải là GeoJSON hợp lệ/],
    ['premises', 'geojson_bad/notype.geojson', /thiếu "type"/]
  ]
  test.each(refusals)('%s from %s is refused', async (collection, name, sentence) => {
    await expect(take(collection, messy(name))).rejects.toThrow(sentence)
  })

  const rowRefusals: [string, string, RegExp][] = [
    ['premises', 'geojson_bad/badcoordtype.geojson', /cặp số/],
    ['premises', 'geojson_bad/different-first-last.geojson', /không khép kín/],
    ['premises', 'geojson_bad/short-linearring.geojson', /chỉ có 3 điểm/],
    ['buildings', 'real_invalid_geometries_8.geojson', /1 km|1 %/]
  ]
  test.each(rowRefusals)('%s from %s: the row is refused', async (collection, name, sentence) => {
    const report = await take(collection, messy(name))
    expect(report.outcome).toBe('refused')
    expect(report.refused[0]?.reason.vi).toMatch(sentence)
  })
})
