import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { getReport, listCategories, listReports, nearbyReports } from './contract.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { ReportDesk } from './desk.ts'
import { reportResults } from './results-contract.ts'
import { findResults } from './results-queries.ts'
import { reportResultsOf } from './results.ts'
import { findCategories, findNearby, findPublic, listPublic } from './public-queries.ts'

const DEFAULT_LIMIT = 50
const PROBLEMS = { 400: Problem, 404: Problem }

/** Nothing public has that number. */
export const notPublic = (number: string) =>
  new HttpError(404, {
    vi: `Không có phản ánh công khai nào mang số «${number}». Người gửi có thể theo dõi bằng mã của mình.`,
    en: `There is no public report ${number}. Whoever sent it can follow it by its code.`
  })

/** What anyone may read of reports: approved ones, and what a new one can be. */
export const publicReportRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { readDb }) => {
  // What changes by the minute is asked for again each time.
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-cache'))

  app.get(
    listCategories.path,
    { schema: { querystring: listCategories.query, response: { 200: listCategories.reply } } },
    async ({ query }) => ({ categories: await findCategories(readDb, query.all === 'true') })
  )

  app.get(
    nearbyReports.path,
    { schema: { querystring: nearbyReports.query, response: { 200: nearbyReports.reply, ...PROBLEMS } } },
    async ({ query: { category, lng, lat } }) => ({ reports: await findNearby(readDb, category, lng, lat) })
  )

  app.get(
    listReports.path,
    { schema: { querystring: listReports.query, response: { 200: listReports.reply, ...PROBLEMS } } },
    async ({ query: { sort = 'newest', after, limit = DEFAULT_LIMIT, ...filters } }) => {
      const page = await listPublic(readDb, filters, { sort, after: readCursor(after), limit })
      return { ...page, next: page.next && writeCursor(page.next) }
    }
  )

  app.get(
    reportResults.path,
    { schema: { querystring: reportResults.query, response: { 200: reportResults.reply, ...PROBLEMS } } },
    async ({ query }) => reportResultsOf(await findResults(readDb, query))
  )

  app.get(
    getReport.path,
    {
      schema: {
        params: getReport.params,
        querystring: getReport.query,
        response: { 200: getReport.reply, ...PROBLEMS }
      }
    },
    async ({ params: { number } }) => {
      const report = await findPublic(readDb, number)
      if (!report) throw notPublic(number)
      return report
    }
  )
}
