import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RouteDependencies } from '../app.ts'
import { inTransaction } from '../db/transaction.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { addEmbedSite, listEmbedSites, removeEmbedSite } from './contract.ts'
import { deleteSite, findSites, insertSite } from './queries.ts'
import { siteOrigin } from './site-origin.ts'

const CONFIG = { right: 'embed.manage' } as const
const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 422: Problem }

const NO_WEBSITE = {
  vi: 'Địa chỉ này không phải địa chỉ một trang web. Ví dụ: https://xa.example.gov.vn',
  en: 'This is not the address of a website. For example: https://xa.example.gov.vn'
}
const TAKEN = { vi: 'Trang web này đã được phép nhúng bản đồ.', en: 'This website may show the map already.' }
const NONE = {
  vi: 'Trang web này không còn trong danh sách. Hãy tải lại trang.',
  en: 'This website is not on the list any more. Load the page again.'
}

type Given = Pick<RouteDependencies, 'db' | 'who' | 'audit'>

/**
 * Which websites may show the map in a frame. The list is one for all communes: what is framed is what anybody may read,
 * and whose administrator let a website in stands in the audit log.
 */
export const embedRoutes: FastifyPluginAsyncZod<Given> = async (app, { db, who, audit }) => {
  const makerOf = (request: FastifyRequest) => ({ actor: who.actorOf(request), from: request.ip })

  app.get(
    listEmbedSites.path,
    {
      config: CONFIG,
      schema: { querystring: listEmbedSites.query, response: { 200: listEmbedSites.reply, ...PROBLEMS } }
    },
    async () => ({ sites: await findSites(db) })
  )

  app.post(
    addEmbedSite.path,
    {
      config: CONFIG,
      schema: { body: addEmbedSite.body, response: { 201: addEmbedSite.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const origin = siteOrigin(request.body.address)
      if (origin === null) throw new HttpError(422, NO_WEBSITE)
      const site = await inTransaction(db, async (client) => {
        const added = await insertSite(client, origin, request.body.note)
        if (!added) throw new HttpError(409, TAKEN)
        const { id, note } = added
        const what = { subject: 'embed_site', subjectId: id, after: { origin, note } }
        await audit(client, { ...makerOf(request), action: 'embed_site.add', ...what })
        return added
      })
      return reply.code(201).send(site)
    }
  )

  app.delete(
    removeEmbedSite.path,
    {
      config: CONFIG,
      schema: { params: removeEmbedSite.params, response: { 200: removeEmbedSite.reply, ...PROBLEMS } }
    },
    async (request) => {
      await inTransaction(db, async (client) => {
        const removed = await deleteSite(client, request.params.id)
        if (!removed) throw new HttpError(404, NONE)
        const { id, origin, note } = removed
        const what = { subject: 'embed_site', subjectId: id, before: { origin, note } }
        await audit(client, { ...makerOf(request), action: 'embed_site.remove', ...what })
      })
      return { removed: true as const }
    }
  )
}
