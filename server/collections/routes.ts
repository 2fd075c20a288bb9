import type { FastifyPluginAsync } from 'fastify'
import type { Queryable } from '../db/pool.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { Registry } from './collection.ts'
import type { SendExport } from './export/answer.ts'
import { exportRoutes } from './export/routes.ts'
import { Extents } from './extents.ts'
import { collectionsRoutes } from './ogc/collections-routes.ts'
import { itemRoutes } from './ogc/items-routes.ts'
import { landingRoutes } from './ogc/landing-routes.ts'
import { isDrawn } from './tiles/drawing.ts'
import { matrixSetRoutes } from './tiles/matrix-set-routes.ts'
import { tileRoutes } from './tiles/tile-routes.ts'
import { TileSource } from './tiles/tile-source.ts'
import { tileJsonRoutes } from './tiles/tilejson-routes.ts'
import { tilesetRoutes } from './tiles/tileset-routes.ts'
import { CollectionVersions } from './versions.ts'

interface CollectionRoutes {
  readDb: Queryable
  registry: Registry
  publicUrl: PublicUrl
  sendExport: SendExport
}

/** Every open collection as OGC API Features and Tiles below `/ogc`, and as files to export, from the registry alone. */
export const collectionRoutes: FastifyPluginAsync<CollectionRoutes> = async (
  app,
  { readDb, registry, publicUrl, sendExport }
) => {
  const versions = new CollectionVersions(readDb, (err) =>
    app.log.warn({ err }, 'collection versions cannot be read')
  )
  const extents = new Extents(readDb, versions)
  const drawn = registry.all.filter(isDrawn)
  await app.register(tileRoutes, { source: new TileSource(readDb, versions), drawn })
  await app.register(tileJsonRoutes, { drawn, extents, publicUrl })
  await app.register(tilesetRoutes, { drawn, extents, publicUrl })
  await app.register(matrixSetRoutes, { publicUrl })
  await app.register(exportRoutes, { sendExport, registry })
  await app.register(itemRoutes, { readDb, registry, publicUrl, versions })
  await app.register(landingRoutes, { registry, publicUrl })
  await app.register(collectionsRoutes, { registry, extents, publicUrl })
}
