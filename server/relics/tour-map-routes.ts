import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { TOUR_WORDS } from './pages/tour-words.ts'
import { listStops } from './queries.ts'
import { legsOf } from './tour-legs.ts'
import { listMapTours, readMapTour } from './tour-map-contract.ts'
import { findTour, findTours } from './tour-queries.ts'

/** Tours for the map: which there are, and one as a line with its stops. */
export const tourMapRoutes: FastifyPluginAsyncZod<{ readDb: Queryable }> = async (app, { readDb }) => {
  app.get(
    listMapTours.path,
    {
      schema: { querystring: listMapTours.query, response: { 200: listMapTours.reply, 400: Problem } }
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-cache')
      return { tours: await findTours(readDb, dayInVietnam(), request.query.commune) }
    }
  )

  const { path, params, query: querystring, reply: MapTour } = readMapTour
  app.get(
    path,
    { schema: { params, querystring, response: { 200: MapTour, 400: Problem, 404: Problem } } },
    async (request, reply) => {
      const tour = await findTour(readDb, request.params.slug)
      if (!tour) throw new HttpError(404, TOUR_WORDS.missingDetail)
      const stops = await listStops(readDb, tour.slug, dayInVietnam())
      const { totalM: metres, isTotalOfWay: isAlongWay } = legsOf(stops, tour)
      void reply.header('cache-control', 'no-cache')
      return {
        ...{
          slug: tour.slug,
          titleVi: tour.titleVi,
          titleEn: tour.titleEn,
          metres,
          isAlongWay,
          way: tour.line
        },
        stops: stops.map(({ slug, name, place, isProtected }) => ({ slug, name, ...place, isProtected }))
      }
    }
  )
}
