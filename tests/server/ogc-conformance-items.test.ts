// In the manner of the abstract tests of OGC 17-069r4, annex A: only the landing page's address is known beforehand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Geometry } from '../../server/geo/geometry.ts'
import { registry } from '../../server/themes.ts'
import { linksOf } from '../support/ogc-client.ts'
import {
  GEOJSON,
  ROOT,
  startConformance,
  type Conformance,
  type Feature,
  type Features
} from '../support/ogc-conformance.ts'

const ids = registry.open.map(({ id }) => id)
let ogc: Conformance

beforeAll(async () => {
  ogc = await startConformance()
})
afterAll(() => ogc.stop())

describe.each(ids)('items of %s', (id) => {
  test('come as GeoJSON with counts, a moment and links', async () => {
    const page = await ogc.features(ogc.itemsOf(id))
    expect(page.type).toBe('FeatureCollection')
    expect([page.numberMatched, page.numberReturned, page.features.length]).toEqual([3, 3, 3])
    expect(Math.abs(Date.parse(page.timeStamp) - Date.now())).toBeLessThan(60_000)
    for (const { type, geometry } of page.features) {
      expect(type).toBe('Feature')
      expect(Geometry.nullable().safeParse(geometry).error).toBeUndefined()
    }
    await ogc.expectOwnLinks(ogc.itemsOf(id), GEOJSON)
    await ogc.expectLinksLead(page.links)
  })

  test('come in pages of the limit, linked by next, each once', async () => {
    const seen: number[] = []
    let next: string | undefined = `${ogc.itemsOf(id)}?limit=1`
    while (next !== undefined) {
      const page: Features = await ogc.features(next)
      expect([page.numberMatched, page.numberReturned]).toEqual([3, 1])
      seen.push(...page.features.map((feature) => feature.id))
      expect(seen.length).toBeLessThan(4)
      next = linksOf(page, 'next')[0]?.href
    }
    expect(new Set(seen).size).toBe(3)
  })

  test('are found by the extent that the collection names', async () => {
    const { spatial, temporal } = ogc.collection(id).extent
    if (spatial) {
      const { numberMatched } = await ogc.features(`${ogc.itemsOf(id)}?bbox=${spatial.bbox[0]!.join(',')}`)
      expect(numberMatched).toBe(3)
      expect((await ogc.features(`${ogc.itemsOf(id)}?bbox=-180,-90,180,90`)).numberMatched).toBe(3)
      expect((await ogc.features(`${ogc.itemsOf(id)}?bbox=177,65,-177,70`)).numberMatched).toBe(0)
    }
    const [from, to] = temporal.interval[0]!
    const interval = encodeURIComponent(`${from ?? '..'}/${to ?? '..'}`)
    expect((await ogc.features(`${ogc.itemsOf(id)}?datetime=${interval}`)).numberMatched).toBe(3)
  })

  test('are found by what each property says', async () => {
    const [feature] = (await ogc.features(ogc.itemsOf(id))).features
    for (const [name, value] of Object.entries(feature!.properties)) {
      if (value === null) continue
      const text = Array.isArray(value) ? String(value[0]) : String(value)
      const { features: found } = await ogc.features(`${ogc.itemsOf(id)}?${name}=${encodeURIComponent(text)}`)
      expect([name, found.map((each) => each.id)]).toEqual([name, expect.arrayContaining([feature!.id])])
      for (const each of found) expect(each.properties[name]).toEqual(value)
    }
  })

  test('come one by one, with links to itself and its collection', async () => {
    for (const listed of (await ogc.features(ogc.itemsOf(id))).features) {
      const href = `${ogc.itemsOf(id)}/${listed.id}`
      const answer = await ogc.client.get(href, { accept: GEOJSON })
      expect(answer.headers['content-type']).toBe(GEOJSON)
      const { links, ...feature }: Feature = answer.json()
      expect(feature).toEqual(listed)
      expect(links.find(({ rel }) => rel === 'collection')?.href).toBe(`${ROOT}/collections/${id}`)
      await ogc.expectOwnLinks(href, GEOJSON)
    }
  })

  test('refuse a parameter that is not there, and a value that is none', async () => {
    for (const query of ['unknown=1', 'limit=0', 'bbox=1,2', 'bbox=0,10,1,5', 'datetime=x', 'datetime=/x']) {
      const answer = await ogc.client.get(`${ogc.itemsOf(id)}?${query}`)
      expect([query, answer.statusCode]).toEqual([query, 400])
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    }
    expect((await ogc.client.get(`${ogc.itemsOf(id)}/0`)).statusCode).toBe(404)
  })
})
