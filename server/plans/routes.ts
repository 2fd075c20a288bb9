import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import type { Calculator } from '../figures/draft.ts'
import { Problem } from '../http/contract.ts'
import { compareCommunes, getIndicator, listIndicators } from './contract.ts'
import { indicatorEverywhere, indicatorOfCommune, indicatorsOfCommune, openDesk } from './figure-desk.ts'

const PROBLEMS = { 400: Problem, 404: Problem, 422: Problem }

/**
 * Figures of the plans' indicators, per commune and village. `calculators`: how each computed one is come by. `db` is the
 * primary: a replica that lags would answer for a `knownAt` that it has not reached.
 */
export const indicatorRoutes: FastifyPluginAsyncZod<{
  db: Queryable
  calculators: readonly Calculator[]
}> = async (app, { db, calculators }) => {
  const desk = openDesk(db, calculators)
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-cache'))

  app.get(
    getIndicator.path,
    {
      schema: {
        params: getIndicator.params,
        querystring: getIndicator.query,
        response: { 200: getIndicator.reply, ...PROBLEMS }
      }
    },
    async ({ params, query }) => indicatorOfCommune(desk, params, query)
  )

  app.get(
    listIndicators.path,
    {
      schema: {
        params: listIndicators.params,
        querystring: listIndicators.query,
        response: { 200: listIndicators.reply, ...PROBLEMS }
      }
    },
    async ({ params, query }) => indicatorsOfCommune(desk, params.code, query)
  )

  app.get(
    compareCommunes.path,
    {
      schema: {
        params: compareCommunes.params,
        querystring: compareCommunes.query,
        response: { 200: compareCommunes.reply, ...PROBLEMS }
      }
    },
    async ({ params, query }) => indicatorEverywhere(desk, params.indicator, query)
  )
}
