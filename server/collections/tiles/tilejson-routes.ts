import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { preferredLanguage } from '../../http/language.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Collection } from '../collection.ts'
import type { Extents } from '../extents.ts'
import { collectionsParameter, dayParameter } from './parameters.ts'
import { tileJson, tileTemplate, tilesPath } from './tilejson.ts'

interface TileJsonRoutes {
  drawn: readonly Collection[]
  extents: Extents
  publicUrl: PublicUrl
}

const DatasetName = { vi: 'Địa bàn', en: 'Địa bàn' }

/** TileJSON of several collections and of each: what MapLibre, QGIS and others take as a source. */
export const tileJsonRoutes: FastifyPluginAsyncZod<TileJsonRoutes> = async (
  app,
  { drawn, extents, publicUrl }
) => {
  const CollectionQuery = z.strictObject({
    datetime: dayParameter.optional(),
    f: z.literal('json').optional()
  })
  const DatasetQuery = CollectionQuery.extend({ collections: collectionsParameter(drawn).optional() })

  app.get(`${tilesPath()}/tilejson`, { schema: { querystring: DatasetQuery } }, async (request, reply) => {
    const { collections, datetime } = request.query
    const language = preferredLanguage(request.headers['accept-language'])
    const shown = collections ?? drawn
    void reply.header('vary', 'accept-language').header('cache-control', 'no-cache')
    return tileJson({
      name: DatasetName[language],
      collections: shown,
      template: tileTemplate(publicUrl(request), undefined, { collections, datetime }),
      bounds: await extents.around(shown),
      language
    })
  })

  for (const collection of drawn) {
    app.get(
      `${tilesPath(collection)}/tilejson`,
      { schema: { querystring: CollectionQuery } },
      async (request, reply) => {
        const language = preferredLanguage(request.headers['accept-language'])
        void reply.header('vary', 'accept-language').header('cache-control', 'no-cache')
        return tileJson({
          name: collection.title[language],
          collections: [collection],
          template: tileTemplate(publicUrl(request), collection, { datetime: request.query.datetime }),
          bounds: await extents.around([collection]),
          language
        })
      }
    )
  }
}
