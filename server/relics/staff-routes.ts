import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import type { Audit, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { readerOf } from '../http/pages/reader.ts'
import { Problem } from '../http/contract.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { changeAddress, readAddress } from './address-desk.ts'
import { findRelicGaps, findRelicGapShapes } from './gaps-queries.ts'
import { gapsShapes } from './gaps-shapes.ts'
import { gapsTable } from './gaps-table.ts'
import {
  changeRelicAddress,
  listRelicGaps,
  readRelicAddress,
  relicGapsFile,
  relicGapsShapes
} from './staff-contract.ts'

interface StaffRelicRoutes {
  db: Pool
  publicUrl: PublicUrl
  who: Who
  audit: Audit<Queryable>
}

const CONFIG = { right: 'relic.manage' } as const

/** The addresses of a relic's page. */
const addressRoutes: FastifyPluginAsyncZod<Omit<StaffRelicRoutes, 'publicUrl'>> = async (
  app,
  { db, who, audit }
) => {
  app.get(
    readRelicAddress.path,
    {
      config: CONFIG,
      schema: {
        params: readRelicAddress.params,
        querystring: readRelicAddress.query,
        response: { 200: readRelicAddress.reply, 404: Problem }
      }
    },
    async (request) => readAddress(db, who.actorOf(request), request.params.slug)
  )

  const { params, body, reply: Reply } = changeRelicAddress
  app.put(
    changeRelicAddress.path,
    {
      config: CONFIG,
      schema: { params, body, response: { 200: Reply, 404: Problem, 409: Problem, 422: Problem } }
    },
    async (request) => {
      const maker = { actor: who.actorOf(request), from: request.ip }
      return changeAddress({ db, audit }, maker, request.params.slug, request.body.slug)
    }
  )
}

const savedAs = (extension: string) => `attachment; filename="di-tich-so-hoa_${dayInVietnam()}.${extension}"`

/** The list as files: a table, and GeoJSON. */
const fileRoutes: FastifyPluginAsyncZod<Omit<StaffRelicRoutes, 'audit'>> = async (
  app,
  { db, publicUrl, who }
) => {
  app.get(
    relicGapsFile.path,
    { config: CONFIG, schema: { querystring: relicGapsFile.query } },
    async (request, reply) => {
      const relics = await findRelicGaps(db, who.actorOf(request).communeCode, dayInVietnam())
      return reply
        .header('content-disposition', savedAs('csv'))
        .type('text/csv; charset=utf-8')
        .send(gapsTable(relics, publicUrl(request), readerOf(request).language))
    }
  )

  const { path, query, reply: Reply } = relicGapsShapes
  app.get(
    path,
    { config: CONFIG, schema: { querystring: query, response: { 200: Reply } } },
    async (request, reply) => {
      const relics = await findRelicGapShapes(db, who.actorOf(request).communeCode, dayInVietnam())
      return reply
        .header('content-disposition', savedAs('geojson'))
        .type('application/geo+json')
        .send(gapsShapes(relics, publicUrl(request), readerOf(request).language))
    }
  )
}

/** What culture officers see of their commune's relics: what is still missing before one counts as digitised. */
export const staffRelicRoutes: FastifyPluginAsyncZod<StaffRelicRoutes> = async (
  app,
  { db, publicUrl, who, audit }
) => {
  app.get(
    listRelicGaps.path,
    { config: CONFIG, schema: { querystring: listRelicGaps.query, response: { 200: listRelicGaps.reply } } },
    async (request) => ({ relics: await findRelicGaps(db, who.actorOf(request).communeCode, dayInVietnam()) })
  )
  await app.register(fileRoutes, { db, publicUrl, who })
  await app.register(addressRoutes, { db, who, audit })
}
