import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../../db/pool.ts'
import type { DrawPlace } from '../../http/pages/draw-place.ts'
import { listReports, ReportNumber } from '../contract.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { findPublic, listPublic } from '../public-queries.ts'
import { notPublic } from '../public-routes.ts'
import { reportResults } from '../results-contract.ts'
import { findResults } from '../results-queries.ts'
import { reportResultsOf } from '../results.ts'
import { asWritten, PageQuery, pageQuery } from '../../http/page-query.ts'
import { linkFor, readerOf } from '../../http/pages/reader.ts'
import { sendPage } from '../../http/pages/send-page.ts'
import { PATHS } from './address.ts'
import { missingPage } from './missing-page.ts'
import { listPage } from './list-page.ts'
import { listAreas, listCategoryNames } from './page-queries.ts'
import { reportPage } from './report-page.ts'
import { resultsPage } from './results-page.ts'
import { WORDS } from './words.ts'

const PAGE_SIZE = 20

const ListQuery = pageQuery(listReports.query.shape)
const ResultsQuery = pageQuery(reportResults.query.shape)

/** The pages of public reports: everything is in the HTML, script adds nothing. */
export const reportPageRoutes: FastifyPluginAsyncZod<{ readDb: Queryable; drawPlace: DrawPlace }> = async (
  app,
  { readDb, drawPlace }
) => {
  const know = async () => ({ ...(await listAreas(readDb)), categories: await listCategoryNames(readDb) })

  app.get(PATHS.list, { schema: { querystring: ListQuery } }, async (request, reply) => {
    const { sort = 'newest', after, limit = PAGE_SIZE, lang: _lang, ...filters } = request.query
    const page = await listPublic(readDb, filters, { sort, after: readCursor(after), limit })
    const content = {
      reader: readerOf(request),
      url: request.url,
      asked: { ...asWritten(request), sort },
      known: await know(),
      reports: page.reports,
      total: page.total,
      next: page.next && writeCursor(page.next),
      isFirst: after === undefined
    }
    return sendPage(reply, listPage(content))
  })

  app.get(PATHS.results, { schema: { querystring: ResultsQuery } }, async (request, reply) => {
    const { lang: _lang, ...asked } = request.query
    const results = reportResultsOf(await findResults(readDb, asked))
    const reader = readerOf(request)
    return sendPage(reply, resultsPage({ reader, url: request.url, asked, known: await know(), results }))
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
        return sendPage(reply.code(404), missingPage(reader, request.url, detail[reader.language]))
      }
      // What was merged is told where it is handled now.
      if (report.number !== number)
        return reply.redirect(linkFor(reader, `${PATHS.app}/${report.number}`), 302)
      const { place, placeHidden } = report
      const map = await drawPlace({ place, hidden: placeHidden }, WORDS.where[reader.language])
      return sendPage(reply, reportPage({ reader, url: request.url, report, known: await know(), map }))
    }
  )
}
