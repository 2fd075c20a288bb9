import { randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { recordCheck, type CheckDesk } from './check-desk.ts'
import { checkByKey, line, LINE_BYTES } from './contract.ts'
import { isKeyOf } from './house-key.ts'
import { findHouse } from './house-queries.ts'
import { openTurns } from './line-turns.ts'
import { tooOften, wrongKey } from './refusals.ts'

const BYTES = 'application/octet-stream'
const PROBLEMS = { 400: Problem, 403: Problem, 429: Problem }
/** From one address in a minute. */
const CHECKS = 10
const MEASURINGS = 40

/**
 * What whoever stands at a house may do with the key on its wall: measure the line between his device and this server, and
 * record what he found. Never kept by anybody on the way.
 */
export const houseCheckRoutes: FastifyPluginAsyncZod<CheckDesk> = async (app, desk) => {
  const take = openTurns()
  const block = randomBytes(LINE_BYTES)
  await app.register(rateLimit, { global: false })
  app.addContentTypeParser(BYTES, { parseAs: 'buffer', bodyLimit: LINE_BYTES }, (_request, body, done) =>
    done(null, body)
  )
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  const requireKey = async (house: number, key: string) => {
    if (!(await isKeyOf(desk.db, house, key))) throw wrongKey()
  }
  /** Counts what is asked with the right key alone: nobody guesses one. */
  const perMinute = (what: string, max: number) => {
    const keyGenerator = ({ ip }: FastifyRequest) => `${what} ${ip}`
    const count = app.createRateLimit({ max, timeWindow: '1 minute', keyGenerator })
    return async (request: FastifyRequest) => {
      const limit = await count(request)
      if (!limit.isAllowed && limit.isExceeded) throw tooOften(limit.ttlInSeconds)
    }
  }
  const [countMeasuring, countCheck] = [perMinute('line', MEASURINGS), perMinute('check', CHECKS)]
  /** Before a byte of a body is read: the key, then a turn. What is no question at all is refused by the schema. */
  const begin = async (request: FastifyRequest, reply: FastifyReply) => {
    const params = line.params.safeParse(request.params)
    const query = line.query.safeParse(request.query)
    if (!params.success || !query.success) return
    await requireKey(params.data.house, query.data.key)
    await countMeasuring(request)
    take(reply)
  }
  const measuring = {
    schema: { params: line.params, querystring: line.query },
    onRequest: begin
  }

  app.get(line.path, measuring, async (request, reply) =>
    reply.type(BYTES).send(block.subarray(0, request.query.bytes ?? LINE_BYTES))
  )

  app.post(line.path, { ...measuring, bodyLimit: LINE_BYTES }, async (_request, reply) =>
    reply.code(204).send()
  )

  const { path, params, body, reply: Reply } = checkByKey
  app.post(
    path,
    { schema: { params, body, response: { 201: Reply, ...PROBLEMS } } },
    async (request, reply) => {
      const { key, ...found } = request.body
      await requireKey(request.params.house, key)
      await countCheck(request)
      const house = await findHouse(desk.db, request.params.house, dayInVietnam())
      if (!house) throw wrongKey()
      return reply.code(201).send(await recordCheck(desk, { actor: null, from: request.ip }, house, found))
    }
  )
}
