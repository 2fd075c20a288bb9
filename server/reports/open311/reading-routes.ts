import { z } from 'zod'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import { findCategories } from '../public-queries.ts'
import { notPublic } from '../public-routes.ts'
import { languageOf, send, withoutFormat } from './answer.ts'
import { FileParams, ListQuery, OneQuery, PlainQuery } from './contract.ts'
import { discoveryOf } from './discovery.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import { findKeyHolder } from './key-queries.ts'
import {
  findExternalIds,
  findNumberOf,
  listRequests,
  type OpenRequest,
  type RequestFilter
} from './request-queries.ts'
import { serviceRequest, type Telling } from './service-request.ts'
import { definitionOf, serviceOf } from './services.ts'
import { requestedSpan } from './span.ts'
import { statesOf } from './status.ts'

/** The standard's most in one answer, and where nothing is said. */
const MOST = 1000

/** Each resource's address without and with its format. */
export const SUFFIXES = ['', '.xml', '.json'] as const

const NO_FILTER: RequestFilter = {
  commune: null,
  numbers: null,
  categories: null,
  states: null,
  from: null,
  to: null,
  updatedFrom: null,
  updatedTo: null
}

/** What a list is narrowed by; ids override everything else. */
function filterOf(query: ListQuery, now: Date): RequestFilter {
  const { service_request_id: numbers, service_code, status, updated_after, updated_before } = query
  if (numbers) return { ...NO_FILTER, numbers }
  return {
    ...NO_FILTER,
    commune: query.jurisdiction_id ?? null,
    categories: service_code ?? null,
    states: status ? statesOf(status) : null,
    ...requestedSpan(query, now),
    updatedFrom: updated_after ?? null,
    updatedTo: updated_before ?? null
  }
}

/** 404: no such service is offered. */
export const noService = (code: string) =>
  new HttpError(404, {
    vi: `Không có dịch vụ «${code.slice(0, 50)}». Danh sách ở /open311/v2/services.xml.`,
    en: `There is no service “${code.slice(0, 50)}”. See /open311/v2/services.xml.`
  })
const NO_TOKEN = {
  vi: 'Không có mã chờ này. Mọi dịch vụ ở đây cấp số tiếp nhận ngay khi gửi nên không cần mã chờ.',
  en: 'There is no such token. Every service here answers with its number at once, so that none is needed.'
}

/** What the reading routes need. */
interface Reading {
  readDb: Queryable
  publicUrl: PublicUrl
}

/** Discovery, services and their definitions. */
export const serviceRoutes: FastifyPluginAsyncZod<Reading> = async (app, { readDb, publicUrl }) => {
  for (const suffix of SUFFIXES) {
    // Some look for it beside the standard, some under it.
    for (const path of ['/discovery', '/v2/discovery'])
      app.get(`${path}${suffix}`, { schema: { querystring: PlainQuery } }, async (request, reply) =>
        send(request, reply, 'discovery', discoveryOf(publicUrl(request), languageOf(request)))
      )

    app.get(`/v2/services${suffix}`, { schema: { querystring: PlainQuery } }, async (request, reply) => {
      await requireJurisdiction(readDb, request.query.jurisdiction_id)
      const language = languageOf(request)
      const offered = await findCategories(readDb)
      return send(
        request,
        reply,
        'services',
        offered.map((category) => serviceOf(category, language))
      )
    })
  }

  app.get(
    '/v2/services/:file',
    { schema: { params: FileParams, querystring: PlainQuery } },
    async (request, reply) => {
      await requireJurisdiction(readDb, request.query.jurisdiction_id)
      const code = withoutFormat(request.params.file)
      const offered = await findCategories(readDb)
      if (!offered.some((category) => category.code === code)) throw noService(code)
      return send(request, reply, 'service_definition', definitionOf(code, languageOf(request)))
    }
  )
}

/** Requests: a list, one, and the number behind a token. */
export const requestRoutes: FastifyPluginAsyncZod<Reading> = async (app, { readDb, publicUrl }) => {
  /** How these reports are told; whoever names a key in force reads which of them are its own. */
  async function telling(
    request: FastifyRequest,
    reply: FastifyReply,
    { extensions = false, api_key: key }: OneQuery,
    found: readonly OpenRequest[]
  ): Promise<Telling> {
    const holder = extensions && key ? await findKeyHolder(readDb, key) : undefined
    if (holder) void reply.header('cache-control', 'private, no-store')
    const numbers = found.map(({ number }) => number)
    const externalIds = holder ? await findExternalIds(readDb, holder.system, numbers) : new Map()
    return { base: publicUrl(request), language: languageOf(request), extensions, externalIds }
  }

  for (const suffix of SUFFIXES)
    app.get(`/v2/requests${suffix}`, { schema: { querystring: ListQuery } }, async (request, reply) => {
      const { query } = request
      await requireJurisdiction(readDb, query.jurisdiction_id)
      const { page = 1, page_size: limit = MOST } = query
      const offset = (page - 1) * limit
      const found = await listRequests(readDb, filterOf(query, new Date()), { limit, offset })
      const told = await telling(request, reply, query, found)
      return send(
        request,
        reply,
        'service_requests',
        found.map((report) => serviceRequest(report, told))
      )
    })

  app.get(
    '/v2/requests/:file',
    { schema: { params: FileParams, querystring: OneQuery } },
    async (request, reply) => {
      await requireJurisdiction(readDb, request.query.jurisdiction_id)
      const number = withoutFormat(request.params.file)
      const filter = { ...NO_FILTER, commune: request.query.jurisdiction_id ?? null, numbers: [number] }
      const [found] = await listRequests(readDb, filter, { limit: 1, offset: 0 })
      if (!found) throw notPublic(number.slice(0, 50))
      const told = await telling(request, reply, request.query, [found])
      return send(request, reply, 'service_requests', [serviceRequest(found, told)])
    }
  )

  // No service here hands out tokens: a new request is answered with its number. The id that a phone made serves as one, and
  // like everything else tells of a report once a person approved it.
  app.get(
    '/v2/tokens/:file',
    { schema: { params: FileParams, querystring: PlainQuery } },
    async (request, reply) => {
      await requireJurisdiction(readDb, request.query.jurisdiction_id)
      const token = z.uuid().safeParse(withoutFormat(request.params.file))
      const number = token.success ? await findNumberOf(readDb, token.data) : undefined
      if (number == null) throw new HttpError(404, NO_TOKEN)
      return send(request, reply, 'service_requests', [{ service_request_id: number, token: token.data }])
    }
  )
}
