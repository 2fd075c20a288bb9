import type { FastifyPluginAsync } from 'fastify'
import { openCalendar } from './calendar.ts'
import { categoryRoutes } from './category-routes.ts'
import { categoryUnitRoutes } from './category-unit-routes.ts'
import type { ReportDesk } from './desk.ts'
import { holidayRoutes } from './holiday-routes.ts'
import { intakeRoutes } from './intake-routes.ts'
import { apiKeyRoutes } from './open311/key-routes.ts'
import { keepable } from './plain-text.ts'
import { reportPageRoutes } from './pages/routes.ts'
import { publicReportRoutes } from './public-routes.ts'
import { reportEventRoutes } from './event-routes.ts'
import { staffActionRoutes, staffForgettingRoutes, staffReadingRoutes } from './staff-routes.ts'
import { openSenders } from './senders.ts'
import { templateRoutes } from './template-routes.ts'
import { ownDataRoutes, trackingRoutes } from './tracking-routes.ts'

type ReportRoutes = Omit<ReportDesk, 'calendar' | 'senders'>

/** Everything over HTTP that reports can do; Open311 apart. */
export const reportRoutes: FastifyPluginAsync<ReportRoutes> = async (app, given) => {
  const desk: ReportDesk = { ...given, calendar: openCalendar(given.db), senders: openSenders(given.db) }
  // A text that no database keeps would be an error to whoever sends it from a phone: it is mended instead.
  app.addHook('preValidation', async (request) => {
    request.body = keepable(request.body)
    request.query = keepable(request.query)
  })
  await app.register(publicReportRoutes, desk)
  await app.register(intakeRoutes, desk)
  await app.register(trackingRoutes, desk)
  await app.register(ownDataRoutes, desk)
  await app.register(reportPageRoutes, desk)
  await app.register(staffReadingRoutes, desk)
  await app.register(staffActionRoutes, desk)
  await app.register(staffForgettingRoutes, desk)
  await app.register(reportEventRoutes, desk)
  await app.register(categoryRoutes, desk)
  await app.register(holidayRoutes, desk)
  await app.register(templateRoutes, desk)
  await app.register(categoryUnitRoutes, desk)
  await app.register(apiKeyRoutes, desk)
}
