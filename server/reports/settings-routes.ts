import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Actor } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import type { ReportDesk } from './desk.ts'
import {
  addTemplate,
  endTemplate,
  listCategoryUnits,
  listTemplates,
  setCategoryUnit
} from './settings-contract.ts'
import {
  closeTemplate,
  findCategoryUnits,
  findTemplates,
  insertTemplate,
  putCategoryUnit
} from './settings-queries.ts'

const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 422: Problem }

/** Throws 403 where somebody of one commune would decide for another (null: for all). */
export function requireOwn({ communeCode }: Actor, commune: string | null) {
  if (communeCode === null || communeCode === commune) return
  throw new HttpError(403, {
    vi: 'Ông/bà chỉ được cài đặt cho xã của mình.',
    en: 'You may only decide for your own commune.'
  })
}

/** Templates for answers. */
export const templateRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db, who, audit }) => {
  app.get(
    listTemplates.path,
    {
      config: { right: 'signed_in' },
      schema: { querystring: listTemplates.query, response: { 200: listTemplates.reply, ...PROBLEMS } }
    },
    async (request) => ({ templates: await findTemplates(db, who.actorOf(request).communeCode) })
  )

  app.post(
    addTemplate.path,
    {
      config: { right: 'report.configure' },
      schema: { body: addTemplate.body, response: { 201: addTemplate.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const { commune = null, title, text } = request.body
      requireOwn(actor, commune)
      const template = { commune, title, text }
      const id = await inTransaction(db, async (client) => {
        const made = await insertTemplate(client, template)
        const subject = { subject: 'template', subjectId: made, communeCode: commune }
        await audit(client, { actor, action: 'template.add', ...subject, after: template, from: request.ip })
        return made
      })
      return reply.code(201).send({ id, ...template })
    }
  )

  app.delete(
    endTemplate.path,
    {
      config: { right: 'report.configure' },
      schema: { params: endTemplate.params, response: { 200: endTemplate.reply, ...PROBLEMS } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const { id } = request.params
      await inTransaction(db, async (client) => {
        if (!(await closeTemplate(client, id, actor.communeCode)))
          throw new HttpError(404, { vi: 'Không có mẫu trả lời này.', en: 'There is no such template.' })
        await audit(client, {
          actor,
          action: 'template.end',
          subject: 'template',
          subjectId: id,
          from: request.ip
        })
      })
      return { ended: true as const }
    }
  )
}

/** Which unit sees new reports of a category at once. */
export const categoryUnitRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db, who, audit }) => {
  app.get(
    listCategoryUnits.path,
    {
      config: { right: 'signed_in' },
      schema: {
        querystring: listCategoryUnits.query,
        response: { 200: listCategoryUnits.reply, ...PROBLEMS }
      }
    },
    async (request) => ({ units: await findCategoryUnits(db, request.query.commune) })
  )

  app.put(
    setCategoryUnit.path,
    {
      config: { right: 'report.configure' },
      schema: { body: setCategoryUnit.body, response: { 200: setCategoryUnit.reply, ...PROBLEMS } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const { commune, category, unitId } = request.body
      requireOwn(actor, commune)
      await inTransaction(db, async (client) => {
        if (!(await putCategoryUnit(client, commune, category, unitId)))
          throw new HttpError(422, {
            vi: 'Không có loại phản ánh hoặc đơn vị này trong xã.',
            en: 'There is no such category or unit in the commune.'
          })
        const subject = { subject: 'category_unit', subjectId: category, communeCode: commune }
        await audit(client, {
          actor,
          action: 'category_unit.set',
          ...subject,
          after: { unitId },
          from: request.ip
        })
      })
      return { units: await findCategoryUnits(db, commune) }
    }
  )
}
