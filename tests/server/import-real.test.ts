import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile, type FileRequest } from '../../server/collections/import/import-file.ts'
import { makeVillages } from '../../server/collections/import/make-villages.ts'
import { derivations, registry } from '../../server/themes.ts'
import { startFigures } from '../support/figures-server.ts'

const real = process.env.REAL_DATA_DIR ?? ''
const messy = (name: string) => join(real, 'messy', name)
const boundaries = (name: string) => join(real, 'boundaries', name)

interface Source {
  features: {
    properties: { code: string; name: string; fullName: string; provinceName: string }
    geometry: unknown
  }[]
}

// Real files are not ours to ship: these tests are reported as skipped, by name, where REAL_DATA_DIR is not set.
describe.skipIf(real === '')('real files', () => {
  let database: Awaited<ReturnType<typeof startFigures>>
  let folder: string

  beforeAll(async () => {
    database = await startFigures()
    folder = mkdtempSync(join(tmpdir(), 'diaban-real-'))
  })
  afterAll(async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const take = (collection: string, file: string, more: Partial<FileRequest> = {}) =>
    importFile({ db: database.db, registry, derivations }, { collection, file, importedBy: 'test', ...more })

  test('five communes: codes, names and kinds as published, shapes point by point', async () => {
    const report = await take('communes', boundaries('five_communes.geojson'))
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 5, refused: [] })
    const source: Source = JSON.parse(readFileSync(boundaries('five_communes.geojson'), 'utf8'))
    for (const { properties, geometry } of source.features) {
      const { rows } = await database.db.query(
        `select name, kind, province, st_npoints(geom) = st_npoints(given) as whole,
                st_hausdorffdistance(st_points(geom), st_points(given)) as degrees
           from commune cross join st_setsrid(st_geomfromgeojson($3), 4326) given where import_id = $1 and code = $2`,
        [report.importId, properties.code, JSON.stringify(geometry)]
      )
      const kind = properties.fullName.split(' ')[0]?.toLowerCase()
      expect(rows).toEqual([
        {
          name: properties.name,
          kind,
          province: properties.provinceName,
          whole: true,
          degrees: expect.closeTo(0, 9)
        }
      ])
    }
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
       select count(distinct code) as communes, max(st_distance(ours.geom::geography, st_closestpoint(theirs.geom, ours.geom)::geography)) as metres
         from ours join theirs using (code)`,
      [report.importId]
    )
    // The file has a quarter of the reference's corners: each of them must be one of those.
    expect(rows[0].communes).toBe(69)
    expect(rows[0].metres).toBeLessThan(0.01)
    const names = await database.db.query<Record<'code' | 'name' | 'kind' | 'province', string>>(
      'select code, name, kind, province from commune where import_id = $1',
      [report.importId]
    )
    const source: Source = JSON.parse(readFileSync(boundaries('ha_tinh_69_communes_full.geojson'), 'utf8'))
    const published = new Map(
      source.features.map(({ properties: { code, fullName, name, provinceName } }) => [
        code,
        [name, fullName, provinceName]
      ])
    )
    const given = names.rows.map(({ code, name, kind, province }): [string, string[]] => [
      code,
      [name, `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`, province]
    ])
    expect(new Map(given)).toEqual(published)
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
      { db: database.db, registry, derivations },
      { commune: '08935', file: path, importedBy: 'test' }
    )
    expect(made).toMatchObject({ outcome: 'published', rowsAccepted: 8 })
    const area = join(folder, 'phu-song.geojson')
    writeFileSync(area, readFileSync(boundaries('08935_binh_nguyen.geojson')))
    const set = { operator: 'Mạng A', technology: '5G', valid_from: '2026-01-01' }
    await take('coverage_claims', area, { set, speaksFor: ['08935'] })
    const answer = await database.indicator('08935', 'mobile_5g_population', 'asOf=2026-11-01')
    expect(
      answer.villages.map(({ provisional, figure }) => [provisional, figure.basis, figure.denominator])
    ).toEqual(centres.map((_, index) => [true, 'buildings', 100 + index]))
  })
})
