import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { Problem } from '../http/contract.ts'
import { versionOf } from '../http/if-match.ts'
import { requireSite, type DeskOutcome } from './media-desk.ts'
import {
  addRelicMemory,
  changeRelicMemory,
  deleteRelicMemory,
  listRelicMemories,
  setMemoryState,
  type RelicMemories
} from './memory-contract.ts'
import {
  addMemory,
  changeMemory,
  deleteMemory,
  memoriesOf,
  putMemoryState,
  type MemoryDesk
} from './memory-desk.ts'

const CONFIG = { right: 'relic.manage' } as const
const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  422: Problem,
  428: Problem
} as const

type Desk = MemoryDesk & { who: Who }

const askedBy = (who: Who, request: Pick<FastifyRequest, 'ip'> & { params: { slug: string } }) => ({
  actor: who.actorOf(request),
  from: request.ip,
  slug: request.params.slug
})
const which = (request: FastifyRequest & { params: { id: string } }) => ({
  id: request.params.id,
  version: versionOf(request)
})
const answer = (reply: FastifyReply, { kind, relic }: DeskOutcome<RelicMemories>) =>
  reply.code(kind === 'done' ? 200 : 412).send(relic)

const changeRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const changed = <Reply>(reply: Reply) => ({ 200: reply, 412: reply, ...PROBLEMS })
  const { path, params, body, reply: Reply } = changeRelicMemory
  app.put(
    path,
    { config: CONFIG, schema: { params, body, response: changed(Reply) } },
    async (request, reply) =>
      answer(reply, await changeMemory(desk, askedBy(desk.who, request), which(request), request.body))
  )

  app.put(
    setMemoryState.path,
    {
      config: CONFIG,
      schema: {
        params: setMemoryState.params,
        body: setMemoryState.body,
        response: changed(setMemoryState.reply)
      }
    },
    async (request, reply) =>
      answer(reply, await putMemoryState(desk, askedBy(desk.who, request), which(request), request.body))
  )

  app.delete(
    deleteRelicMemory.path,
    {
      config: CONFIG,
      schema: { params: deleteRelicMemory.params, response: changed(deleteRelicMemory.reply) }
    },
    async (request, reply) =>
      answer(reply, await deleteMemory(desk, askedBy(desk.who, request), which(request)))
  )
}

/** How culture officers keep what people remember of a relic. */
export const relicMemoryRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.get(
    listRelicMemories.path,
    {
      config: CONFIG,
      schema: {
        params: listRelicMemories.params,
        querystring: listRelicMemories.query,
        response: { 200: listRelicMemories.reply, ...PROBLEMS }
      }
    },
    async (request) => memoriesOf(desk.db, await requireSite(desk.db, askedBy(desk.who, request)))
  )

  const { path, params, body, reply: Reply } = addRelicMemory
  app.post(
    path,
    { config: CONFIG, schema: { params, body, response: { 201: Reply, ...PROBLEMS } } },
    async (request, reply) =>
      reply.code(201).send(await addMemory(desk, askedBy(desk.who, request), request.body))
  )

  await app.register(changeRoutes, desk)
}
