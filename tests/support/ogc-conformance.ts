import { expect } from 'vitest'
import { communeData } from './commune-data.ts'
import { linksOf, ogcClient, type Api, type Link } from './ogc-client.ts'
import { sampleFeatures } from './sample-features.ts'
import { startServer } from './server.ts'

/** A collection as it describes itself. */
export interface CollectionDocument {
  id: string
  itemType: string
  crs?: string[]
  extent: {
    spatial?: { bbox: number[][]; crs: string }
    temporal: { interval: (string | null)[][]; trs: string }
  }
  links: Link[]
}

/** An item. */
export interface Feature {
  type: string
  id: number
  geometry: object | null
  properties: Record<string, unknown>
  links: Link[]
}

/** A page of items. */
export interface Features {
  type: string
  timeStamp: string
  numberMatched: number
  numberReturned: number
  links: Link[]
  features: Feature[]
}

export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0'
export const GEOJSON = 'application/geo+json'
export const ROOT = 'http://localhost/ogc'

/** A server with three items in each collection, asked as the abstract tests ask: from its landing page on. */
export async function startConformance() {
  const server = await startServer({ publicUrl: 'http://localhost' })
  await sampleFeatures(communeData(server.db))
  const client = ogcClient(server)
  const api: Api = (await client.get(`${ROOT}/api`, { accept: OPENAPI })).json()
  const { collections }: { collections: CollectionDocument[] } = await client.json(`${ROOT}/collections`)

  const collection = (id: string) => collections.find((candidate) => candidate.id === id)!
  const itemsOf = (id: string) => linksOf(collection(id), 'items').find(({ type }) => type === GEOJSON)!.href
  const features = async (href: string): Promise<Features> => client.json(href)

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

  return {
    client,
    api,
    collections,
    collection,
    itemsOf,
    features,
    expectLinksLead,
    expectOwnLinks,
    stop: () => server.stop()
  }
}

/** What `startConformance` gives. */
export type Conformance = Awaited<ReturnType<typeof startConformance>>
