import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDrawn } from '../../server/collections/tiles/drawing.ts'
import { tileFields } from '../../server/collections/tiles/tile-sql.ts'
import { registry } from '../../server/themes.ts'
import { box, communeData, point, type CommuneData } from '../support/commune-data.ts'
import { decodeTile } from '../support/decode-tile.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { at, landscape, TILE } from '../support/tile-landscape.ts'

let server: TestServer
let data: CommuneData

const BEFORE = '2026-03-01'
const AFTER = '2026-07-01'

beforeAll(async () => {
  server = await startServer()
  data = communeData(server.db)
  await landscape(data)
})
afterAll(() => server.stop())

/** The tile at a zoom that holds the landscape. */
function address(z: number) {
  const shift = TILE.z - z
  return `/ogc/tiles/WebMercatorQuad/${z}/${TILE.y >> shift}/${TILE.x >> shift}`
}

async function layers(z: number, query: string) {
  const response = await server.app.inject(`${address(z)}?${query}`)
  expect(response.statusCode).toBe(200)
  return decodeTile(response.rawPayload)
}

async function raise(collection: string) {
  await server.db.query(
    `insert into collection_version (collection) values ($1)
         on conflict (collection) do update set version = collection_version.version + 1, changed_at = clock_timestamp()`,
    [collection]
  )
}

describe('what a tile holds', () => {
  // One fingerprint for both engines. When what is drawn changes on purpose, both must arrive at the same new one.
  test('is the same on both engines, to the last unit', async () => {
    const tiles = []
    for (const z of [14, 13, 12, 10, 8, 5]) tiles.push(await layers(z, `datetime=${AFTER}`))
    const ids = [...new Set(tiles.flatMap((tile) => Object.values(tile).flat()).map(({ id }) => id))]
    const text = JSON.stringify(tiles, (key, value: unknown) =>
      key === 'id' && typeof value === 'number' ? ids.indexOf(value) : value
    )
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '8d8d720c3ea84c4d0015069ed5be765789b5258b95046c949f49cc589ae09bf9'
    )
  })

  test('is one layer per collection, with ids and the declared properties only', async () => {
    const { cell_sites, cultural_houses, ...others } = await layers(
      14,
      `collections=cell_sites,cultural_houses&datetime=${AFTER}`
    )
    expect(others).toEqual({})
    expect(cell_sites?.[0]?.id).toBeGreaterThan(0)
    expect(cell_sites?.[0]?.properties).toEqual({ operator: 'Viettel', technologies: '4G,5G', name: 'HTH1' })
    expect(cultural_houses?.[0]?.properties).toEqual({
      name: 'Nhà văn hóa',
      wifi: 'yes',
      wifi_checked_on: '2026-02-03'
    })
  })

  test('comes from functions that give what is declared for tiles, and no more', async () => {
    for (const collection of registry.all.filter(isDrawn)) {
      const { fields } = await server.db.query(
        `select * from open.${collection.id}_tile(0, 0, 0, '2026-01-01')`
      )
      expect(fields.map(({ name }) => name)).toEqual([
        'id',
        ...tileFields(collection).map(({ name }) => name),
        'geom'
      ])
    }
  })

  test('is what is true on the day', async () => {
    await data.publish('relics', [
      { name: 'Đền', valid_from: '2026-02-01', valid_to: '2026-03-01', geom: point(105.86, 18.33) }
    ])
    const on = async (day: string) => {
      const x = Math.floor(((105.86 + 180) / 360) * 2 ** 14)
      const rad = (18.33 * Math.PI) / 180
      const y = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * 2 ** 14)
      const response = await server.app.inject(
        `/ogc/collections/relics/tiles/WebMercatorQuad/14/${y}/${x}?datetime=${day}`
      )
      return decodeTile(response.rawPayload).relics?.length ?? 0
    }
    expect([
      await on('2026-01-31'),
      await on('2026-02-01'),
      await on('2026-02-28'),
      await on('2026-03-01')
    ]).toEqual([0, 1, 1, 0])
  })

  test('is one piece of a big feature, without a cut that shows', async () => {
    const { villages = [] } = await layers(14, `collections=villages&datetime=${AFTER}`)
    expect(villages.map(({ properties }) => properties.code)).toEqual(['99001-1', '99002-1'])
    const [big] = villages
    expect(big?.rings).toHaveLength(2)
    expect(big?.rings.flat().length).toBeGreaterThan(700)
  })

  test('has valid polygons on whole units, also where they were cut', async () => {
    for (const z of [14, 13, 12, 10]) {
      const shift = TILE.z - z
      for (const collection of ['communes', 'villages', 'coverage_claims', 'buildings']) {
        const { rows } = await server.db.query<{ valid: boolean; whole: boolean }>(
          `select st_isvalid(geom) as valid, st_equals(geom, st_snaptogrid(geom, 1)) as whole
             from open.${collection}_tile($1, $2, $3, $4)
            where geom is not null`,
          [z, TILE.x >> shift, TILE.y >> shift, AFTER]
        )
        expect(rows.filter(({ valid, whole }) => !valid || !whole)).toEqual([])
      }
    }
  })

  test('leaves out polygons of less than two pixels below the last zoom', async () => {
    const names = async (z: number) =>
      (await layers(z, `collections=buildings&datetime=${AFTER}`)).buildings?.map(
        ({ properties }) => properties.class
      )
    expect(await names(14)).toEqual(['house', 'school'])
    expect(await names(13)).toEqual(['school'])
  })

  test('draws no premises, under no name', async () => {
    await data.publish('premises', [{ residents: 3, geom: point(105.84, 18.33) }])
    expect(Object.keys(await layers(14, `datetime=${AFTER}`))).not.toContain('premises')
    for (const path of [
      `${address(14)}?collections=premises`,
      '/ogc/collections/premises/tiles',
      '/ogc/collections/premises/tiles/WebMercatorQuad/14/1/1'
    ]) {
      expect((await server.app.inject(path)).statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  test('is an empty body where nothing is', async () => {
    const response = await server.app.inject('/ogc/tiles/WebMercatorQuad/14/0/0')
    expect(response.statusCode).toBe(200)
    expect(response.rawPayload).toHaveLength(0)
  })
})

describe('coverage in tiles', () => {
  const claims = async (z: number, day: string) =>
    (await layers(z, `collections=coverage_claims&datetime=${day}`)).coverage_claims ?? []

  test('is dissolved up to zoom 12, the claims themselves from 13', async () => {
    expect(await claims(12, BEFORE)).toHaveLength(1)
    expect(await claims(13, BEFORE)).toHaveLength(2)
    const [dissolved] = await claims(12, BEFORE)
    expect(dissolved?.properties).toEqual({ operator: 'Viettel', technology: '5G' })
    expect(dissolved?.rings).toHaveLength(1)
  })

  test('ends at the commune that a later delivery took over', async () => {
    const border = 2048
    const before = (await claims(14, BEFORE)).flatMap(({ rings }) => rings.flat().map(([x]) => x))
    const [first, second, later, ...rest] = await claims(14, AFTER)
    expect(Math.max(...before)).toBeGreaterThan(border)
    expect(Math.max(...[first, second].flatMap((claim) => claim?.rings.flat().map(([x]) => x) ?? []))).toBe(
      border
    )
    expect(Math.min(...(later?.rings.flat().map(([x]) => x) ?? []))).toBeGreaterThan(border)
    expect(rest).toEqual([])
  })

  test('comes back when the later delivery is undone, and goes with its own', async () => {
    const undone = communeData(server.db)
    const place = (west: number) => box(west, 10, west + 0.01, 10.01)
    await undone.publish('communes', [{ code: '99009', name: 'Nam', geom: box(100, 9.9, 100.2, 10.1) }])
    const first = await undone.deliver({
      operator: 'VNPT',
      speaksFor: ['99009'],
      claims: [{ geom: place(100) }],
      at: '2026-02-01T00:00:00Z'
    })
    const drawn = async () => {
      const { rows } = await server.db.query<{ west: number }>(
        `select round(min(st_xmin(st_transform(geom, 4326)))::numeric, 3)::float8 as west
           from drawing_coverage_claim
          where st_xmin(geom) between 11131900 and 11160000 and zooms @> 14
            and valid_from <= '2026-08-01' and valid_to > '2026-08-01'
          group by feature_id
          order by 1`
      )
      return rows.map(({ west }) => west)
    }
    expect(await drawn()).toEqual([100])
    const second = await undone.deliver({
      operator: 'VNPT',
      speaksFor: ['99009'],
      validFrom: '2026-07-01',
      claims: [{ geom: place(100.1) }],
      at: '2026-02-02T00:00:00Z'
    })
    expect(await drawn()).toEqual([100.1])
    await undone.undo(second, '2026-02-03T00:00:00Z')
    expect(await drawn()).toEqual([100])
    await undone.undo(first, '2026-02-04T00:00:00Z')
    expect(await drawn()).toEqual([])
  })
})

describe('addresses', () => {
  test.each([
    ['14/7340/-1', 400],
    ['14/7340/1.5', 400],
    ['14/7340/99999999999', 400],
    ['x/1/1', 400],
    ["14/7340/1'%20or%201=1", 400],
    ['14/16384/0', 404],
    ['15/1/1', 404],
    ['0/0/1', 404],
    ['14/7340/13009?collections=', 400],
    ['14/7340/13009?collections=roads,secrets', 400],
    ['14/7340/13009?collections=operators', 400],
    ["14/7340/13009?collections=roads';drop%20table%20road", 400],
    ['14/7340/13009?datetime=2026-02-30', 400],
    ['14/7340/13009?datetime=2026-01-01/2026-02-01', 400],
    ['14/7340/13009?datetime=0000-01-01', 400],
    ['14/7340/13009?layer=roads', 400],
    ['14/7340/13009?f=png', 400]
  ])('refuses %s with %i and a sentence', async (path, status) => {
    const response = await server.app.inject({
      url: `/ogc/tiles/WebMercatorQuad/${path}`,
      headers: { 'accept-language': 'en' }
    })
    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toMatch(/\.$/)
  })

  test('takes the row before the column', async () => {
    const right = await server.app.inject(address(14))
    const swapped = await server.app.inject(`/ogc/tiles/WebMercatorQuad/14/${TILE.x}/${TILE.y}`)
    expect(right.rawPayload.length).toBeGreaterThan(0)
    expect(swapped.rawPayload).toHaveLength(0)
  })

  test('answers 406 where a tile is not accepted', async () => {
    const response = await server.app.inject({ url: address(14), headers: { accept: 'text/html' } })
    expect(response.statusCode).toBe(406)
  })
})

describe('validators and memory', () => {
  const url = `${address(14)}?collections=roads`

  test('repeats are answered 304, a changed collection with a new tile within two seconds', async () => {
    const first = await server.app.inject(url)
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^"[^"]+"$/)
    const repeat = await server.app.inject({ url, headers: { 'if-none-match': etag } })
    expect(repeat.statusCode).toBe(304)
    expect(repeat.rawPayload).toHaveLength(0)

    const { rings } = decodeTile(first.rawPayload).roads![0]!
    expect(rings.length).toBeGreaterThan(0)
    const ends = [at(0.2, 0.9), at(0.6, 0.95)].map((end) => end.join(' '))
    await data.publish('roads', [
      { name: 'Đường mới', geom: `SRID=4326;MULTILINESTRING((${ends.join(',')}))` }
    ])
    await raise('roads')
    const until = Date.now() + 2000
    let latest = first
    while (latest.headers.etag === etag && Date.now() < until) latest = await server.app.inject(url)
    expect(latest.headers.etag).not.toBe(etag)
    expect(decodeTile(latest.rawPayload).roads?.length).toBe(decodeTile(first.rawPayload).roads!.length + 1)
  })

  test('another day and another form have other validators', async () => {
    const tags = new Set<unknown>()
    for (const query of ['', '&datetime=2026-03-01']) {
      tags.add((await server.app.inject(url + query)).headers.etag)
      const zipped = await server.app.inject({ url: url + query, headers: { 'accept-encoding': 'gzip' } })
      tags.add(zipped.headers.etag)
    }
    expect(tags.size).toBeGreaterThanOrEqual(2)
  })

  test('a big tile is sent compressed to those who take it', async () => {
    const big = `${address(14)}?collections=villages&datetime=${AFTER}`
    const response = await server.app.inject({ url: big, headers: { 'accept-encoding': 'gzip, br' } })
    expect(response.headers['content-encoding']).toBe('gzip')
    const plain = await server.app.inject(big)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers.etag).not.toBe(response.headers.etag)
  })

  test('nothing is kept while the versions cannot be read', async () => {
    await server.db.query('alter table collection_version rename to collection_version_away')
    try {
      const bypassed = await startedAnew(url)
      expect(bypassed.statusCode).toBe(200)
      expect(bypassed.headers.etag).toBeUndefined()
      expect(bypassed.headers['cache-control']).toBe('no-store')
      const before = decodeTile(bypassed.rawPayload).roads?.length ?? 0
      expect(before).toBeGreaterThan(0)
      const ends = [at(0.3, 0.2), at(0.4, 0.25)].map((end) => end.join(' '))
      await data.publish('roads', [
        { name: 'Đường sau', geom: `SRID=4326;MULTILINESTRING((${ends.join(',')}))` }
      ])
      expect(decodeTile((await server.app.inject(url)).rawPayload).roads).toHaveLength(before + 1)
    } finally {
      await server.db.query('alter table collection_version_away rename to collection_version')
    }
  })

  /** Asks until what was known of the versions is too old. */
  async function startedAnew(path: string) {
    const until = Date.now() + 3000
    let response = await server.app.inject(path)
    while (response.headers.etag !== undefined && Date.now() < until) response = await server.app.inject(path)
    return response
  }
})

describe('TileJSON and tilesets', () => {
  test('lead a map to the tiles, with row and column in place', async () => {
    const response = await server.app.inject('/ogc/tiles/WebMercatorQuad/tilejson?collections=roads,villages')
    const json = response.json()
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 8, maxzoom: 14 })
    expect(json.tiles).toEqual([
      'http://localhost:80/ogc/tiles/WebMercatorQuad/{z}/{y}/{x}?collections=roads,villages'
    ])
    expect(json.vector_layers.map(({ id }: { id: string }) => id)).toEqual(['roads', 'villages'])
    expect(json.vector_layers[1].fields).toMatchObject({ code: 'String', provisional: 'Boolean' })
    expect(json.bounds).toHaveLength(4)
  })

  test('describe every drawn collection and the matrix set', async () => {
    const tileset = (await server.app.inject('/ogc/tiles/WebMercatorQuad')).json()
    expect(tileset.tileMatrixSetURI).toBe('http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad')
    expect(tileset.links.find(({ rel }: { rel: string }) => rel === 'item')).toMatchObject({
      templated: true,
      href: 'http://localhost:80/ogc/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}'
    })
    const one = (await server.app.inject('/ogc/collections/roads/tiles/WebMercatorQuad')).json()
    expect(one.layers).toHaveLength(1)
    const set = (await server.app.inject('/ogc/tileMatrixSets/WebMercatorQuad')).json()
    expect(set.tileMatrices[14]).toMatchObject({ id: '14', matrixWidth: 16384 })
    expect((await server.app.inject('/ogc/collections/operators/tiles')).statusCode).toBe(404)
  })
})
