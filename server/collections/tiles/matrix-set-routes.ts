import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { PublicUrl } from '../../http/public-url.ts'
import { home } from '../ogc/collections-routes.ts'
import { ask, sendDocument } from '../ogc/document.ts'
import { html } from '../../http/html.ts'
import { pageLink } from '../ogc/page.ts'
import { DocumentQuery } from '../ogc/parameters.ts'
import { TEXTS } from '../ogc/texts.ts'
import { MATRIX_SET_URI, webMercatorQuad } from './matrix-set.ts'

const schema = { querystring: DocumentQuery }

/** The tile matrix set in which all tiles lie. */
export const matrixSetRoutes: FastifyPluginAsyncZod<{ publicUrl: PublicUrl }> = async (
  app,
  { publicUrl }
) => {
  app.get('/ogc/tileMatrixSets', { schema }, async (request, reply) => {
    const asked = ask(request, request.query, publicUrl)
    const { id, title } = webMercatorQuad
    const href = `${asked.base}/tileMatrixSets/${id}`
    const links = [{ rel: 'self', type: 'application/json', title, href }]
    return sendDocument(reply, asked, {
      title: TEXTS.tilingSchemes[asked.language],
      above: [home(asked)],
      json: (own) => ({ links: own, tileMatrixSets: [{ id, title, uri: MATRIX_SET_URI, links }] }),
      html: () =>
        html`<ul>
          <li><a href="${pageLink(href, asked.language)}">${id}</a></li>
        </ul>`
    })
  })

  app.get('/ogc/tileMatrixSets/WebMercatorQuad', { schema }, async (request, reply) => {
    const asked = ask(request, request.query, publicUrl)
    const rows = webMercatorQuad.tileMatrices.map(
      ({ id, cellSize, matrixWidth }) =>
        html`<tr>
          <th scope="row">${id}</th>
          <td>${cellSize.toFixed(3)} m</td>
          <td>${matrixWidth} × ${matrixWidth}</td>
        </tr> `
    )
    return sendDocument(reply, asked, {
      title: TEXTS.tilingScheme[asked.language],
      above: [home(asked)],
      json: () => webMercatorQuad,
      html: () =>
        html`<p><code>${MATRIX_SET_URI}</code></p>
          <div class="wide">
            <table>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`
    })
  })
}
