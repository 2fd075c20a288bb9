import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Registry } from '../collection.ts'
import { TILESETS_VECTOR } from './collection-document.ts'
import { home } from './collections-routes.ts'
import { CONFORMANCE } from './conformance.ts'
import { ask, HTML, JSON_TYPE, OPENAPI, sendDocument, type Asked, type Link } from './document.ts'
import { html } from '../../http/html.ts'
import { openApi } from './openapi.ts'
import { apiPage } from './openapi-page.ts'
import { pageLink } from './page.ts'
import { DocumentQuery } from './parameters.ts'
import { STYLE } from './style.ts'
import { TEXTS } from './texts.ts'

interface LandingRoutes {
  registry: Registry
  publicUrl: PublicUrl
}

const OGC_REL = 'http://www.opengis.net/def/rel/ogc/1.0'

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

const WAYS = [
  { path: '/collections', title: 'collections', about: 'aboutCollections' },
  { path: '/tiles', title: 'tiles', about: 'aboutTiles' },
  { path: '/tileMatrixSets', title: 'tilingSchemes', about: 'aboutSchemes' },
  { path: '/api', title: 'api', about: 'aboutApi' },
  { path: '/conformance', title: 'conformance', about: 'aboutConformance' }
] as const

function landingPage({ base, language }: Asked) {
  const entries = WAYS.map(
    ({ path, title, about }) =>
      html`<li>
        <a href="${pageLink(`${base}${path}`, language)}">${TEXTS[title][language]}</a>
        <span>${TEXTS[about][language]}</span>
      </li> `
  )
  return html`<p>${TEXTS.description[language]}</p>
    <ul class="ways">
      ${entries}
    </ul>`
}

/** The landing page, what is conformed to and the API's description. */
export const landingRoutes: FastifyPluginAsyncZod<LandingRoutes> = async (app, { registry, publicUrl }) => {
  const schema = { querystring: DocumentQuery }

  app.get('/ogc/style.css', { schema: { querystring: z.strictObject({}) } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(STYLE)
  )

  for (const path of ['/ogc', '/ogc/']) {
    app.get(path, { schema }, async (request, reply) => {
      const asked = ask(request, request.query, publicUrl)
      const title = TEXTS.title[asked.language]
      const description = TEXTS.description[asked.language]
      const json = (links: Link[]) => ({ title, description, links })
      const links = landingLinks(asked)
      return sendDocument(reply, asked, {
        title: TEXTS.openData[asked.language],
        links,
        json,
        html: () => landingPage(asked)
      })
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
}
