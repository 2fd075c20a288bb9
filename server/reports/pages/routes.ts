import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../../db/pool.ts'
import { isLanguage, preferredLanguage } from '../../http/language.ts'
import { securityHeaders } from '../../http/security.ts'
import { listReports, ReportNumber } from '../contract.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { findPublic, listPublic } from '../public-queries.ts'
import { notPublic } from '../public-routes.ts'
import { reportResults } from '../results-contract.ts'
import { findResults } from '../results-queries.ts'
import { reportResultsOf } from '../results.ts'
import { linkFor, PATHS, type Reader } from './address.ts'
import { missingPage } from './missing-page.ts'
import { listPage } from './list-page.ts'
import { listAreas, listCategoryNames } from './page-queries.ts'
import { placeMap } from './place-map.ts'
import { reportPage } from './report-page.ts'
import { resultsPage } from './results-page.ts'
import { STYLE } from './style.ts'
import { WORDS } from './words.ts'

const PAGE_SIZE = 20

const Lang = z.enum(['vi', 'en']).optional()

/** A form sends what was left open as an empty text. */
const withoutEmpty = (query: unknown) =>
  typeof query === 'object' && query !== null
    ? Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
    : query

const ListQuery = z.preprocess(withoutEmpty, listReports.query.extend({ lang: Lang }))
const ResultsQuery = z.preprocess(withoutEmpty, reportResults.query.extend({ lang: Lang }))
const PageQuery = z.strictObject({ lang: Lang })

/** The language of the address, else the browser's wish. */
function readerOf(request: FastifyRequest): Reader {
  const asked = new URL(request.url, 'http://localhost').searchParams.get('lang')
  const language = isLanguage(asked) ? asked : preferredLanguage(request.headers['accept-language'])
  return { language, chosen: isLanguage(asked) }
}

const HEADERS = {
  ...securityHeaders(STYLE),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept-language'
}
const send = (reply: FastifyReply, page: string) => reply.headers(HEADERS).send(page)

/** The pages of public reports: everything is in the HTML, script adds nothing. */
export const reportPageRoutes: FastifyPluginAsyncZod<{ readDb: Queryable }> = async (app, { readDb }) => {
  const know = async () => ({ ...(await listAreas(readDb)), categories: await listCategoryNames(readDb) })

  app.get(PATHS.list, { schema: { querystring: ListQuery } }, async (request, reply) => {
    const { sort = 'newest', after, limit = PAGE_SIZE, lang: _lang, ...filters } = request.query
    const page = await listPublic(readDb, filters, { sort, after: readCursor(after), limit })
    const asked = Object.fromEntries(
      [...new URL(request.url, 'http://localhost').searchParams].filter(([, value]) => value !== '')
    )
    const content = {
      reader: readerOf(request),
      url: request.url,
      asked: { ...asked, sort },
      known: await know(),
      reports: page.reports,
      total: page.total,
      next: page.next && writeCursor(page.next),
      isFirst: after === undefined
    }
    return send(reply, listPage(content))
  })

  app.get(PATHS.results, { schema: { querystring: ResultsQuery } }, async (request, reply) => {
    const { lang: _lang, ...asked } = request.query
    const results = reportResultsOf(await findResults(readDb, asked))
    const reader = readerOf(request)
    return send(reply, resultsPage({ reader, url: request.url, asked, known: await know(), results }))
  })

  app.get(
    '/phan-anh/:number',
    { schema: { params: z.strictObject({ number: z.string() }), querystring: PageQuery } },
    async (request, reply) => {
      const { number } = request.params
      const isNumber = ReportNumber.safeParse(number).success
      const report = isNumber ? await findPublic(readDb, number) : undefined
      const reader = readerOf(request)
      if (!report) {
        const { detail } = notPublic(number)
        return send(reply.code(404), missingPage(reader, request.url, detail[reader.language]))
      }
      // What was merged is told where it is handled now.
      if (report.number !== number)
        return reply.redirect(linkFor(reader, `${PATHS.app}/${report.number}`), 302)
      const map = await placeMap(readDb, report, WORDS.where[reader.language])
      return send(reply, reportPage({ reader, url: request.url, report, known: await know(), map }))
    }
  )
}
