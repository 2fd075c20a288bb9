import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Collection } from '../collection.ts'
import type { Extents } from '../extents.ts'
import { ask, sendDocument, type Asked } from '../ogc/document.ts'
import { html } from '../../http/html.ts'
import { pageLink } from '../ogc/page.ts'
import { DocumentQuery } from '../ogc/parameters.ts'
import { TEXTS } from '../ogc/texts.ts'
import { tilesPath } from './tilejson.ts'
import { listedTileset, tileLink, tilesetDocument, tilesetTitle, type Tileset } from './tileset-document.ts'

interface TilesetRoutes {
  drawn: readonly Collection[]
  extents: Extents
  publicUrl: PublicUrl
}

const schema = { querystring: DocumentQuery }

function above({ collection }: Tileset, { base, language }: Asked) {
  const home = { title: TEXTS.title[language], href: pageLink(base, language) }
  if (!collection) return [home]
  const href = pageLink(`${base}/collections/${collection.id}`, language)
  return [home, { title: collection.title[language], href }]
}

/** What a person needs of a tileset: the address of its tiles and of its TileJSON, its layers. */
function tilesetPage(tileset: Tileset, asked: Asked) {
  const { language } = asked
  const at = tileLink(tileset, asked).href
  const tileJson = at.replace(/\{tileMatrix\}.*$/, 'tilejson')
  const layers = tileset.collections.map(
    ({ id, title, zoom }) =>
      html`<tr>
        <th scope="row">${title[language]}</th>
        <td><code>${id}</code></td>
        <td>${zoom.min}–${zoom.max}</td>
      </tr> `
  )
  return html`<p><code>${at}</code></p>
    <p><a href="${tileJson}">${TEXTS.tileJson[language]}</a></p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${TEXTS.collection[language]}</th>
            <th scope="col">id</th>
            <th scope="col">Zoom</th>
          </tr>
        </thead>
        <tbody>
          ${layers}
        </tbody>
      </table>
    </div>`
}

/** Tilesets of the whole and of each collection. */
export const tilesetRoutes: FastifyPluginAsyncZod<TilesetRoutes> = async (
  app,
  { drawn, extents, publicUrl }
) => {
  const whole: Tileset = { collection: undefined, collections: drawn }
  const each = drawn.map((collection): Tileset => ({ collection, collections: [collection] }))

  for (const tileset of [whole, ...each]) {
    const path = tilesPath(tileset.collection)
    app.get(path.replace('/WebMercatorQuad', ''), { schema }, async (request, reply) => {
      const asked = ask(request, request.query, publicUrl)
      return sendDocument(reply, asked, {
        title: `${TEXTS.tiles[asked.language]}: ${tilesetTitle(tileset, asked.language)}`,
        above: above(tileset, asked),
        json: (links) => ({ links, tilesets: [listedTileset(tileset, asked)] }),
        html: () => tilesetPage(tileset, asked)
      })
    })
    app.get(path, { schema }, async (request, reply) => {
      const asked = ask(request, request.query, publicUrl)
      const bounds = await extents.around(tileset.collections)
      return sendDocument(reply, asked, {
        title: `WebMercatorQuad: ${tilesetTitle(tileset, asked.language)}`,
        above: above(tileset, asked),
        json: (links) => tilesetDocument(tileset, bounds, asked, links),
        html: () => tilesetPage(tileset, asked)
      })
    })
  }
}
