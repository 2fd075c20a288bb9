import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HttpError } from '../../http/errors.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Collection, Registry } from '../collection.ts'
import type { Extents } from '../extents.ts'
import { collectionDocument, collectionPage, listedLinks, TILESETS_VECTOR } from './collection-document.ts'
import { CONFORMANCE } from './conformance.ts'
import { ask, HTML, JSON_TYPE, OPENAPI, sendDocument, type Asked, type Link } from './document.ts'
import { html } from './html.ts'
import { openApi } from './openapi.ts'
import { apiPage } from './openapi-page.ts'
import { pageLink } from './page.ts'
import { DocumentQuery } from './parameters.ts'
import { STYLE } from './style.ts'
import { TEXTS } from './texts.ts'

interface LandingRoutes {
  registry: Registry
  extents: Extents
  publicUrl: PublicUrl
}

const OGC_REL = 'http://www.opengis.net/def/rel/ogc/1.0'

const home = ({ base, language }: Asked) => ({
  title: TEXTS.title[language],
  href: pageLink(base, language)
})

function landingLinks({ base, language }: Asked): Link[] {
  const link = (rel: string, path: string, title: keyof typeof TEXTS, type = JSON_TYPE) => ({
    rel,
    type,
    title: TEXTS[title][language],
    href: `${base}${path}`
  })
  return [
    link('service-desc', '/api', 'apiJson', OPENAPI),
    link('service-doc', '/api?f=html', 'api', HTML),
    link('conformance', '/conformance', 'conformance'),
    link(`${OGC_REL}/conformance`, '/conformance', 'conformance'),
    link('data', '/collections', 'collections'),
    link(`${OGC_REL}/data`, '/collections', 'collections'),
    link(TILESETS_VECTOR, '/tiles', 'tiles'),
    link(`${OGC_REL}/tiling-schemes`, '/tileMatrixSets', 'tilingSchemes')
  ]
}

function landingPage({ base, language }: Asked) {
  const entry = (path: string, title: keyof typeof TEXTS) =>
    html`<li><a href="${pageLink(`${base}${path}`, language)}">${TEXTS[title][language]}</a></li> `
  return html`<p>${TEXTS.description[language]}</p>
    <ul>
      ${entry('/collections', 'collections')}${entry('/tiles', 'tiles')}${entry('/tileMatrixSets', 'tilingSchemes')}${entry('/api', 'api')}${entry('/conformance', 'conformance')}
    </ul>`
}

function listPage(collections: readonly Collection[], { base, language }: Asked) {
  const row = ({ id, title, description }: Collection) =>
    html`<tr>
      <th scope="row"><a href="${pageLink(`${base}/collections/${id}`, language)}">${title[language]}</a></th>
      <td>${description[language]}</td>
      <td><code>${id}</code></td>
    </tr> `
  return html`<div class="wide">
    <table>
      <tbody>
        ${collections.map(row)}
      </tbody>
    </table>
  </div>`
}

/** Nothing tells a collection that is not open from one that does not exist. */
export const noCollection = (id: string): HttpError =>
  new HttpError(404, {
    vi: `Không có lớp dữ liệu «${id}». Danh sách các lớp ở /ogc/collections.`,
    en: `There is no collection “${id}”. The list is at /ogc/collections.`
  })

/** The landing page, what is conformed to, the API's description and the collections. */
export const landingRoutes: FastifyPluginAsyncZod<LandingRoutes> = async (
  app,
  { registry, extents, publicUrl }
) => {
  const schema = { querystring: DocumentQuery }

  app.get('/ogc/style.css', { schema: { querystring: z.strictObject({}) } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(STYLE)
  )

  for (const path of ['/ogc', '/ogc/']) {
    app.get(path, { schema }, async (request, reply) => {
      const asked = ask(request, request.query, publicUrl)
      const title = TEXTS.title[asked.language]
      const description = TEXTS.description[asked.language]
      const json = (links: Link[]) => ({ title, description, links: [...links, ...landingLinks(asked)] })
      return sendDocument(reply, asked, { title, json, html: () => landingPage(asked) })
    })
  }

  app.get('/ogc/conformance', { schema }, async (request, reply) => {
    const asked = ask(request, request.query, publicUrl)
    return sendDocument(reply, asked, {
      title: TEXTS.conformance[asked.language],
      above: [home(asked)],
      json: (links) => ({ links, conformsTo: CONFORMANCE }),
      html: () =>
        html`<ul>
          ${CONFORMANCE.map((uri) => html`<li><code>${uri}</code></li> `)}
        </ul>`
    })
  })

  app.get('/ogc/api', { schema }, async (request, reply) => {
    const asked = ask(request, request.query, publicUrl, OPENAPI)
    const document = openApi(registry, asked)
    const answer = {
      title: TEXTS.api[asked.language],
      above: [home(asked)],
      json: () => document,
      html: () => apiPage(document, asked.language)
    }
    return sendDocument(reply, asked, answer, OPENAPI)
  })

  app.get('/ogc/collections', { schema }, async (request, reply) => {
    const asked = ask(request, request.query, publicUrl)
    const described = await Promise.all(
      registry.open.map(async (collection) =>
        collectionDocument(collection, await extents.of(collection), asked, listedLinks(collection, asked))
      )
    )
    return sendDocument(reply, asked, {
      title: TEXTS.collections[asked.language],
      above: [home(asked)],
      json: (links) => ({ links, collections: described }),
      html: () => listPage(registry.open, asked)
    })
  })

  for (const collection of registry.open) {
    app.get(`/ogc/collections/${collection.id}`, { schema }, async (request, reply) => {
      const asked = ask(request, request.query, publicUrl)
      const extent = await extents.of(collection)
      const { language, base } = asked
      return sendDocument(reply, asked, {
        title: collection.title[language],
        above: [
          home(asked),
          { title: TEXTS.collections[language], href: pageLink(`${base}/collections`, language) }
        ],
        json: (links) => collectionDocument(collection, extent, asked, links),
        html: () => collectionPage(collection, extent, asked)
      })
    })
  }

  const Unknown = z.object({ collectionId: z.string() })
  for (const path of ['/ogc/collections/:collectionId', '/ogc/collections/:collectionId/*']) {
    app.get(path, { schema: { params: Unknown } }, async (request) => {
      const { collectionId } = request.params
      if (!registry.open.some(({ id }) => id === collectionId)) throw noCollection(collectionId)
      throw new HttpError(404, {
        vi: `Lớp «${collectionId}» không có gì ở địa chỉ này. Hãy đi từ /ogc/collections/${collectionId}.`,
        en: `The collection “${collectionId}” has nothing at this address. Start at /ogc/collections/${collectionId}.`
      })
    })
  }
}
