// In the manner of the abstract tests of OGC 17-069r4, annex A: only the landing page's address is known beforehand.
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Geometry } from '../../server/geo/geometry.ts'
import { registry } from '../../server/themes.ts'
import { communeData } from '../support/commune-data.ts'
import { describedBy, linksOf, ogcClient, parametersAt, type Api, type Link } from '../support/ogc-client.ts'
import { sampleFeatures } from '../support/sample-features.ts'
import { startServer, type TestServer } from '../support/server.ts'

interface CollectionDocument {
  id: string
  itemType: string
  crs?: string[]
  extent: {
    spatial?: { bbox: number[][]; crs: string }
    temporal: { interval: (string | null)[][]; trs: string }
  }
  links: Link[]
}
interface Feature {
  type: string
  id: number
  geometry: object | null
  properties: Record<string, unknown>
  links: Link[]
}
interface Features {
  type: string
  timeStamp: string
  numberMatched: number
  numberReturned: number
  links: Link[]
  features: Feature[]
}

const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0'
const GEOJSON = 'application/geo+json'
const ROOT = 'http://localhost/ogc'
const ids = registry.open.map(({ id }) => id)

let server: TestServer
let client: ReturnType<typeof ogcClient>
let api: Api
let collections: CollectionDocument[]

beforeAll(async () => {
  server = await startServer({ publicUrl: 'http://localhost' })
  await sampleFeatures(communeData(server.db))
  client = ogcClient(server)
  api = (await client.get(`${ROOT}/api`, { accept: OPENAPI })).json()
  collections = (await client.json(`${ROOT}/collections`)).collections
})
afterAll(() => server.stop())

const collection = (id: string) => collections.find((candidate) => candidate.id === id)!
const itemsOf = (id: string) => linksOf(collection(id), 'items').find(({ type }) => type === GEOJSON)!.href
const features = async (href: string): Promise<Features> => client.json(href)

/** A link's title may say more in one place than in another. */
const untitled = (document: CollectionDocument) => ({
  ...document,
  links: document.links.map(({ rel, href, type }) => ({ rel, href, type }))
})

/** Every link leads to something of the type that it names. */
async function expectLinksLead(links: Link[]) {
  for (const { href, type, templated, rel } of links) {
    if (templated) continue
    const answer = await client.get(href, type ? { accept: type } : {})
    expect([rel, href, answer.statusCode]).toEqual([rel, href, 200])
    if (type) expect(String(answer.headers['content-type'])).toContain(type.split(';')[0])
  }
}

/** A document names itself and its other form, and says both in its header as well. */
async function expectOwnLinks(href: string, type: string) {
  for (const [own, other] of [
    [type, 'text/html'],
    ['text/html', type]
  ] as const) {
    const answer = await client.get(href, { accept: own })
    expect(String(answer.headers['content-type'])).toContain(own)
    expect(answer.headers.link).toContain(`rel="self"; type="${own}"`)
    expect(answer.headers.link).toContain(`rel="alternate"; type="${other}"`)
    expect(answer.headers.vary).toMatch(/accept\b/)
  }
  const { links }: { links: Link[] } = (await client.get(href, { accept: type })).json()
  expect(links.filter(({ rel }) => rel === 'self')).toMatchObject([{ href, type }])
  expect(links.filter(({ rel }) => rel === 'alternate')).toMatchObject([{ type: 'text/html' }])
}

describe('the landing page', () => {
  test('names the API, its standards and its data, and every link leads there', async () => {
    const landing = await client.json(ROOT)
    expect(landing).toMatchObject({ title: expect.any(String), description: expect.any(String) })
    expect(linksOf(landing, 'service-desc')).toMatchObject([{ type: OPENAPI }])
    for (const rel of ['service-doc', 'conformance', 'data']) expect(linksOf(landing, rel)).toHaveLength(1)
    await expectLinksLead(landing.links)
    await expectOwnLinks(ROOT, 'application/json')
  })

  test('says what is conformed to, and only known classes', async () => {
    const { conformsTo } = await client.json(`${ROOT}/conformance`)
    for (const name of ['core', 'oas30', 'html', 'geojson'])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)
    expect(new Set(conformsTo).size).toBe(conformsTo.length)
    await expectOwnLinks(`${ROOT}/conformance`, 'application/json')
  })
})

describe("the API's description", () => {
  test.each(['vi', 'en'])('is valid OpenAPI 3.0, in %s', async (language) => {
    const answer = await client.get(`${ROOT}/api`, { accept: OPENAPI, 'accept-language': language })
    expect(answer.headers['content-type']).toBe(OPENAPI)
    const { valid, errors } = await new Validator().validate(answer.json())
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test.each(ids)('has the standard parameters of items of %s as the standard writes them', (id) => {
    const parameters = parametersAt(api, `/collections/${id}/items`)
    const find = (name: string) => parameters.find((parameter) => parameter.name === name)
    const form = { in: 'query', required: false, style: 'form', explode: false }
    expect(find('limit')).toMatchObject({
      ...form,
      schema: { type: 'integer', minimum: 1, maximum: 10_000, default: 100 }
    })
    expect(find('bbox')).toMatchObject({
      ...form,
      schema: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }
    })
    expect(find('datetime')).toMatchObject({ ...form, schema: { type: 'string' } })
  })

  test('describes what is answered at every path', async () => {
    const complaintsOf = describedBy(api)
    const paths = Object.keys(api.paths).filter((path) => !path.includes('{tile'))
    for (const path of paths) {
      const id = path.split('/')[2] ?? ''
      const item = path.includes('{featureId}') ? (await features(itemsOf(id))).features[1]?.id : undefined
      const url = api.servers[0]!.url + (path === '/' ? '' : path.replace('{featureId}', String(item)))
      const [type = ''] = Object.keys(api.paths[path]!.get.responses['200']!.content!)
      const answer = await client.get(url, { accept: type })
      expect([path, String(answer.headers['content-type'])]).toEqual([path, expect.stringContaining(type)])
      expect([path, complaintsOf(path, type, answer.json())]).toEqual([path, []])
    }
  })
})

describe('the collections', () => {
  test('are all there, each with its links, place and time', async () => {
    expect(collections.map(({ id }) => id)).toEqual(ids)
    for (const { extent, links, itemType, crs } of collections) {
      expect(itemType).toBe('feature')
      if (crs) expect(crs).toContain('http://www.opengis.net/def/crs/OGC/1.3/CRS84')
      if (extent.spatial) expect(extent.spatial.bbox[0]).toHaveLength(4)
      expect(extent.temporal.interval[0]).toHaveLength(2)
      await expectLinksLead(links)
    }
    await expectOwnLinks(`${ROOT}/collections`, 'application/json')
  })

  test.each(ids)('%s alone says the same as in the list', async (id) => {
    const href = linksOf(collection(id), 'self')[0]!.href
    const alone: CollectionDocument = await client.json(href)
    expect(untitled(alone)).toEqual(untitled(collection(id)))
    await expectOwnLinks(href, 'application/json')
  })
})

describe.each(ids)('items of %s', (id) => {
  test('come as GeoJSON with counts, a moment and links', async () => {
    const page = await features(itemsOf(id))
    expect(page.type).toBe('FeatureCollection')
    expect([page.numberMatched, page.numberReturned, page.features.length]).toEqual([3, 3, 3])
    expect(Math.abs(Date.parse(page.timeStamp) - Date.now())).toBeLessThan(60_000)
    for (const { type, geometry } of page.features) {
      expect(type).toBe('Feature')
      expect(Geometry.nullable().safeParse(geometry).error).toBeUndefined()
    }
    await expectOwnLinks(itemsOf(id), GEOJSON)
    await expectLinksLead(page.links)
  })

  test('come in pages of the limit, linked by next, each once', async () => {
    const seen: number[] = []
    let next: string | undefined = `${itemsOf(id)}?limit=1`
    while (next !== undefined) {
      const page: Features = await features(next)
      expect([page.numberMatched, page.numberReturned]).toEqual([3, 1])
      seen.push(...page.features.map((feature) => feature.id))
      expect(seen.length).toBeLessThan(4)
      next = linksOf(page, 'next')[0]?.href
    }
    expect(new Set(seen).size).toBe(3)
  })

  test('are found by the extent that the collection names', async () => {
    const { spatial, temporal } = collection(id).extent
    if (spatial) {
      const { numberMatched } = await features(`${itemsOf(id)}?bbox=${spatial.bbox[0]!.join(',')}`)
      expect(numberMatched).toBe(3)
      expect((await features(`${itemsOf(id)}?bbox=-180,-90,180,90`)).numberMatched).toBe(3)
      expect((await features(`${itemsOf(id)}?bbox=177,65,-177,70`)).numberMatched).toBe(0)
    }
    const [from, to] = temporal.interval[0]!
    const interval = encodeURIComponent(`${from ?? '..'}/${to ?? '..'}`)
    expect((await features(`${itemsOf(id)}?datetime=${interval}`)).numberMatched).toBe(3)
  })

  test('are found by what each property says', async () => {
    const [feature] = (await features(itemsOf(id))).features
    for (const [name, value] of Object.entries(feature!.properties)) {
      if (value === null) continue
      const text = Array.isArray(value) ? String(value[0]) : String(value)
      const { features: found } = await features(`${itemsOf(id)}?${name}=${encodeURIComponent(text)}`)
      expect([name, found.map((each) => each.id)]).toEqual([name, expect.arrayContaining([feature!.id])])
      for (const each of found) expect(each.properties[name]).toEqual(value)
    }
  })

  test('come one by one, with links to itself and its collection', async () => {
    for (const listed of (await features(itemsOf(id))).features) {
      const href = `${itemsOf(id)}/${listed.id}`
      const answer = await client.get(href, { accept: GEOJSON })
      expect(answer.headers['content-type']).toBe(GEOJSON)
      const { links, ...feature }: Feature = answer.json()
      expect(feature).toEqual(listed)
      expect(links.find(({ rel }) => rel === 'collection')?.href).toBe(`${ROOT}/collections/${id}`)
      await expectOwnLinks(href, GEOJSON)
    }
  })

  test('refuse a parameter that is not there, and a value that is none', async () => {
    for (const query of ['unknown=1', 'limit=0', 'bbox=1,2', 'bbox=0,10,1,5', 'datetime=x', 'datetime=/x']) {
      const answer = await client.get(`${itemsOf(id)}?${query}`)
      expect([query, answer.statusCode]).toEqual([query, 400])
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    }
    expect((await client.get(`${itemsOf(id)}/0`)).statusCode).toBe(404)
  })
})
