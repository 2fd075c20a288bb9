import type { FastifyPluginAsync } from 'fastify'
import { openCalendar } from './calendar.ts'
import type { ReportDesk } from './desk.ts'
import { intakeRoutes } from './intake-routes.ts'
import { publicReportRoutes } from './public-routes.ts'
import { openSenders } from './senders.ts'

type ReportRoutes = Omit<ReportDesk, 'calendar' | 'senders'>

/** Everything over HTTP that reports can do; Open311 apart. */
export const reportRoutes: FastifyPluginAsync<ReportRoutes> = async (app, given) => {
  const desk: ReportDesk = { ...given, calendar: openCalendar(given.db), senders: openSenders(given.db) }
  // Answers that change by the minute: kept by the browser, asked for again each time.
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-cache'))
  await app.register(publicReportRoutes, desk)
  await app.register(intakeRoutes, desk)
}
