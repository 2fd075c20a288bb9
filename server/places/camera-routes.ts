import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { listCameras } from './camera-contract.ts'
import { findCameras } from './camera-queries.ts'

/** What staff who keep the commune's places know of its cameras; nothing of it but the place is public. */
export const cameraRoutes: FastifyPluginAsyncZod<{ db: Queryable; who: Who }> = async (app, { db, who }) => {
  app.get(
    listCameras.path,
    {
      config: { right: 'place.manage' },
      schema: { querystring: listCameras.query, response: { 200: listCameras.reply } }
    },
    async (request) => {
      const commune = who.actorOf(request).communeCode ?? request.query.commune ?? null
      return { cameras: await findCameras(db, commune, dayInVietnam()) }
    }
  )
}
