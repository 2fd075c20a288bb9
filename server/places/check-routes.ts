import { randomBytes } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { recordCheck, type CheckDesk } from './check-desk.ts'
import { checkByKey, line, LINE_BYTES } from './contract.ts'
import { isKeyOf } from './house-key.ts'
import { findHouse } from './house-queries.ts'
import { openTurns } from './line-turns.ts'
import { tooOften, wrongKey } from './refusals.ts'

type TypedApp = Parameters<FastifyPluginAsyncZod>[0]

const BYTES = 'application/octet-stream'
const PROBLEMS = { 400: Problem, 403: Problem, 429: Problem }
/** From one address in a minute. */
const CHECKS = 10
const MEASURINGS = 40
/** Of one house from one address in an hour: half of what a house takes, so that nobody shuts out the others. */
const CHECKS_OF_HOUSE = 6

/** Counts what is asked with the right key alone: nobody guesses one. Each throws 429. */
function limitsIn(app: FastifyInstance) {
  const atMost = (max: number, timeWindow: string, keyGenerator: (request: FastifyRequest) => string) => {
    const count = app.createRateLimit({ max, timeWindow, keyGenerator })
    return async (request: FastifyRequest) => {
      const limit = await count(request)
      if (!limit.isAllowed && limit.isExceeded) throw tooOften(limit.ttlInSeconds)
    }
  }
  return {
    countMeasuring: atMost(MEASURINGS, '1 minute', ({ ip }) => `line ${ip}`),
    countCheck: atMost(CHECKS, '1 minute', ({ ip }) => `check ${ip}`),
    countOfHouse: atMost(CHECKS_OF_HOUSE, '1 hour', ({ ip, params }) => {
      // The route's schema has read them by then.
      const { house } = params as { house: number }
      return `house ${house} ${ip}`
    })
  }
}

/** Who may go in: the key on the wall, before a byte of a body is read, then a turn. Throws 403, 429. */
function doorOf(app: FastifyInstance, desk: CheckDesk) {
  const take = openTurns()
  const { countMeasuring, countCheck, countOfHouse } = limitsIn(app)
  const requireKey = async (house: number, key: string) => {
    if (!(await isKeyOf(desk.db, house, key))) throw wrongKey()
  }
  return {
    /** To measure. What is no question at all is refused by the schema. */
    async measuring(request: FastifyRequest, reply: FastifyReply) {
      const params = line.params.safeParse(request.params)
      const query = line.query.safeParse(request.query)
      if (!params.success || !query.success) return
      await requireKey(params.data.house, query.data.key)
      await countMeasuring(request)
      take(params.data.house, reply)
    },
    /** To record a check. */
    async checking(request: FastifyRequest, house: number, key: string) {
      await requireKey(house, key)
      await countCheck(request)
      await countOfHouse(request)
    }
  }
}

/** Bytes there and back, to be timed by whoever stands at the house. */
function lineRoutes(app: TypedApp, door: ReturnType<typeof doorOf>) {
  const block = randomBytes(LINE_BYTES)
  const measuring = {
    schema: { params: line.params, querystring: line.query },
    onRequest: door.measuring
  }
  app.addContentTypeParser(BYTES, { parseAs: 'buffer', bodyLimit: LINE_BYTES }, (_request, body, done) =>
    done(null, body)
  )
  app.get(line.path, measuring, async (request, reply) =>
    reply.type(BYTES).send(block.subarray(0, request.query.bytes ?? LINE_BYTES))
  )
  app.post(line.path, { ...measuring, bodyLimit: LINE_BYTES }, async (_request, reply) =>
    reply.code(204).send()
  )
}

/**
 * What whoever stands at a house may do with the key on its wall: measure the line between his device and this server, and
 * record what he found. Never kept by anybody on the way.
 */
export const houseCheckRoutes: FastifyPluginAsyncZod<CheckDesk> = async (app, desk) => {
  await app.register(rateLimit, { global: false })
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  const door = doorOf(app, desk)
  lineRoutes(app, door)

  const { path, params, body, reply: Reply } = checkByKey
  app.post(
    path,
    { schema: { params, body, response: { 201: Reply, ...PROBLEMS } } },
    async (request, reply) => {
      const { key, ...found } = request.body
      await door.checking(request, request.params.house, key)
      const house = await findHouse(desk.db, request.params.house, dayInVietnam())
      if (!house) throw wrongKey()
      return reply.code(201).send(await recordCheck(desk, { actor: null, from: request.ip }, house, found))
    }
  )
}
