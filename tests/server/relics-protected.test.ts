import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../server/collections/import/import-file.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { derivations, registry } from '../../server/themes.ts'
import { decodeTile } from '../support/decode-tile.ts'
import { features, PHUONG_MOT, point, square } from '../support/import-folder.ts'
import { startServer, type TestServer } from '../support/server.ts'

// A find still in the ground: whatever anyone can ask for, its place is a cell of 500 m and nothing smaller.
const AT = { lng: 105.033_713, lat: 20.035_179 }
const GROUNDS = { lng: 105.052_217, lat: 20.054_313 }
/** About ten metres; not rounded. */
const digits = (degrees: number) => /^\d+\.\d{4}/.exec(degrees.toFixed(9))?.[0] ?? ''

let server: TestServer
let count = 0

async function take(...rows: Parameters<typeof features>) {
  const file = join(server.environment.DATA_DIR, `file-${++count}.geojson`)
  writeFileSync(file, JSON.stringify(features(...rows)))
  const deps = { db: server.db, registry, derivations }
  return importFile(deps, { collection: 'relics', file, importedBy: 'test' })
}
const find = (more: object) =>
  take([{ ref: 'kc-1', name: 'Hố khai quật Gò Mộ', rank: 'kiểm kê', ...more }, point(AT.lng, AT.lat)])
const text = async (url: string) => (await server.app.inject(url)).body

/** The drawn corners of the find in a tile, in degrees. */
async function drawnAt(z: number) {
  const n = 2 ** z
  const rad = (AT.lat * Math.PI) / 180
  const col = Math.floor(((AT.lng + 180) / 360) * n)
  const row = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * n)
  const url = `/ogc/collections/relics/tiles/WebMercatorQuad/${z}/${row}/${col}?f=mvt`
  const tile = decodeTile((await server.app.inject(url)).rawPayload)
  return { tile, n, row, col }
}

beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://xa.example.vn' })
  const file = join(server.environment.DATA_DIR, 'communes.geojson')
  writeFileSync(file, JSON.stringify(PHUONG_MOT))
  await importFile(
    { db: server.db, registry, derivations },
    { collection: 'communes', file, importedBy: 'test' }
  )
  await find({ protected: 'có', accuracy_m: 3 })
  await take([
    { ref: 'kc-2', name: 'Di chỉ Gò Mua', protected: true },
    square(GROUNDS.lng, GROUNDS.lat, 0.0004)
  ])
})
afterAll(() => server.stop())

describe('a protected relic', () => {
  test.each([
    ['/ogc/collections/relics/items?f=json'],
    ['/ogc/collections/relics?f=json'],
    ['/ogc/collections?f=json'],
    ['/api/search?q=go+mo'],
    ['/api/search?q=di+chi'],
    ['/api/collections/relics/export?f=geojson'],
    ['/api/collections/relics/export?f=csv'],
    ['/di-tich'],
    ['/di-tich?sort=distance&near=20.03,105.03'],
    ['/di-tich/ho-khai-quat-go-mo'],
    ['/di-tich/ho-khai-quat-go-mo?lang=en'],
    ['/di-tich/di-chi-go-mua'],
    ['/di-tich/ho-khai-quat-go-mo/qr.svg'],
    ['/sitemap.xml']
  ])('is told by %s without its place', async (url) => {
    const response = await server.app.inject(url)

    expect(response.statusCode).toBe(200)
    for (const { lng, lat } of [AT, GROUNDS]) {
      expect(response.body).not.toContain(digits(lng))
      expect(response.body).not.toContain(digits(lat))
    }
  })

  test('lies in the cell that items give, whose sides are about 500 m', async () => {
    const { features: found } = JSON.parse(await text('/ogc/collections/relics/items?f=json'))
    const cell = found.find(({ properties }: { properties: { name: string } }) =>
      properties.name.startsWith('Hố')
    )
    const ring: [number, number][] = cell.geometry.coordinates[0]
    const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
    const [west, east, south, north] = [
      Math.min(...lngs),
      Math.max(...lngs),
      Math.min(...lats),
      Math.max(...lats)
    ]

    expect(ring).toHaveLength(5)
    expect(AT.lng).toBeGreaterThan(west)
    expect(AT.lng).toBeLessThan(east)
    expect(AT.lat).toBeGreaterThan(south)
    expect(AT.lat).toBeLessThan(north)
    expect((north - south) * 110_574).toBeCloseTo(500, 0)
    expect((east - west) * 111_320 * Math.cos((AT.lat * Math.PI) / 180)).toBeGreaterThan(490)
    expect(cell.properties).toMatchObject({ protected: true, accuracy_m: null })
  })

  test.each([8, 12, 14])('is drawn as its cell at zoom %i', async (z) => {
    const { tile, n, row, col } = await drawnAt(z)
    const drawn = (tile['relics'] ?? []).filter(({ properties }) =>
      String(properties['name']).startsWith('Hố')
    )
    const x = (((AT.lng + 180) / 360) * n - col) * 4096
    const rad = (AT.lat * Math.PI) / 180
    const y = (((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * n - row) * 4096
    const near = drawn
      .flatMap(({ rings }) => rings.flat())
      .filter(([px, py]) => Math.hypot(px - x, py - y) < z - 7)

    expect(drawn.length).toBeGreaterThan(0)
    expect(drawn.every(({ type }) => type === 3)).toBe(true)
    if (z > 8) expect(near).toEqual([])
  })

  test('its page tells that the place is kept back, and shows no way there', async () => {
    const vi = await text('/di-tich/ho-khai-quat-go-mo')

    expect(vi).toContain('chỉ công khai ô vuông khoảng 500 m')
    expect(vi).toContain('"@type":"GeoShape"')
    expect(vi).not.toContain('GeoCoordinates')
    expect(vi).not.toContain('geo:')
    expect(vi).not.toContain('Sai số vị trí')
    expect(vi).toContain('class="cell"')
    expect(vi).not.toContain('class="pin"')
  })

  test('its commune is named only where that holds the whole cell', async () => {
    await take([{ ref: 'kc-4', name: 'Gò Giáp Ranh', protected: true }, point(105.0003, 20.0503)])
    const page = await text('/di-tich/go-giap-ranh')

    expect(await text('/di-tich/ho-khai-quat-go-mo')).toContain('"addressLocality":"Phường Một"')
    expect(page).toContain('"name":"Gò Giáp Ranh"')
    expect(page).not.toContain('addressLocality')
    const listed = await text('/di-tich?commune=00001')
    expect(listed).toContain('/di-tich/ho-khai-quat-go-mo')
    expect(listed).not.toContain('/di-tich/go-giap-ranh')
  })

  test('its distance is told from the middle of the cell', async () => {
    const far = await text('/di-tich?sort=distance&near=20.035179,105.033713&q=go+mo')

    // Asked from the very place: it is not 0 m away.
    expect(far).not.toContain('<span>0 m</span>')
  })
})

describe('what a later file says', () => {
  test('nothing: it stays hidden, also in tiles', async () => {
    await find({ period: 'Sơ kỳ kim khí' })

    expect(await text('/ogc/collections/relics/items?f=json')).not.toContain(digits(AT.lng))
    expect(await text('/di-tich/ho-khai-quat-go-mo')).toContain('Sơ kỳ kim khí')
  })

  test('a stated no opens it, and taking that back hides it again', async () => {
    const { importId } = await find({ protected: 'không' })
    const open = await text('/ogc/collections/relics/items?f=json')
    await undoImport({ db: server.db, registry, derivations }, importId ?? 0, 'test')

    expect(open).toContain(digits(AT.lng))
    expect(await text('/ogc/collections/relics/items?f=json')).not.toContain(digits(AT.lng))
    expect(await text('/di-tich/ho-khai-quat-go-mo')).toContain('GeoShape')
  })

  test('a no ahead of its day opens nothing today, nor does one about days that are over', async () => {
    await find({ protected: 'không', valid_from: '2999-01-01' })
    await find({ protected: 'không', valid_from: '1999-01-01', valid_to: '2001-01-01' })

    expect(await text('/ogc/collections/relics/items?f=json')).not.toContain(digits(AT.lng))
    expect(await text('/di-tich/ho-khai-quat-go-mo')).toContain('GeoShape')
  })

  test('hides what an earlier file showed, in all its rows', async () => {
    await take([{ ref: 'kc-3', name: 'Gò Đống', valid_from: '2020-01-01' }, point(105.0714, 20.0713)])
    await take([
      { ref: 'kc-3', name: 'Gò Đống', valid_from: '2026-01-01', protected: 'có' },
      point(105.0714, 20.0713)
    ])
    const earlier = await text('/ogc/collections/relics/items?f=json&datetime=2021-01-01T00:00:00Z')

    expect(earlier).toContain('Gò Đống')
    expect(earlier).not.toContain('20.0713')
    expect(await text('/di-tich/go-dong')).not.toContain('105.0714')
  })
})
