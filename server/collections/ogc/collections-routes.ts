import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HttpError } from '../../http/errors.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Collection, Registry } from '../collection.ts'
import type { Extents } from '../extents.ts'
import { collectionDocument, collectionPage, contentLinks, listedLinks } from './collection-document.ts'
import { ask, sendDocument, type Asked } from './document.ts'
import { html } from '../../http/html.ts'
import { pageLink } from './page.ts'
import { DocumentQuery } from './parameters.ts'
import { TEXTS } from './texts.ts'

interface CollectionsRoutes {
  registry: Registry
  extents: Extents
  publicUrl: PublicUrl
}

const schema = { querystring: DocumentQuery }

/** The way up to the landing page. */
export const home = ({ base, language }: Asked) => ({
  title: TEXTS.title[language],
  href: pageLink(base, language)
})

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
const noCollection = (id: string): HttpError =>
  new HttpError(404, {
    vi: `Không có lớp dữ liệu «${id}». Danh sách các lớp ở /ogc/collections.`,
    en: `There is no collection “${id}”. The list is at /ogc/collections.`
  })

/** The list of open collections and each of them. */
export const collectionsRoutes: FastifyPluginAsyncZod<CollectionsRoutes> = async (
  app,
  { registry, extents, publicUrl }
) => {
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
        links: contentLinks(collection, asked),
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
