import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import { askAbout } from '../figures/ask.ts'
import { settledMoment } from '../figures/settled.ts'
import { Problem } from '../http/contract.ts'
import { deadSpots, gaps } from './contract.ts'
import { findDeadSpots, STANDARD_SIZE } from './dead-spots.ts'
import { findGaps } from './gaps.ts'

/** Dead spots and the gap list of a commune. `db` is the primary, as for the figures. */
export const coverageRoutes: FastifyPluginAsyncZod<{ db: Queryable }> = async (app, { db }) => {
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-cache'))

  app.get(
    deadSpots.path,
    {
      schema: {
        params: deadSpots.params,
        querystring: deadSpots.query,
        response: { 200: deadSpots.reply, 400: Problem, 404: Problem }
      }
    },
    async ({ params, query: { k = STANDARD_SIZE.k, d = STANDARD_SIZE.d, ...times } }) => {
      const moment = await settledMoment(db, times)
      const ask = await askAbout(db, params.code, moment)
      const found = await findDeadSpots(ask, ask.grounds[0]!, { k, d })
      return { ...moment, computedAt: new Date().toISOString(), ...found }
    }
  )

  app.get(
    gaps.path,
    {
      schema: {
        params: gaps.params,
        querystring: gaps.query,
        response: { 200: gaps.reply, 400: Problem, 404: Problem }
      }
    },
    async ({ params, query: { technology = '5G', ...times } }) => {
      const moment = await settledMoment(db, times)
      const ask = await askAbout(db, params.code, moment)
      const found = await findGaps(ask, ask.grounds[0]!, technology, STANDARD_SIZE)
      return { ...moment, computedAt: new Date().toISOString(), ...found }
    }
  )
}
