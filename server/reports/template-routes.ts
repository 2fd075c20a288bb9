import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ReportDesk } from './desk.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { SETTING_PROBLEMS as PROBLEMS } from './setting-problems.ts'
import { requireOwn } from './setting-rights.ts'
import { addTemplate, changeTemplate, endTemplate, listTemplates } from './settings-contract.ts'
import { findTemplates } from './settings-queries.ts'
import { alterTemplate, dropTemplate, openTemplate } from './template-desk.ts'

const CONFIG = { right: 'report.configure' } as const

/** Templates for answers. */
export const templateRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  const makerOf = (request: FastifyRequest) => ({ actor: desk.who.actorOf(request), from: request.ip })

  app.get(
    listTemplates.path,
    {
      config: { right: 'signed_in' },
      schema: { querystring: listTemplates.query, response: { 200: listTemplates.reply, ...PROBLEMS } }
    },
    async (request) => ({ templates: await findTemplates(desk.db, desk.who.actorOf(request).communeCode) })
  )

  app.post(
    addTemplate.path,
    {
      config: CONFIG,
      schema: { body: addTemplate.body, response: { 201: addTemplate.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const maker = makerOf(request)
      const { commune = null, ...fields } = request.body
      requireOwn(maker.actor, commune)
      return reply.code(201).send(await openTemplate(desk, maker, { commune, ...fields }))
    }
  )

  const { params, body, reply: Reply } = changeTemplate
  app.put(
    changeTemplate.path,
    { config: CONFIG, schema: { params, body, response: { 200: Reply, 412: Reply, ...PROBLEMS } } },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      const { kind, template } = await alterTemplate(desk, makerOf(request), which, request.body)
      return withVersion(reply, template.version)
        .code(kind === 'done' ? 200 : 412)
        .send(template)
    }
  )

  app.delete(
    endTemplate.path,
    {
      config: CONFIG,
      schema: { params: endTemplate.params, response: { 200: endTemplate.reply, ...PROBLEMS } }
    },
    async (request) => {
      await dropTemplate(desk, makerOf(request), request.params.id)
      return { ended: true as const }
    }
  )
}
