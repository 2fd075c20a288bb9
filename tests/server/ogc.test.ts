import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Geometry } from '../../server/geo/geometry.ts'
import { registry } from '../../server/themes.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ trustedProxies: ['loopback'] })
  const data = communeData(server.db)
  await data.publish('communes', [
    { code: '99001', name: 'Một', geom: box(105, 18, 105.1, 18.1) },
    { code: '99002', name: 'Chưa có bản đồ', geom: null }
  ])
  await data.publish('villages', [
    {
      code: 'A',
      name: "Xóm <b>'1'</b>",
      kind: 'xóm',
      population: 12,
      households: 4,
      commune_code: '99001',
      geom: box(105, 18, 105.05, 18.1)
    },
    {
      code: 'B',
      name: 'Xóm 2',
      kind: 'xóm',
      population: 900,
      households: 200,
      commune_code: '99001',
      geom: box(105.05, 18, 105.1, 18.1)
    }
  ])
  await data.publish('operators', [{ name: 'Viettel', technologies: ['4G', '5G'] }])
  await data.publish(
    'cultural_houses',
    Array.from({ length: 25 }, (_, index) => ({
      name: `Nhà ${index}`,
      wifi: index % 2 === 0 ? 'yes' : 'no',
      geom: point(105 + index / 1000, 18.05)
    }))
  )
  await data.publish('relics', [
    { name: 'Đầu năm', valid_from: '2026-01-01', valid_to: '2026-03-01', geom: point(179.5, 0) },
    { name: 'Từ tháng ba', valid_from: '2026-03-01', valid_to: 'infinity', geom: point(-179.5, 0) }
  ])
  await data.publish('cameras', [
    {
      place: 'Ngã tư',
      owner: 'Xã',
      purpose: 'An ninh',
      state: 'broken',
      model: 'X1',
      geom: point(105.01, 18.01)
    }
  ])
  await data.publish('premises', [{ residents: 4, geom: point(105.02, 18.02) }])
})
afterAll(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url: `/ogc${path}`, headers })
const json = async (path: string) => (await get(path)).json()

interface Link {
  rel: string
  href: string
  type: string
}
interface ItemsPage {
  links: Link[]
  features: { properties: { name: string } }[]
  numberMatched: number
  numberReturned: number
  timeStamp: string
}
const linkOf = (document: { links: Link[] }, rel: string) => document.links.find((link) => link.rel === rel)
const names = (document: { features: { properties: { name: string } }[] }) =>
  document.features.map(({ properties }) => properties.name)

describe('documents', () => {
  test('the landing page leads everywhere', async () => {
    const landing = await json('')
    for (const rel of ['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data']) {
      const link = linkOf(landing, rel)
      const path = new URL(link!.href).pathname + new URL(link!.href).search
      const response = await server.app.inject({ url: path })
      expect([rel, response.statusCode]).toEqual([rel, 200])
      expect(response.headers['content-type']).toContain(link!.type.split(';')[0])
    }
  })

  test('every open collection is listed and no other', async () => {
    const { collections } = await json('/collections')
    expect(collections.map(({ id }: { id: string }) => id)).toEqual(registry.open.map(({ id }) => id))
    expect(JSON.stringify(collections)).not.toContain('premises')
  })

  test('a collection says where and when', async () => {
    const villages = await json('/collections/villages')
    expect(villages.extent.spatial.bbox).toEqual([[105, 18, 105.1, 18.1]])
    const relics = await json('/collections/relics')
    expect(relics.extent.temporal.interval).toEqual([['2026-01-01T00:00:00+07:00', null]])
    expect((await json('/collections/operators')).extent.spatial).toBeUndefined()
  })

  test('premises are as unknown as what does not exist', async () => {
    for (const path of ['', '/items', '/items/1', '/tiles', '/items?f=html']) {
      const premises = await get(`/collections/premises${path}`)
      const nonsense = await get(`/collections/nonsense${path}`)
      expect(premises.statusCode).toBe(404)
      expect(premises.json().detail.replace('premises', 'nonsense')).toBe(nonsense.json().detail)
    }
  })

  test('every page is whole, in the language asked for, without script', async () => {
    const paths = [
      '',
      '/conformance',
      '/api',
      '/collections',
      '/collections/villages',
      '/collections/villages/items',
      '/collections/communes/items',
      '/collections/operators/items',
      '/tiles',
      '/tiles/WebMercatorQuad',
      '/collections/roads/tiles',
      '/tileMatrixSets',
      '/tileMatrixSets/WebMercatorQuad'
    ]
    for (const path of paths) {
      for (const lang of ['vi', 'en']) {
        const page = await get(`${path}?f=html&lang=${lang}`)
        expect([path, page.statusCode]).toEqual([path, 200])
        expect(page.body).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${lang}">`))
        expect(page.body).not.toMatch(/<script|style="|undefined|\[object/)
        expect(page.body.match(/<h1>/g)).toHaveLength(1)
        const outside = [...page.body.matchAll(/(?:href|src)="(https?:\/\/[^/"]+)/g)].filter(
          ([, host]) => !host?.startsWith('http://localhost')
        )
        expect(outside).toEqual([])
      }
    }
    expect((await get('/style.css')).headers['content-type']).toContain('text/css')
  })

  test('what is in the data cannot be markup', async () => {
    const page = (await get('/collections/villages/items?f=html')).body
    expect(page).toContain('Xóm &lt;b&gt;&#39;1&#39;&lt;/b&gt;')
  })
})

describe('negotiation', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html', 'text/html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/html;q=0.5,application/json', 'application/json'],
    ['application/*;q=0.2,text/*;q=0.9', 'text/html'],
    ['application/json;q=0,*/*', 'text/html']
  ])('Accept %s gives %s', async (accept, type) => {
    const response = await get('', accept ? { accept } : {})
    expect(response.headers['content-type']).toContain(type)
    expect(response.headers.vary).toContain('accept')
  })

  test('items are GeoJSON also for those who ask for JSON', async () => {
    const response = await get('/collections/villages/items', { accept: 'application/json' })
    expect(response.headers['content-type']).toBe('application/geo+json')
    expect(response.headers['content-crs']).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>')
  })

  test('f decides over Accept; what there is not is 406 with what there is', async () => {
    expect((await get('?f=html', { accept: 'application/json' })).headers['content-type']).toContain(
      'text/html'
    )
    const refused = await get('/collections', { accept: 'application/xml' })
    expect(refused.statusCode).toBe(406)
    expect(refused.json().detail).toContain('application/json, text/html')
    expect((await get('?f=xml')).statusCode).toBe(400)
  })
})

describe('addresses in links', () => {
  const selfOf = (headers: Record<string, string>) => async (app: TestServer['app']) =>
    linkOf((await app.inject({ url: '/ogc/collections', headers })).json(), 'self')!.href
  const forwarded = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'ban-do.xa.vn',
    'x-forwarded-prefix': '/dia-ban'
  }

  test('are what a trusted proxy says', async () => {
    expect(await selfOf(forwarded)(server.app)).toBe('https://ban-do.xa.vn/dia-ban/ogc/collections')
  })

  test('are not what a stranger says, and PUBLIC_URL decides over all', async () => {
    const untrusting = await startServer()
    const fixed = await startServer({ publicUrl: 'https://x.vn/a' })
    try {
      expect(await selfOf(forwarded)(untrusting.app)).not.toContain('ban-do')
      expect(await selfOf(forwarded)(fixed.app)).toBe('https://x.vn/a/ogc/collections')
    } finally {
      await untrusting.stop()
      await fixed.stop()
    }
  })
})

describe('items', () => {
  test('have the declared open properties, a geometry or null, and an id that finds them', async () => {
    const { features } = await json('/collections/communes/items')
    expect(features.map(({ geometry }: { geometry: object | null }) => geometry === null)).toEqual([
      false,
      true
    ])
    const [first] = features
    const one = await json(`/collections/communes/items/${first.id}`)
    expect(one).toMatchObject({
      type: 'Feature',
      id: first.id,
      geometry: first.geometry,
      properties: first.properties
    })
    expect(Object.keys(first.properties)).toEqual([
      'code',
      'name',
      'kind',
      'province',
      'illustration',
      'valid_from',
      'valid_to'
    ])
    expect((await json('/collections/operators/items')).features[0]).toMatchObject({
      geometry: null,
      properties: { name: 'Viettel', technologies: ['4G', '5G'] }
    })
  })

  test.each(registry.open.map(({ id }) => id))('of %s have geometries as RFC 7946 has them', async (id) => {
    const { features } = await json(`/collections/${id}/items`)
    for (const { geometry } of features) expect(Geometry.nullable().safeParse(geometry).error).toBeUndefined()
  })

  test('withhold a village of fewer than five households, and the next smallest that would give it away', async () => {
    const { features } = await json('/collections/villages/items')
    expect(features.map(({ properties }: { properties: object }) => properties)).toMatchObject([
      { code: 'A', population: null, households: null },
      { code: 'B', population: null, households: null }
    ])
  })

  test('are counted, and paged without loss when more come meanwhile', async () => {
    const seen: string[] = []
    let next: string | undefined = '/ogc/collections/cultural_houses/items?limit=10&wifi=yes'
    const pages: ItemsPage[] = []
    while (next !== undefined) {
      const page: ItemsPage = (await server.app.inject(next)).json()
      pages.push(page)
      seen.push(...names(page))
      const href: string | undefined = linkOf(page, 'next')?.href
      next = href && new URL(href).pathname + new URL(href).search
      if (pages.length === 1)
        await communeData(server.db).publish(
          'cultural_houses',
          [{ name: 'Mới', wifi: 'yes', geom: point(104, 18) }],
          { at: '2026-05-01T00:00:00Z' }
        )
    }
    expect(pages.map(({ numberReturned }) => numberReturned)).toEqual([10, 4])
    expect(pages.map(({ numberMatched }) => numberMatched)).toEqual([13, 14])
    expect(new Set(seen).size).toBe(14)
    expect(pages[0]?.timeStamp).toMatch(/Z$/)
  })

  test('end exactly at the last page', async () => {
    const page = await json('/collections/villages/items?limit=2')
    expect(linkOf(page, 'next')).toBeUndefined()
    expect((await json('/collections/villages/items?limit=999999')).numberReturned).toBe(2)
  })

  test.each([
    ['105.06,18.01,105.07,18.02', ['Xóm 2']],
    ['105.06,18.01,-10,105.07,18.02,90', ['Xóm 2']],
    ['105.05,18.1,105.05,18.1', ["Xóm <b>'1'</b>", 'Xóm 2']],
    ['0,0,1,1', []]
  ])('in the box %s', async (bbox, expected) => {
    expect(names(await json(`/collections/villages/items?bbox=${bbox}`))).toEqual(expected)
  })

  test('across the antimeridian', async () => {
    expect(names(await json('/collections/relics/items?bbox=179,-1,-179,1'))).toHaveLength(2)
    expect(names(await json('/collections/relics/items?bbox=179,-1,180,1'))).toEqual(['Đầu năm'])
  })

  test.each([
    ['2025-12-31', []],
    ['2026-01-01', ['Đầu năm']],
    ['2026-02-28', ['Đầu năm']],
    ['2026-03-01', ['Từ tháng ba']],
    ['2026-02-28T16:59:59Z', ['Đầu năm']],
    ['2026-02-28T17:00:00Z', ['Từ tháng ba']],
    ['2026-02-28/2026-03-01', ['Đầu năm', 'Từ tháng ba']],
    ['../2026-02-28', ['Đầu năm']],
    ['2026-03-01/..', ['Từ tháng ba']],
    ['/2025-12-31', []],
    ['../..', ['Đầu năm', 'Từ tháng ba']]
  ])('valid at %s', async (datetime, expected) => {
    expect(names(await json(`/collections/relics/items?datetime=${datetime}`))).toEqual(expected)
  })

  test.each([
    ['villages', 'code=B', 1],
    ['villages', 'kind=x%C3%B3m', 2],
    ['villages', 'kind=xo%CC%81m', 2],
    ['villages', 'population=900', 0],
    ['villages', 'population=12', 0],
    ['villages', 'provisional=false', 2],
    ['operators', 'technologies=5G', 1],
    ['operators', 'technologies=2G', 0],
    ['relics', 'valid_from=2026-03-01', 1],
    ['villages', 'name=%25', 0],
    ['operators', 'bbox=0,0,1,1', 0]
  ])('of %s with %s', async (collection, query, count) => {
    expect((await json(`/collections/${collection}/items?${query}`)).numberMatched).toBe(count)
  })

  test('that are unchanged are answered 304', async () => {
    const first = await get('/collections/villages/items')
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^W\//)
    expect((await get('/collections/villages/items', { 'if-none-match': etag })).statusCode).toBe(304)
    expect((await get('/collections/villages/items?limit=1', { 'if-none-match': etag })).statusCode).toBe(200)
  })
})

describe('what is refused', () => {
  test.each([
    ['cameras/items?state=broken', 'state'],
    ['cameras/items?model=X1', 'model'],
    ['cameras/items?ref=1', 'ref'],
    ['villages/items?import_id=1', 'import_id'],
    ['villages/items?sortby=name', 'sortby'],
    ['villages/items?limit=0', 'limit'],
    ['villages/items?limit=-1', 'limit'],
    ['villages/items?limit=1e3', 'limit'],
    ['villages/items?limit=99999999999999999999', 'limit'],
    ['villages/items?limit=1&limit=2', 'limit'],
    ['villages/items?limit=', 'limit'],
    ['villages/items?bbox=1,2,3', 'bbox'],
    ['villages/items?bbox=1,2,3,4,5', 'bbox'],
    ['villages/items?bbox=1,5,3,4', 'bbox'],
    ['villages/items?bbox=NaN,2,3,4', 'bbox'],
    ['villages/items?bbox=1,2,3,91', 'bbox'],
    ['villages/items?bbox=-181,2,3,4', 'bbox'],
    ['villages/items?bbox=1,2,3,4;drop', 'bbox'],
    ['villages/items?datetime=yesterday', 'datetime'],
    ['villages/items?datetime=2026-02-30', 'datetime'],
    ['villages/items?datetime=2026-03-01/2026-02-01', 'datetime'],
    ['villages/items?datetime=a/b/c', 'datetime'],
    ['villages/items?datetime=0000-01-01', 'datetime'],
    ['villages/items?datetime=9999-12-31T23:00:00Z', 'datetime'],
    ['villages/items?after=x', 'after'],
    ['villages/items?population=many', 'population'],
    ['villages/items?population=99999999999999999999', 'population'],
    ['villages/items?provisional=1', 'provisional'],
    ['villages/items?name=%00', 'name'],
    ['relics/items?decision_date=2026-13-01', 'decision_date'],
    ['villages/items/1?x=1', 'x'],
    ['villages?x=1', 'x']
  ])('%s names %s', async (path, parameter) => {
    const response = await get(`/collections/${path}`)
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toMatch(new RegExp(`«${parameter}».*\\.$`))
    expect(response.headers['content-language']).toBe('vi')
  })

  test.each(['0', 'x', "1'%20or%20'1'='1", '99999999999999999999', '1%00', '-1'])(
    'item %s is 404',
    async (id) => {
      const response = await get(`/collections/villages/items/${id}`, { 'accept-language': 'en' })
      expect(response.statusCode).toBe(404)
      expect(response.json().detail).toMatch(/^The collection “villages” has no item/)
    }
  )

  test('SQL in any parameter changes nothing and finds nothing', async () => {
    const sql = encodeURIComponent("' or 1=1; drop table village; --")
    for (const { name, type } of registry.find('villages')!.fields) {
      const response = await get(`/collections/villages/items?${name}=${sql}`)
      if (type === 'text') expect(response.json().numberMatched).toBe(0)
      else expect(response.statusCode).toBe(400)
    }
    for (const name of ['limit', 'bbox', 'datetime', 'after', 'f', 'lang', sql])
      expect((await get(`/collections/villages/items?${name}=${sql}`)).statusCode).toBe(400)
    expect((await json('/collections/villages/items')).numberMatched).toBe(2)
  })
})
