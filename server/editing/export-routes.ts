import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Actor, Audit, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import { withoutEmpty } from '../http/form-query.ts'
import type { Collection, Registry } from '../collections/collection.ts'
import type { SendExport } from '../collections/export/answer.ts'
import { ExportQuery, listExports, staffExportPath } from '../collections/export/contract.ts'
import { exportChoices } from '../collections/export/names.ts'

interface StaffExportRoutes {
  sendExport: SendExport
  registry: Registry
  db: Pool
  who: Who
  audit: Audit<Queryable>
}

const Params = z.strictObject({ collectionId: z.string().max(60) })

const NONE = {
  vi: 'Không có lớp dữ liệu này, hoặc lớp không nạp từ tệp.',
  en: 'There is no such collection, or none that files fill.'
}
const NOT_HIS = {
  vi: 'Vai trò của ông/bà không được xuất lớp dữ liệu này. Bản công khai có tại trang dữ liệu mở.',
  en: 'Your role may not export this collection. What is public of it is among the open data.'
}
const OTHER_COMMUNE = {
  vi: 'Ông/bà chỉ được xuất dữ liệu của xã mình.',
  en: 'You may only export your own commune’s data.'
}

/** Whoever keeps a collection may take it along; what nobody keeps by hand is the planners'. */
const isHis = ({ managedBy = 'place.manage' }: Collection, { rights }: Actor) => rights.includes(managedBy)

/** All that is known of a collection as a file, for those who keep it, of their own commune; each is in the audit log. */
export const staffExportRoutes: FastifyPluginAsyncZod<StaffExportRoutes> = async (
  app,
  { sendExport, registry, db, who, audit }
) => {
  app.get(
    listExports.path,
    {
      config: { right: 'signed_in' },
      schema: { querystring: listExports.query, response: { 200: listExports.reply } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const his = registry.importable.filter((collection) => isHis(collection, actor))
      const collections = his.map(({ id, title, geometry }) => ({ id, title, hasPlace: geometry !== null }))
      return { collections, ...exportChoices() }
    }
  )
  const schema = { params: Params, querystring: z.preprocess(withoutEmpty, ExportQuery) }
  const options = { schema, compress: false as const, config: { right: 'signed_in' as const } }
  app.get(staffExportPath(':collectionId'), options, async (request, reply) => {
    const actor = who.actorOf(request)
    const { collectionId } = request.params
    const collection = registry.importable.find(({ id }) => id === collectionId)
    if (!collection) throw new HttpError(404, NONE)
    if (!isHis(collection, actor)) throw new HttpError(403, NOT_HIS)
    const { commune = actor.communeCode ?? undefined, ...rest } = request.query
    if (actor.communeCode !== null && commune !== actor.communeCode) throw new HttpError(403, OTHER_COMMUNE)
    const query = { ...rest, ...(commune === undefined ? {} : { commune }) }
    const after = { format: query.f, crs: query.crs, asOf: query.asOf ?? null }
    const what = { subject: 'collection', subjectId: collection.id, communeCode: commune ?? null, after }
    const beforeSending = () =>
      inTransaction(db, (client) =>
        audit(client, { actor, from: request.ip, action: 'collection.export', ...what })
      )
    return sendExport(reply, { collection, audience: 'staff', query, beforeSending })
  })
}
