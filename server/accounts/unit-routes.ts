import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../http/contract.ts'
import type { AccountDesk } from './account-desk.ts'
import { listColleagues as colleaguesOf } from './account-queries.ts'
import type { Who } from './contract.ts'
import { done } from './refusals.ts'
import { changeUnit, createUnit, listColleagues, listUnits } from './staff-contract.ts'
import { alterUnit, openUnit } from './unit-desk.ts'
import { listUnits as unitsOf } from './unit-queries.ts'

const PROBLEMS = { 403: Problem, 404: Problem, 409: Problem }

/** Units: read by everybody of staff, managed by administrators; and to whom of them reports can be given. */
export const unitRoutes: FastifyPluginAsyncZod<{ desk: AccountDesk; who: Who }> = async (
  app,
  { desk, who }
) => {
  const config = { right: 'account.manage' } as const
  const askerOf = (request: FastifyRequest) => ({ actor: who.actorOf(request), from: request.ip })

  app.get(
    listUnits.path,
    {
      config: { right: 'signed_in' },
      schema: { querystring: listUnits.query, response: { 200: listUnits.reply } }
    },
    async (request) => {
      const { commune } = request.query
      const units = await unitsOf(desk.db, who.actorOf(request).communeCode)
      return { units: units.filter((unit) => commune === undefined || unit.communeCode === commune) }
    }
  )

  app.post(
    createUnit.path,
    { config, schema: { body: createUnit.body, response: { 201: createUnit.reply, ...PROBLEMS } } },
    async (request, reply) => {
      const { communeCode, name } = request.body
      return reply.code(201).send(done(await openUnit(desk, askerOf(request), communeCode, name)))
    }
  )

  const { params, body } = changeUnit
  app.patch(
    changeUnit.path,
    { config, schema: { params, body, response: { 200: changeUnit.reply, ...PROBLEMS } } },
    async (request) => done(await alterUnit(desk, askerOf(request), request.params.id, request.body))
  )

  app.get(
    listColleagues.path,
    {
      config: { right: 'report.assign' },
      schema: { querystring: listColleagues.query, response: { 200: listColleagues.reply } }
    },
    async (request) => {
      const { communeCode } = who.actorOf(request)
      return { colleagues: await colleaguesOf(desk.db, communeCode, request.query.unit ?? null) }
    }
  )
}
