import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Collection, Registry } from '../collection.ts'
import type { CollectionVersions } from '../versions.ts'
import { CRS84 } from './collection-document.ts'
import { ask, GEOJSON, JSON_TYPE, sendDocument, type Asked, type Link } from './document.ts'
import { featureCollectionText, featureText, itemPage, itemsPage } from './item-document.ts'
import { pageLink } from './page.ts'
import { DocumentQuery, itemsQuery, type ItemsQuery } from './parameters.ts'
import { countItems, findItem, findItems } from './queries.ts'
import { TEXTS } from './texts.ts'
import { isUnchanged } from './validator.ts'

interface ItemRoutes {
  readDb: Queryable
  registry: Registry
  publicUrl: PublicUrl
  versions: CollectionVersions
}

const ItemParams = z.object({ featureId: z.string() })

const noItem = (collection: Collection, featureId: string) =>
  new HttpError(404, {
    vi: `Lớp «${collection.id}» không có đối tượng «${featureId}». Có thể nó đã được thay bằng bản mới: hãy tìm lại từ danh sách.`,
    en: `The collection “${collection.id}” has no item “${featureId}”. A newer one may have taken its place: look in the list.`
  })

/** This page's address, asking for what comes after an id. */
function nextAddress(self: string, id: number) {
  const url = new URL(self)
  url.searchParams.set('after', String(id))
  return url.href
}

function above(collection: Collection, { base, language }: Asked) {
  return [
    { title: TEXTS.title[language], href: pageLink(base, language) },
    { title: TEXTS.collections[language], href: pageLink(`${base}/collections`, language) },
    {
      title: collection.title[language],
      href: pageLink(`${base}/collections/${collection.id}`, language)
    }
  ]
}

async function readPage(db: Queryable, collection: Collection, query: ItemsQuery, self: string) {
  const [found, numberMatched] = await Promise.all([
    findItems(db, collection, query, { after: query.after, limit: query.limit + 1 }),
    countItems(db, collection, query)
  ])
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  const next = found.length > rows.length && last ? nextAddress(self, last.id) : undefined
  return { rows, numberMatched, next }
}

function collectionLink(collection: Collection, { base, language }: Asked): Link {
  const href = `${base}/collections/${collection.id}`
  return { rel: 'collection', type: JSON_TYPE, title: collection.title[language], href }
}

async function sendItems(
  { readDb, publicUrl, versions }: ItemRoutes,
  collection: Collection,
  request: FastifyRequest,
  reply: FastifyReply,
  query: ItemsQuery
) {
  const asked = ask(request, query, publicUrl, GEOJSON)
  if (asked.type === GEOJSON && collection.geometry) void reply.header('content-crs', `<${CRS84}>`)
  if (isUnchanged(request, reply, asked, (await versions.read())?.stamp([collection.id])))
    return reply.code(304).send()
  const { rows, numberMatched, next } = await readPage(readDb, collection, query, asked.self())
  const at = `${asked.base}/collections/${collection.id}/items`
  const { language } = asked
  const nextLink = { rel: 'next', type: asked.type, title: TEXTS.next[language] }
  const links = [...(next ? [{ ...nextLink, href: next }] : []), collectionLink(collection, asked)]
  const answer = {
    title: `${TEXTS.items[language]}: ${collection.title[language]}`,
    above: above(collection, asked),
    links,
    json: (all: Link[]) => featureCollectionText({ rows, numberMatched, links: all }),
    html: () => itemsPage(collection, { rows, numberMatched, links: [] }, { at, next, language })
  }
  return sendDocument(reply, asked, answer, GEOJSON)
}

async function sendItem(
  { readDb, publicUrl }: ItemRoutes,
  collection: Collection,
  request: FastifyRequest,
  reply: FastifyReply,
  { featureId, query }: { featureId: string; query: DocumentQuery }
) {
  const asked = ask(request, query, publicUrl, GEOJSON)
  if (!/^\d{1,15}$/.test(featureId)) throw noItem(collection, featureId)
  const row = await findItem(readDb, collection, Number(featureId))
  if (!row) throw noItem(collection, featureId)
  if (asked.type === GEOJSON && collection.geometry) void reply.header('content-crs', `<${CRS84}>`)
  const name = collection.label === undefined ? null : row.properties[collection.label]
  const answer = {
    title: typeof name === 'string' ? name : `${collection.title[asked.language]} ${row.id}`,
    above: above(collection, asked),
    links: [collectionLink(collection, asked)],
    json: (links: Link[]) => featureText(row, links),
    html: () => itemPage(collection, row, asked.language)
  }
  return sendDocument(reply, asked, answer, GEOJSON)
}

/** Items of every open collection, page by page and one by one. */
export const itemRoutes: FastifyPluginAsyncZod<ItemRoutes> = async (app, routes) => {
  for (const collection of routes.registry.open) {
    const path = `/ogc/collections/${collection.id}/items`
    app.get(path, { schema: { querystring: itemsQuery(collection) } }, async (request, reply) =>
      sendItems(routes, collection, request, reply, request.query)
    )
    app.get(
      `${path}/:featureId`,
      { schema: { params: ItemParams, querystring: DocumentQuery } },
      async (request, reply) =>
        sendItem(routes, collection, request, reply, { ...request.params, query: request.query })
    )
  }
}
