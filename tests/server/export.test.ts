import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FeatureCollection, Point } from 'geojson'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../server/collections/import/import-file.ts'
import { derivations, registry } from '../../server/themes.ts'
import { features, PHUONG_MOT, point, square } from '../support/import-folder.ts'
import { startServer, type TestServer } from '../support/server.ts'

const run = promisify(execFile)
let server: TestServer
let folder: string
let count = 0

async function take(collection: string, content: object) {
  const file = join(folder, `file-${++count}.geojson`)
  writeFileSync(file, JSON.stringify(content))
  return importFile({ db: server.db, registry, derivations }, { collection, file, importedBy: 'test' })
}

beforeAll(async () => {
  server = await startServer()
  folder = join(server.environment.DATA_DIR, 'exports')
  mkdirSync(folder, { recursive: true })
  await take('communes', PHUONG_MOT)
  const beside = { code: '00002', name: 'Phường Hai' }
  await take('communes', features([beside, square(105.1, 20, 0.1)]))
  await take(
    'villages',
    features(
      [{ code: '00001-01', name: 'Bến Đá', kind: 'thôn' }, square(105.08, 20.02, 0.02)],
      [{ code: '00002-01', name: 'Đồng Kỵ', kind: 'thôn' }, square(105.1, 20.02, 0.02)]
    )
  )
  await take(
    'cultural_houses',
    features(
      [
        { name: 'Nhà văn hóa thôn Bến Đá', wifi: 'có', wifi_checked_on: '2026-11-01' },
        point(105.0312345, 20.0298765)
      ],
      [{ name: 'Nhà văn hóa xóm «Ổi», «Ữ»', wifi: 'không', valid_to: '2026-01-01' }, point(105.04, 20.04)],
      [{ name: 'Nhà văn hóa thôn Đồng Kỵ' }, point(105.15, 20.05)]
    )
  )
  const names = { other_names: 'Đình Cả; Đình Trằm', rank: 'tỉnh' }
  await take('relics', features([{ name: 'Đình Chợ', ...names }, point(105.03, 20.03)]))
  await take('operators', {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: null, properties: { name: 'Nhà mạng A', technologies: '4G; 5G' } }
    ]
  })
  const technical = {
    state: 'đang hoạt động',
    model: 'SECRET-9000',
    azimuth_deg: 90,
    owner: 'UBND',
    purpose: 'An ninh'
  }
  await take('cameras', features([{ place: 'Cổng chợ', ...technical }, point(105.05, 20.05)]))
})
afterAll(() => server.stop())

const HOUSES = '/api/collections/cultural_houses/export?asOf=2026-11-22'
const ask = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

const asked = new Map<string, ReturnType<typeof ask>>()

/** Asked once: each export starts GDAL. */
function get(url: string) {
  const answer = asked.get(url) ?? ask(url)
  asked.set(url, answer)
  return answer
}

/** The export kept as a file, for programs that read files. */
async function fileOf(url: string, extension: string) {
  const response = await get(url)
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  const file = join(folder, `export-${++count}.${extension}`)
  writeFileSync(file, response.rawPayload)
  return file
}

/** What GDAL's own program reads of a file, in WGS 84 unless told otherwise. */
async function read(file: string, ...options: string[]): Promise<FeatureCollection<Point>> {
  const { stdout } = await run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', file, ...options])
  return JSON.parse(stdout) as FeatureCollection<Point>
}

describe('a collection as a file', () => {
  test.each([
    ['gpkg', 'gpkg', 'application/geopackage+sqlite3'],
    ['geojson', 'geojson', 'application/geo+json'],
    ['kml', 'kml', 'application/vnd.google-earth.kml+xml'],
    ['fgb', 'fgb', 'application/octet-stream'],
    ['shp', 'shp.zip', 'application/zip']
  ])('%s holds every row true that day, with its place', async (f, extension, type) => {
    const response = await get(`${HOUSES}&f=${f}`)
    expect(response.headers['content-type']).toBe(type)
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="dia-ban_cultural_houses_2026-11-22\.(gpkg|geojson|kml|fgb|zip)"$/
    )
    const { features: found } = await read(await fileOf(`${HOUSES}&f=${f}`, extension))
    const byName = found.toSorted(
      (one, other) => one.geometry.coordinates[0]! - other.geometry.coordinates[0]!
    )
    const name = f === 'kml' ? 'Name' : 'name'
    expect(byName.map(({ properties }) => properties?.[name])).toEqual([
      'Nhà văn hóa thôn Bến Đá',
      'Nhà văn hóa thôn Đồng Kỵ'
    ])
    expect(byName[0]!.geometry.coordinates[0]).toBeCloseTo(105.0312345, 7)
    expect(byName[0]!.geometry.coordinates[1]).toBeCloseTo(20.0298765, 7)
  })

  test('CSV opens in spreadsheets: marked as UTF-8, with days as they are written and the place in columns', async () => {
    const { rawPayload, body } = await get(`${HOUSES}&f=csv&commune=00001`)
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [head, row, rest] = body.slice(1).split('\r\n')
    expect(head).toBe(
      'name,wifi,wifi_declared_on,wifi_checked_on,wifi_reachable,wifi_measured_on,wifi_down_mbps,wifi_up_mbps,' +
        'provider,valid_from,valid_to,lng,lat'
    )
    expect(row).toMatch(
      /^Nhà văn hóa thôn Bến Đá,yes,\d{4}-\d\d-\d\d,2026-11-01,1,,,,,,,105\.0312345,20\.0298765$/
    )
    expect(rest).toBe('')
  })

  test.each(['csv', 'kml'])('of several rows too, days stand in %s as they are written', async (format) => {
    const { body } = await get(`${HOUSES}&f=${format}`)
    expect(body).toContain('Đồng Kỵ')
    expect(body).toContain('2026-11-01')
    expect(body).not.toContain('2026/11/01')
  })

  test('XLSX holds the same table', async () => {
    const file = await fileOf(`${HOUSES}&f=xlsx&commune=00001`, 'xlsx')
    const { features: found } = await read(file)
    expect(found.map(({ properties }) => properties)).toEqual([
      expect.objectContaining({
        name: 'Nhà văn hóa thôn Bến Đá',
        wifi: 'yes',
        lng: 105.0312345,
        lat: 20.0298765
      })
    ])
  })

  test('a text that spreadsheets would take for a formula stays a text, and comes back as it was', async () => {
    const names = ['=cmd|calc', '+84 912 345 678', "'=Trường cũ", 'Trường làng']
    const school = (name: string, at: number): [Record<string, unknown>, unknown] => [
      { name, kind: 'trường' },
      point(105.03 + at / 100, 20.03)
    ]
    await take('institutions', features(...names.map(school)))
    const url = '/api/collections/institutions/export'
    const { body } = await get(`${url}?f=csv`)
    const first = body.split('\r\n').map((line) => line.split(',')[0])
    expect(first.slice(1, -1)).toEqual(["'=cmd|calc", "'+84 912 345 678", "''=Trường cũ", 'Trường làng'])

    const again = await importFile(
      { db: server.db, registry, derivations },
      { collection: 'institutions', file: await fileOf(`${url}?f=csv`, 'csv'), importedBy: 'test' }
    )
    const { rows } = await server.db.query(
      'select name from institution where import_id = $1 order by row_number',
      [again.importId]
    )
    expect(rows.map(({ name }) => name)).toEqual(names)

    const book = unzipSync((await get(`${url}?f=xlsx`)).rawPayload)
    const sheet = Buffer.from(book['xl/worksheets/sheet1.xml']!).toString()
    expect(sheet).not.toContain('<f>')
    expect(Buffer.from(book['xl/sharedStrings.xml']!).toString()).toContain('=cmd|calc')
  })

  test('rows without a place are a table, and items of a list stand in one cell', async () => {
    const { body } = await get('/api/collections/operators/export?f=csv')
    expect(body).toContain('Nhà mạng A')
    expect(body).toContain('4G; 5G')
    const geojson = await get('/api/collections/relics/export?f=geojson')
    expect(geojson.json().features[0].properties.other_names).toEqual(['Đình Cả', 'Đình Trằm'])
  })

  test('other days have what was true then', async () => {
    const names = async (asOf: string) =>
      (await get(`/api/collections/cultural_houses/export?f=geojson&asOf=${asOf}`))
        .json<FeatureCollection>()
        .features.map(({ properties }) => properties?.name)
    expect(await names('2025-12-31')).toContain('Nhà văn hóa xóm «Ổi», «Ữ»')
    expect(await names('2026-01-01')).not.toContain('Nhà văn hóa xóm «Ổi», «Ữ»')
  })

  test('a commune has its own, and not what touches its border from outside', async () => {
    const villages = (
      await get('/api/collections/villages/export?f=geojson&commune=00001')
    ).json<FeatureCollection>()
    expect(villages.features.map(({ properties }) => properties?.code)).toEqual(['00001-01'])
    const houses = (await get(`${HOUSES}&f=geojson&commune=00002`)).json<FeatureCollection>()
    expect(houses.features.map(({ properties }) => properties?.name)).toEqual(['Nhà văn hóa thôn Đồng Kỵ'])
  })

  test('what only staff know of cameras is not in it', async () => {
    const { body } = await get('/api/collections/cameras/export?f=csv')
    expect(body).toContain('Cổng chợ')
    expect(body).not.toMatch(/SECRET|azimuth|model|state/)
  })
})

describe('VN-2000', () => {
  // The definition of the zone by itself; GDAL's own tables know several shifts to WGS 84.
  const ZONE =
    '+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 ' +
    '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs'

  test.each([
    ['gpkg', 'gpkg'],
    ['fgb', 'fgb'],
    ['shp', 'shp.zip']
  ])('%s lies in the zone, to the millimetre', async (f, extension) => {
    const file = await fileOf(`${HOUSES}&f=${f}&crs=EPSG:9209&commune=00001`, extension)
    const { features: found } = await read(file, '-s_srs', ZONE, '-t_srs', 'EPSG:4326')
    // 1e-8 degrees are about a millimetre.
    expect(found[0]!.geometry.coordinates[0]).toBeCloseTo(105.0312345, 7)
    expect(found[0]!.geometry.coordinates[1]).toBeCloseTo(20.0298765, 7)
    const { stdout } = await run('ogrinfo', ['-al', '-so', file])
    expect(stdout).toMatch(/VN[-_ ]?2000/)
  })

  test('a shapefile has its code page and its system beside it', async () => {
    const { rawPayload } = await get(`${HOUSES}&f=shp&crs=9209`)
    const parts = unzipSync(rawPayload)
    expect(Object.keys(parts).toSorted()).toEqual(
      ['cpg', 'dbf', 'prj', 'shp', 'shx'].map((part) => `cultural_houses.${part}`)
    )
    expect(Buffer.from(parts['cultural_houses.cpg']!).toString()).toBe('UTF-8')
    expect(Buffer.from(parts['cultural_houses.prj']!).toString()).toContain('105.5')
  })

  test('a shapefile of points and areas has a layer of each', async () => {
    const ring = [
      [105.03, 20.03],
      [105.031, 20.03],
      [105.031, 20.031],
      [105.03, 20.03]
    ]
    const ground = { type: 'Polygon' as const, coordinates: [ring] }
    await take('relics', features([{ name: 'Thành Đá', ref: 'thanh-da' }, ground]))
    const { rawPayload, statusCode } = await get('/api/collections/relics/export?f=shp&crs=9209')
    expect(statusCode).toBe(200)
    expect(Object.keys(unzipSync(rawPayload)).filter((name) => name.endsWith('.shp'))).toEqual(
      expect.arrayContaining(['relics_areas.shp', 'relics_points.shp'])
    )
  })

  test('a table has metres', async () => {
    const { body } = await get(`${HOUSES}&f=csv&crs=9209&commune=00001`)
    const [head, row] = body.split('\r\n')
    expect(head).toMatch(/,x,y$/)
    expect(row).toMatch(/,450\d{3}\.\d+,2215\d{3}\.\d+$/)
  })

  test('the importer takes an export back where it was', async () => {
    const file = await fileOf(`${HOUSES}&f=shp&crs=9209`, 'zip')
    const request = {
      collection: 'cultural_houses',
      file,
      importedBy: 'test',
      dryRun: true,
      crs: 'EPSG:9209'
    }
    const report = await importFile({ db: server.db, registry, derivations }, request)
    expect([report.rowsAccepted, report.refused]).toEqual([2, []])
  })
})

describe('refused by a sentence', () => {
  test.each([
    ['cultural_houses', 'f=dwg', 400, 'f'],
    ['cultural_houses', 'f=gpkg&crs=27700', 400, 'VN-2000'],
    ['cultural_houses', 'f=kml&crs=9209', 400, 'KML chỉ chứa tọa độ WGS 84'],
    ['cultural_houses', 'f=gpkg&commune=1', 400, 'commune'],
    ['cultural_houses', 'f=gpkg&asOf=hôm-nay', 400, 'asOf'],
    ['cultural_houses', 'f=gpkg&limit=5', 400, 'limit'],
    ['cultural_houses', '', 400, 'f'],
    ['operators', 'f=shp', 400, 'không có vị trí'],
    ['premises', 'f=csv', 404, 'Không có lớp dữ liệu «premises»'],
    ['cultural_houses', 'f=gpkg&commune=99998', 404, 'không có gì để xuất']
  ])('%s?%s', async (collection, query, status, words) => {
    const response = await ask(`/api/collections/${collection}/export?${query}`, { 'accept-language': 'vi' })
    expect([response.statusCode, response.json().detail]).toEqual([status, expect.stringContaining(words)])
  })

  test('by a page, where a person asked by the form; what the form leaves open is not asked', async () => {
    const page = await get('/ogc/collections/operators?f=html&lang=vi')
    expect(page.body).toContain(
      'action="/api/collections/operators/export"'.replace('="', '="http://localhost:80')
    )
    const refused = await ask('/api/collections/operators/export?lang=vi&f=shp', { accept: 'text/html' })
    expect(refused.headers['content-type']).toContain('text/html')
    const taken = await get('/api/collections/operators/export?lang=vi&f=csv&commune=&asOf=')
    expect(taken.statusCode).toBe(200)
  })
})

test('nothing is left behind in the folder for passing files', async () => {
  const head = await server.app.inject({ method: 'HEAD', url: `${HOUSES}&f=gpkg` })
  expect([head.statusCode, head.body]).toEqual([200, ''])
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('diaban-export-'))
  // The other engine's tests may be making one.
  await expect.poll(left, { timeout: 30_000 }).toEqual([])
  rmSync(folder, { recursive: true })
})
