import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { versionOf } from '../http/if-match.ts'
import { MAX_EXHIBIT_BYTES } from '../media/contract.ts'
import {
  addRelicExhibit,
  changeRelicExhibit,
  listRelicExhibits,
  orderRelicExhibits,
  sendRelicExhibit,
  withdrawRelicExhibit,
  type RelicExhibits
} from './exhibit-contract.ts'
import { addExhibit, changeExhibit, exhibitsOf, orderExhibits, withdrawExhibit } from './exhibit-desk.ts'
import { requireSite, type DeskOutcome, type MediaDesk } from './media-desk.ts'

const CONFIG = { right: 'relic.manage' } as const
const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
  428: Problem
} as const
const FILE_PROBLEMS = { ...PROBLEMS, 413: Problem, 415: Problem } as const
const MEGABYTE = 1024 * 1024
const MOST_BYTES = Math.max(...Object.values(MAX_EXHIBIT_BYTES))

const NOTHING = {
  vi: 'Không nhận được tệp nào. Hãy chọn tệp rồi gửi lại.',
  en: 'No file arrived. Choose it and send it again.'
}
const tooLarge = (megabytes: number) => ({
  vi: `Tệp lớn quá ${megabytes} MB. Hãy thu nhỏ hoặc nén tệp rồi gửi lại.`,
  en: `The file is larger than ${megabytes} MB. Make it smaller and send it again.`
})

type Desk = MediaDesk & { who: Who }

const askedBy = (who: Who, request: Pick<FastifyRequest, 'ip'> & { params: { slug: string } }) => ({
  actor: who.actorOf(request),
  from: request.ip,
  slug: request.params.slug
})

const answer = (reply: FastifyReply, { kind, relic }: DeskOutcome<RelicExhibits>) =>
  reply.code(kind === 'done' ? 200 : 412).send(relic)

/** What is larger is refused before it is read. */
function checkLength({ headers, params }: FastifyRequest) {
  const { success, data } = sendRelicExhibit.params.safeParse(params)
  const most = success ? MAX_EXHIBIT_BYTES[data.kind] : MOST_BYTES
  if (Number(headers['content-length'] ?? 0) > most) throw new HttpError(413, tooLarge(most / MEGABYTE))
}

/** The bytes of a sound, panorama or model, before it is shown anywhere. */
const fileRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const bytes = { parseAs: 'buffer', bodyLimit: MOST_BYTES } as const
  app.addContentTypeParser('application/octet-stream', bytes, (_request, body, done) => done(null, body))
  const { path, params, reply: Sent } = sendRelicExhibit
  app.post(
    path,
    {
      config: { ...CONFIG, takesFile: true },
      bodyLimit: MOST_BYTES,
      preParsing: async (request) => checkLength(request),
      schema: { params, response: { 201: Sent, ...FILE_PROBLEMS } }
    },
    async (request, reply) => {
      await requireSite(desk.db, askedBy(desk.who, request))
      if (!(request.body instanceof Buffer) || request.body.length === 0) throw new HttpError(415, NOTHING)
      const sha256 = await desk.media.archive(request.body, request.params.kind)
      return reply.code(201).send({ sha256 })
    }
  )
}

const changeRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const changed = <Reply>(reply: Reply) => ({ 200: reply, 412: reply, ...PROBLEMS })
  const { params, body, reply: Listed } = changeRelicExhibit
  const response = changed(Listed)
  app.put(
    changeRelicExhibit.path,
    { config: CONFIG, schema: { params, body, response } },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      return answer(reply, await changeExhibit(desk, askedBy(desk.who, request), which, request.body))
    }
  )

  app.delete(
    withdrawRelicExhibit.path,
    { config: CONFIG, schema: { params, response } },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      return answer(reply, await withdrawExhibit(desk, askedBy(desk.who, request), which))
    }
  )

  app.put(
    orderRelicExhibits.path,
    {
      config: CONFIG,
      schema: { params: orderRelicExhibits.params, body: orderRelicExhibits.body, response }
    },
    async (request, reply) => {
      const { ids } = request.body
      return answer(reply, await orderExhibits(desk, askedBy(desk.who, request), versionOf(request), ids))
    }
  )
}

/** How culture officers put sounds, panoramas and models on a relic's page. */
export const relicExhibitRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const list = listRelicExhibits
  app.get(
    list.path,
    {
      config: CONFIG,
      schema: { params: list.params, querystring: list.query, response: { 200: list.reply, ...PROBLEMS } }
    },
    async (request) => exhibitsOf(desk.db, await requireSite(desk.db, askedBy(desk.who, request)))
  )

  const { path, params, body, reply: Listed } = addRelicExhibit
  app.post(
    path,
    { config: CONFIG, schema: { params, body, response: { 201: Listed, ...PROBLEMS } } },
    async (request, reply) => {
      const { kind, sha256, poster, ...words } = request.body
      const asked = askedBy(desk.who, request)
      return reply.code(201).send(await addExhibit(desk, asked, { kind, sha256, poster }, words))
    }
  )

  await app.register(fileRoutes, desk)
  await app.register(changeRoutes, desk)
}
