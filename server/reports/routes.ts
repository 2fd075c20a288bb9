import type { FastifyPluginAsync } from 'fastify'
import { openCalendar } from './calendar.ts'
import type { ReportDesk } from './desk.ts'
import { publicReportRoutes } from './public-routes.ts'
import { openSenders } from './senders.ts'

type ReportRoutes = Omit<ReportDesk, 'calendar' | 'senders'>

/** Everything over HTTP that reports can do; Open311 apart. */
export const reportRoutes: FastifyPluginAsync<ReportRoutes> = async (app, given) => {
  const desk: ReportDesk = { ...given, calendar: openCalendar(given.db), senders: openSenders(given.db) }
  await app.register(publicReportRoutes, desk)
}
