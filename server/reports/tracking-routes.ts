import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import type { ReportDesk } from './desk.ts'
import { forgetFiles } from './forget-files.ts'
import { exportFor, forget } from './own-data.ts'
import { answer, confirm, reopenByReporter, requireTracked, trackedReport, type Holder } from './tracking.ts'
import {
  answerQuestion,
  confirmSolved,
  deleteOwn,
  exportOwn,
  reopenReport,
  track
} from './tracking-contract.ts'

const PROBLEMS = { 400: Problem, 403: Problem, 404: Problem, 409: Problem, 429: Problem }

const holderOf = (request: { body: { code: string }; ip: string }): Holder => ({
  code: request.body.code,
  address: request.ip
})

/** Following a report by its code, and taking part in it. */
export const trackingRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  const view = async (holder: Holder) => trackedReport(desk.db, await requireTracked(desk, holder))

  app.post(
    track.path,
    { schema: { body: track.body, response: { 200: track.reply, ...PROBLEMS } } },
    async (request) => view(holderOf(request))
  )

  app.post(
    answerQuestion.path,
    { schema: { body: answerQuestion.body, response: { 200: answerQuestion.reply, ...PROBLEMS } } },
    async (request) => {
      const holder = holderOf(request)
      await answer(desk, holder, request.body.text, request.body.media)
      return view(holder)
    }
  )

  app.post(
    confirmSolved.path,
    { schema: { body: confirmSolved.body, response: { 200: confirmSolved.reply, ...PROBLEMS } } },
    async (request) => {
      const holder = holderOf(request)
      await confirm(desk, holder)
      return view(holder)
    }
  )

  app.post(
    reopenReport.path,
    { schema: { body: reopenReport.body, response: { 200: reopenReport.reply, ...PROBLEMS } } },
    async (request) => {
      const holder = holderOf(request)
      await reopenByReporter(desk, holder, request.body.text)
      return view(holder)
    }
  )
}

/** What is kept about whoever has a code: to take along, and to remove. */
export const ownDataRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.post(
    exportOwn.path,
    { schema: { body: exportOwn.body, response: { 200: exportOwn.reply, ...PROBLEMS } } },
    async (request) => exportFor(desk, holderOf(request))
  )

  app.post(
    deleteOwn.path,
    { schema: { body: deleteOwn.body, response: { 200: deleteOwn.reply, ...PROBLEMS } } },
    async (request) => {
      await forgetFiles(desk.media, await forget(desk, holderOf(request)), request.log)
      return { deleted: true as const }
    }
  )
}
