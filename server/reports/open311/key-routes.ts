import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../../http/contract.ts'
import { HttpError } from '../../http/errors.ts'
import type { ReportDesk } from '../desk.ts'
import { requireOwn } from '../setting-rights.ts'
import { endApiKey, listApiKeys, makeApiKey } from './key-contract.ts'
import { makeKey, takeKeyBack } from './key-desk.ts'
import { listKeys } from './key-queries.ts'

const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem }
const CONFIG = { right: 'report.configure' } as const

const HAS_ONE = {
  vi: 'Hệ thống này đã có khóa đang dùng. Hãy thu hồi khóa cũ trước khi cấp khóa mới.',
  en: 'This system has a key in force. End it before you make another.'
}
const NO_KEY = {
  vi: 'Không có khóa này, hoặc khóa đã thu hồi.',
  en: 'There is no such key, or it was ended.'
}

/** Keys by which other systems hand in reports. */
export const apiKeyRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.get(
    listApiKeys.path,
    {
      config: CONFIG,
      schema: { querystring: listApiKeys.query, response: { 200: listApiKeys.reply, ...PROBLEMS } }
    },
    async (request) => {
      const keys = await listKeys(desk.db, desk.who.actorOf(request).communeCode)
      return {
        keys: keys.map(({ createdAt, endedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          endedAt: endedAt?.toISOString() ?? null
        }))
      }
    }
  )

  app.post(
    makeApiKey.path,
    { config: CONFIG, schema: { body: makeApiKey.body, response: { 201: makeApiKey.reply, ...PROBLEMS } } },
    async (request, reply) => {
      const actor = desk.who.actorOf(request)
      const { system, commune = null } = request.body
      requireOwn(actor, commune)
      const made = await makeKey(desk, { actor, from: request.ip }, { system, communeCode: commune })
      if (!made) throw new HttpError(409, HAS_ONE)
      return reply.code(201).send({ ...made, system, commune })
    }
  )

  app.delete(
    endApiKey.path,
    { config: CONFIG, schema: { params: endApiKey.params, response: { 200: endApiKey.reply, ...PROBLEMS } } },
    async (request) => {
      const actor = desk.who.actorOf(request)
      const { id } = request.params
      if (!(await takeKeyBack(desk, { actor, from: request.ip }, id, actor.communeCode)))
        throw new HttpError(404, NO_KEY)
      return { ended: true as const }
    }
  )
}
