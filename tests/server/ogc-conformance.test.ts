// In the manner of the abstract tests of OGC 17-069r4, annex A: only the landing page's address is known beforehand.
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registry } from '../../server/themes.ts'
import { describedBy, linksOf, parametersAt } from '../support/ogc-client.ts'
import {
  OPENAPI,
  ROOT,
  startConformance,
  type CollectionDocument,
  type Conformance
} from '../support/ogc-conformance.ts'

const ids = registry.open.map(({ id }) => id)
let ogc: Conformance

beforeAll(async () => {
  ogc = await startConformance()
})
afterAll(() => ogc.stop())

/** A link's title may say more in one place than in another. */
const untitled = (document: CollectionDocument) => ({
  ...document,
  links: document.links.map(({ rel, href, type }) => ({ rel, href, type }))
})

describe('the landing page', () => {
  test('names the API, its standards and its data, and every link leads there', async () => {
    const landing = await ogc.client.json(ROOT)
    expect(landing).toMatchObject({ title: expect.any(String), description: expect.any(String) })
    expect(linksOf(landing, 'service-desc')).toMatchObject([{ type: OPENAPI }])
    for (const rel of ['service-doc', 'conformance', 'data']) expect(linksOf(landing, rel)).toHaveLength(1)
    await ogc.expectLinksLead(landing.links)
    await ogc.expectOwnLinks(ROOT, 'application/json')
  })

  test('says what is conformed to, and only known classes', async () => {
    const { conformsTo } = await ogc.client.json(`${ROOT}/conformance`)
    for (const name of ['core', 'oas30', 'html', 'geojson'])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)
    expect(new Set(conformsTo).size).toBe(conformsTo.length)
    await ogc.expectOwnLinks(`${ROOT}/conformance`, 'application/json')
  })
})

describe("the API's description", () => {
  test.each(['vi', 'en'])('is valid OpenAPI 3.0, in %s', async (language) => {
    const answer = await ogc.client.get(`${ROOT}/api`, { accept: OPENAPI, 'accept-language': language })
    expect(answer.headers['content-type']).toBe(OPENAPI)
    const { valid, errors } = await new Validator().validate(answer.json())
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test.each(ids)('has the standard parameters of items of %s as the standard writes them', (id) => {
    const parameters = parametersAt(ogc.api, `/collections/${id}/items`)
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
    const complaintsOf = describedBy(ogc.api)
    const paths = Object.keys(ogc.api.paths).filter((path) => !path.includes('{tile'))
    for (const path of paths) {
      const id = path.split('/')[2] ?? ''
      const item = path.includes('{featureId}')
        ? (await ogc.features(ogc.itemsOf(id))).features[1]?.id
        : undefined
      const url = ogc.api.servers[0]!.url + (path === '/' ? '' : path.replace('{featureId}', String(item)))
      const [type = ''] = Object.keys(ogc.api.paths[path]!.get.responses['200']!.content!)
      const answer = await ogc.client.get(url, { accept: type })
      expect([path, String(answer.headers['content-type'])]).toEqual([path, expect.stringContaining(type)])
      expect([path, complaintsOf(path, type, answer.json())]).toEqual([path, []])
    }
  })
})

describe('the collections', () => {
  test('are all there, each with its links, place and time', async () => {
    expect(ogc.collections.map(({ id }) => id)).toEqual(ids)
    for (const { extent, links, itemType, crs } of ogc.collections) {
      expect(itemType).toBe('feature')
      if (crs) expect(crs).toContain('http://www.opengis.net/def/crs/OGC/1.3/CRS84')
      if (extent.spatial) expect(extent.spatial.bbox[0]).toHaveLength(4)
      expect(extent.temporal.interval[0]).toHaveLength(2)
      await ogc.expectLinksLead(links)
    }
    await ogc.expectOwnLinks(`${ROOT}/collections`, 'application/json')
  })

  test.each(ids)('%s alone says the same as in the list', async (id) => {
    const href = linksOf(ogc.collection(id), 'self')[0]!.href
    const alone: CollectionDocument = await ogc.client.json(href)
    expect(untitled(alone)).toEqual(untitled(ogc.collection(id)))
    await ogc.expectOwnLinks(href, 'application/json')
  })
})
