import type { FastifyPluginAsync } from 'fastify'
import type { PublicUrl } from '../../http/public-url.ts'
import { openCalendar } from '../calendar.ts'
import type { ReportDesk } from '../desk.ts'
import { keepable } from '../plain-text.ts'
import { openSenders } from '../senders.ts'
import { answerAsStandard } from './errors.ts'
import { newRequestRoutes } from './intake-routes.ts'
import { requestRoutes, serviceRoutes } from './reading-routes.ts'

type Open311 = Omit<ReportDesk, 'calendar' | 'senders'> & { publicUrl: PublicUrl }

/** The standard: a parameter that is passed and empty is one that is not passed. */
const withoutEmpty = (query: unknown) =>
  Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== ''))

/** GeoReport v2: to be registered under `OPEN311_PATH`. */
export const open311Routes: FastifyPluginAsync<Open311 & { prefix: string }> = async (
  app,
  { prefix: _prefix, ...given }
) => {
  // The prefix is this plugin's; handed on it would count again.
  const desk = { ...given, calendar: openCalendar(given.db), senders: openSenders(given.db) }
  answerAsStandard(app)
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-cache'))
  app.addHook('preValidation', async (request) => {
    request.query = withoutEmpty(keepable(request.query))
  })
  await app.register(serviceRoutes, desk)
  await app.register(requestRoutes, desk)
  await app.register(newRequestRoutes, desk)
}
