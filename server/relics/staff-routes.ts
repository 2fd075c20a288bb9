import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import type { Audit, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { readerOf } from '../http/pages/reader.ts'
import { Problem } from '../http/contract.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { changeAddress } from './address-desk.ts'
import { findRelicGaps } from './gaps-queries.ts'
import { gapsTable } from './gaps-table.ts'
import { changeRelicAddress, listRelicGaps, relicGapsFile } from './staff-contract.ts'

interface StaffRelicRoutes {
  db: Pool
  publicUrl: PublicUrl
  who: Who
  audit: Audit<Queryable>
}

/** What culture officers see of their commune's relics: what is still missing before one counts as digitised. */
export const staffRelicRoutes: FastifyPluginAsyncZod<StaffRelicRoutes> = async (
  app,
  { db, publicUrl, who, audit }
) => {
  const config = { right: 'relic.manage' as const }
  app.get(
    listRelicGaps.path,
    { config, schema: { querystring: listRelicGaps.query, response: { 200: listRelicGaps.reply } } },
    async (request) => ({ relics: await findRelicGaps(db, who.actorOf(request).communeCode) })
  )

  app.get(
    relicGapsFile.path,
    { config, schema: { querystring: relicGapsFile.query } },
    async (request, reply) => {
      const relics = await findRelicGaps(db, who.actorOf(request).communeCode)
      return reply
        .header('content-disposition', `attachment; filename="di-tich-so-hoa_${dayInVietnam()}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(gapsTable(relics, publicUrl(request), readerOf(request).language))
    }
  )

  const { params, body, reply: Reply } = changeRelicAddress
  const problems = { 404: Problem, 409: Problem, 422: Problem }
  app.put(
    changeRelicAddress.path,
    { config, schema: { params, body, response: { 200: Reply, ...problems } } },
    async (request) => {
      const maker = { actor: who.actorOf(request), from: request.ip }
      const slug = await changeAddress({ db, audit }, maker, request.params.slug, request.body.slug)
      return { slug }
    }
  )
}
