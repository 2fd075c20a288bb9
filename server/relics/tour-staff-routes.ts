import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { Problem } from '../http/contract.ts'
import { versionOf } from '../http/if-match.ts'
import { changeTour, createTour, listTours, publishTour } from './tour-contract.ts'
import * as desk from './tour-desk.ts'
import { findOwnTours } from './tour-desk-queries.ts'

const CONFIG = { right: 'relic.manage' } as const
const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  422: Problem,
  428: Problem
} as const

const answer = (reply: FastifyReply, { kind, tour }: desk.TourOutcome) =>
  reply.code(kind === 'done' ? 200 : 412).send(tour)

/** How culture officers make tours of relics and put them before the public. */
export const tourStaffRoutes: FastifyPluginAsyncZod<desk.TourDesk & { who: Who }> = async (app, given) => {
  const makerOf = (request: FastifyRequest) => ({ actor: given.who.actorOf(request), from: request.ip })

  app.get(
    listTours.path,
    {
      config: CONFIG,
      schema: { querystring: listTours.query, response: { 200: listTours.reply, ...PROBLEMS } }
    },
    async (request) => ({ tours: await findOwnTours(given.db, makerOf(request).actor.communeCode) })
  )

  app.post(
    createTour.path,
    { config: CONFIG, schema: { body: createTour.body, response: { 201: createTour.reply, ...PROBLEMS } } },
    async (request, reply) =>
      reply.code(201).send(await desk.createTour(given, makerOf(request), request.body))
  )

  const { params, body, reply: Reply } = changeTour
  const changed = { 200: Reply, 412: Reply, ...PROBLEMS }
  app.put(
    changeTour.path,
    { config: CONFIG, schema: { params, body, response: changed } },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      return answer(reply, await desk.changeTour(given, makerOf(request), which, request.body))
    }
  )

  app.put(
    publishTour.path,
    { config: CONFIG, schema: { params: publishTour.params, body: publishTour.body, response: changed } },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      const { published } = request.body
      return answer(reply, await desk.publishTour(given, makerOf(request), which, published))
    }
  )
}
