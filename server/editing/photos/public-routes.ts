import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Registry } from '../../collections/collection.ts'
import type { Queryable } from '../../db/pool.ts'
import { Problem } from '../../http/contract.ts'
import { HttpError } from '../../http/errors.ts'
import { publicPhotos, publicVillagePhotos } from './contract.ts'
import { findPublicPhotos, findVillagePhotos } from './queries.ts'

const NONE = {
  vi: 'Lớp dữ liệu này không có ảnh công khai.',
  en: 'This collection has no photos for everybody.'
}

/** The photos of places that anyone may see. */
export const publicPhotoRoutes: FastifyPluginAsyncZod<{ readDb: Queryable; registry: Registry }> = async (
  app,
  { readDb, registry }
) => {
  const { path, params, query: querystring, reply: Photos } = publicPhotos
  app.get(
    path,
    { schema: { params, querystring, response: { 200: Photos, 404: Problem } } },
    async (request, reply) => {
      const { collection, feature } = request.params
      if (registry.find(collection)?.photos !== 'public') throw new HttpError(404, NONE)
      void reply.header('cache-control', 'no-cache')
      return { photos: await findPublicPhotos(readDb, collection, feature) }
    }
  )

  const village = publicVillagePhotos
  app.get(
    village.path,
    {
      schema: {
        params: village.params,
        querystring: village.query,
        response: { 200: village.reply, 400: Problem }
      }
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-cache')
      return { photos: await findVillagePhotos(readDb, request.params.code) }
    }
  )
}
