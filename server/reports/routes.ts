import type { FastifyPluginAsync } from 'fastify'
import { openCalendar } from './calendar.ts'
import type { ReportDesk } from './desk.ts'
import { intakeRoutes } from './intake-routes.ts'
import { publicReportRoutes } from './public-routes.ts'
import { categoryUnitRoutes, templateRoutes } from './settings-routes.ts'
import { reportEventRoutes } from './event-routes.ts'
import { staffActionRoutes, staffReadingRoutes } from './staff-routes.ts'
import { openSenders } from './senders.ts'

type ReportRoutes = Omit<ReportDesk, 'calendar' | 'senders'>

/** Everything over HTTP that reports can do; Open311 apart. */
export const reportRoutes: FastifyPluginAsync<ReportRoutes> = async (app, given) => {
  const desk: ReportDesk = { ...given, calendar: openCalendar(given.db), senders: openSenders(given.db) }
  await app.register(publicReportRoutes, desk)
  await app.register(intakeRoutes, desk)
  await app.register(staffReadingRoutes, desk)
  await app.register(staffActionRoutes, desk)
  await app.register(reportEventRoutes, desk)
  await app.register(templateRoutes, desk)
  await app.register(categoryUnitRoutes, desk)
}
