import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import {
  addWitness,
  createReport,
  getReport,
  listCategories,
  listReports,
  nearbyReports
} from './contract.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { ReportDesk } from './desk.ts'
import { contactOf } from './plain-text.ts'
import { findNearby, findPublic, listOffered, listPublic } from './public-queries.ts'
import { hashOfCode } from './receive-queries.ts'
import { receiveReport } from './receive.ts'
import { addWitnessOf, countWitnesses, isKnownCode } from './witness-queries.ts'

const DEFAULT_LIMIT = 50
const PROBLEMS = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 429: Problem }

const notPublic = (number: string) =>
  new HttpError(404, {
    vi: `Không có phản ánh công khai nào mang số «${number}». Người gửi có thể theo dõi bằng mã của mình.`,
    en: `There is no public report ${number}. Whoever sent it can follow it by its code.`
  })
const OTHER_REPORT = {
  vi: 'Mã theo dõi này đã thuộc về một phản ánh khác. Hãy tạo mã khác rồi gửi lại.',
  en: 'This tracking code belongs to another report. Make another one and send again.'
}

/** Answers that change by the minute: always asked again, kept by nobody but the browser. */
const freshly = (_request: FastifyRequest, reply: FastifyReply, done: () => void) => {
  void reply.header('cache-control', 'no-cache')
  done()
}

/** What anyone may do with reports: send one, read approved ones, say "I saw it too". */
export const publicReportRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  const { db, readDb, senders, who } = desk
  app.addHook('onRequest', freshly)

  app.post(
    createReport.path,
    {
      schema: {
        body: createReport.body,
        response: { 200: createReport.reply, 201: createReport.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const actor = who.maybeActorOf(request)
      const { receipt, isNew } = await receiveReport(desk, {
        report: request.body,
        channel: actor ? 'staff' : 'web',
        actor,
        address: actor ? null : request.ip
      })
      return reply.code(isNew ? 201 : 200).send(receipt)
    }
  )

  app.get(
    listCategories.path,
    { schema: { querystring: listCategories.query, response: { 200: listCategories.reply } } },
    async () => ({ categories: await listOffered(readDb) })
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

  app.post(
    addWitness.path,
    {
      schema: {
        params: addWitness.params,
        body: addWitness.body,
        response: { 200: addWitness.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      const { number } = request.params
      const { code, contact } = request.body
      const codeHash = hashOfCode(code)
      if (!(await isKnownCode(db, codeHash))) await senders.count('witness', request.ip)
      const found = await addWitnessOf(db, number, codeHash, contactOf(contact))
      if (!found) throw notPublic(number)
      if (found.taken) throw new HttpError(409, OTHER_REPORT)
      return { number: found.number, witnesses: await countWitnesses(db, found.id) }
    }
  )
}
