import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { atMost } from '../http/turns.ts'
import { act, requireStaff } from './act.ts'
import { actOnReport, actOnReports, forgetReporterByNumber, forgetReporterOf } from './action-contract.ts'
import { leftDetail } from './as-left.ts'
import { actOnMany } from './bulk.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { ReportDesk } from './desk.ts'
import { forgetFiles } from './forget-files.ts'
import { forgetByNumber, forgetForReporter } from './forget-for-reporter.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { receiveReport } from './receive.ts'
import { getStaffReport, listStaffReports, takeInForSomebody } from './staff-contract.ts'
import { staffDetail } from './staff-detail.ts'
import { listStaff } from './staff-queries.ts'
import { staffReport } from './staff-row.ts'

const DEFAULT_LIMIT = 50
/** A change makes every open inbox ask at once: whoever sends a report need not wait for all of them. */
const LISTS_AT_A_TIME = 2
const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
  428: Problem,
  429: Problem
}

/** Reading the reports that an account may see: the inbox, and one with everything beside it. */
export const staffReadingRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db, who }) => {
  const turns = atMost(LISTS_AT_A_TIME)

  app.get(
    listStaffReports.path,
    {
      config: { right: 'report.read' },
      schema: { querystring: listStaffReports.query, response: { 200: listStaffReports.reply, ...PROBLEMS } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const { sort = 'newest', after, limit = DEFAULT_LIMIT, ...filters } = request.query
      const page = { sort, after: readCursor(after), limit }
      const { rows, next, total } = await turns(() => listStaff(db, actor.accountId, filters, page))
      return { reports: rows.map((row) => staffReport(row, actor)), next: next && writeCursor(next), total }
    }
  )

  app.get(
    getStaffReport.path,
    {
      config: { right: 'report.read' },
      schema: {
        params: getStaffReport.params,
        querystring: getStaffReport.query,
        response: { 200: getStaffReport.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const row = await requireStaff(db, actor.accountId, request.params.id)
      return withVersion(reply, row.version).send(await staffDetail(db, row, actor))
    }
  )
}

/** Working on reports: one action on one, one action on many, intake on somebody's behalf. */
export const staffActionRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  const { db, who } = desk

  app.post(
    actOnReport.path,
    {
      config: { right: 'report.handle' },
      schema: {
        params: actOnReport.params,
        body: actOnReport.body,
        response: { 200: actOnReport.reply, 412: actOnReport.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const version = versionOf(request)
      const wish = { actor, id: request.params.id, version, body: request.body, address: request.ip }
      const { kind, row, left } = await act(desk, wish)
      const detail = await (left ? leftDetail(db, row, actor, left) : staffDetail(db, row, actor))
      return withVersion(reply, row.version)
        .code(kind === 'done' ? 200 : 412)
        .send(detail)
    }
  )

  app.post(
    actOnReports.path,
    {
      config: { right: 'report.handle' },
      schema: { body: actOnReports.body, response: { 200: actOnReports.reply, ...PROBLEMS } }
    },
    async (request) => {
      const { reports, action } = request.body
      const asker = { actor: who.actorOf(request), address: request.ip }
      return { results: await actOnMany(desk, asker, reports, action) }
    }
  )

  app.post(
    takeInForSomebody.path,
    {
      config: { right: 'report.create' },
      schema: {
        body: takeInForSomebody.body,
        response: { 200: takeInForSomebody.reply, 201: takeInForSomebody.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const { channel, ...report } = request.body
      const actor = who.actorOf(request)
      const { receipt, isNew } = await receiveReport(desk, {
        ...{ report, channel, actor },
        address: null,
        from: request.ip
      })
      return reply.code(isNew ? 201 : 200).send(receipt)
    }
  )
}

/** Deleting what is personal of a reporter who asked for it and has no code. */
export const staffForgettingRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.post(
    forgetReporterOf.path,
    {
      config: { right: 'report.contact' },
      schema: {
        params: forgetReporterOf.params,
        body: forgetReporterOf.body,
        response: { 200: forgetReporterOf.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      const forgetter = { actor: desk.who.actorOf(request), address: request.ip }
      const voices = await forgetForReporter(desk, forgetter, request.params.id)
      await forgetFiles(desk.media, voices, request.log)
      return { deleted: true as const }
    }
  )

  app.post(
    forgetReporterByNumber.path,
    {
      config: { right: 'report.forget' },
      schema: {
        body: forgetReporterByNumber.body,
        response: { 200: forgetReporterByNumber.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      const forgetter = { actor: desk.who.actorOf(request), address: request.ip }
      const voices = await forgetByNumber(desk, forgetter, request.body.number)
      await forgetFiles(desk.media, voices, request.log)
      return { deleted: true as const }
    }
  )
}
