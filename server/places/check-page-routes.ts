import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { pageQuery } from '../http/page-query.ts'
import { readerOf } from '../http/pages/reader.ts'
import { securityHeaders } from '../http/security.ts'
import { HouseId, Key } from './contract.ts'
import { isKeyOf } from './house-key.ts'
import { findHouse } from './house-queries.ts'
import { checkPage, wrongKeyPage } from './pages/check-page.ts'
import { CHECK_STYLE } from './pages/check-style.ts'

// The address carries the key: nobody keeps the page, and no link says where the reader came from.
const HEADERS = {
  ...securityHeaders(CHECK_STYLE),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex'
}

/** `k`: the key in the address on the wall. */
const CheckPageQuery = pageQuery({ k: Key.optional() })

/** The page that the sheet on a house's wall opens; 403 where the key is not the house's. */
export const checkPageRoutes: FastifyPluginAsyncZod<{ db: Queryable }> = async (app, { db }) => {
  app.get(
    '/nha-van-hoa/:house/kiem-tra',
    { schema: { params: z.strictObject({ house: HouseId }), querystring: CheckPageQuery } },
    async (request, reply) => {
      const reader = readerOf(request)
      const { house: id } = request.params
      const isOpen = await isKeyOf(db, id, request.query.k ?? '')
      const house = isOpen ? await findHouse(db, id, dayInVietnam()) : undefined
      void reply.headers(HEADERS)
      if (!house) return reply.code(403).send(wrongKeyPage(reader))
      return reply.send(checkPage({ reader, url: request.url, house }))
    }
  )
}
