import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { setLimits } from './case-desk.ts'
import { changeLimits, DEFAULT_LIMITS, readLimits } from './contract.ts'
import { communeOf, type QualityDesk } from './desk.ts'
import { findLimits } from './limit-queries.ts'
import { CONFIG, PROBLEMS } from './route-options.ts'

/** From where on a commune takes something for a finding. */
export const limitRoutes: FastifyPluginAsyncZod<QualityDesk & { who: Who }> = async (
  app,
  { who, ...desk }
) => {
  const { reply: Limits } = readLimits
  app.get(
    readLimits.path,
    {
      config: CONFIG,
      schema: { querystring: readLimits.query, response: { 200: Limits, ...PROBLEMS } }
    },
    async (request, reply) => {
      const now = await findLimits(desk.db, communeOf(who.actorOf(request), request.query.commune))
      return withVersion(reply, now.version).send({ ...now, defaults: DEFAULT_LIMITS })
    }
  )
  app.put(
    changeLimits.path,
    {
      config: CONFIG,
      schema: { body: changeLimits.body, response: { 200: Limits, 412: Limits, ...PROBLEMS } }
    },
    async (request, reply) => {
      const maker = { actor: who.actorOf(request), from: request.ip }
      const { kind, now } = await setLimits(desk, maker, versionOf(request), request.body)
      return withVersion(reply, now.version)
        .code(kind === 'done' ? 200 : 412)
        .send({ ...now, defaults: DEFAULT_LIMITS })
    }
  )
}
