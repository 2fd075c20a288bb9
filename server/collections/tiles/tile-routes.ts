import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { TILE_MAX_ZOOM, tileExists, type TileAddress } from '../../geo/tile.ts'
import { HttpError } from '../../http/errors.ts'
import type { Collection } from '../collection.ts'
import { negotiate } from '../ogc/negotiation.ts'
import { CollectionTileQuery, datasetTileQuery, MVT, TileParams } from './parameters.ts'
import { acceptsGzip, sendTile } from './send-tile.ts'
import type { TileRequest, TileSource } from './tile-source.ts'
import { Understood } from './understood.ts'

interface TileRoutes {
  source: TileSource
  drawn: readonly Collection[]
}

function existing(address: TileAddress): TileAddress {
  if (tileExists(address)) return address
  throw new HttpError(404, {
    vi: `Không có ô ${address.z}/${address.y}/${address.x}. Ô có mức phóng từ 0 đến ${TILE_MAX_ZOOM}, hàng và cột từ 0 đến nhỏ hơn 2 lũy thừa mức phóng.`,
    en: `There is no tile ${address.z}/${address.y}/${address.x}. Tiles have zooms 0 to ${TILE_MAX_ZOOM}, rows and columns from 0 to below 2 to the power of the zoom.`
  })
}

/** Vector tiles of several collections and of one. A URL that was understood once is answered from memory at once. */
export const tileRoutes: FastifyPluginAsyncZod<TileRoutes> = async (app, { source, drawn }) => {
  const understood = new Understood()

  async function answer(request: FastifyRequest, reply: FastifyReply, asked: TileRequest) {
    negotiate(request.headers.accept, [MVT])
    understood.remember(request, asked)
    const found = await source.find(asked)
    return sendTile(request, reply, acceptsGzip(request) ? await source.compressed(found) : found.tile)
  }

  function answerFromMemory(request: FastifyRequest, reply: FastifyReply, done: () => void) {
    const asked = understood.get(request)
    const found = asked && source.ready(asked)
    if (!found || (!found.tile.gzip && acceptsGzip(request))) done()
    else sendTile(request, reply, found.tile)
  }

  const options = { compress: false as const, onRequest: answerFromMemory, logLevel: 'warn' as const }

  app.get(
    '/ogc/tiles/WebMercatorQuad/:z/:row/:col',
    { ...options, schema: { params: TileParams, querystring: datasetTileQuery(drawn) } },
    async (request, reply) => {
      const { z, row, col } = request.params
      const { collections = drawn, datetime: day } = request.query
      return answer(request, reply, { address: existing({ z, x: col, y: row }), collections, day })
    }
  )

  for (const collection of drawn) {
    app.get(
      `/ogc/collections/${collection.id}/tiles/WebMercatorQuad/:z/:row/:col`,
      { ...options, schema: { params: TileParams, querystring: CollectionTileQuery } },
      async (request, reply) => {
        const { z, row, col } = request.params
        const address = existing({ z, x: col, y: row })
        return answer(request, reply, { address, collections: [collection], day: request.query.datetime })
      }
    )
  }
}
