import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isMigrated } from '../db/migrate.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from './errors.ts'

const CHECK_MS = 3_000
const Health = z.object({ status: z.literal('ok') })
const NotReady = {
  vi: 'Chương trình đang khởi động hoặc cơ sở dữ liệu đang tạm ngắt. Hãy thử lại sau ít giây.',
  en: 'The program is starting or its database is away. Try again in a few seconds.'
}

/** Whether the database answers in time and has every migration; a failure of the check is a no, and is logged. */
async function checkDatabase(db: Queryable, warn: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, CHECK_MS, false)
  })
  const check = isMigrated(db).catch((error: unknown) => {
    warn(error)
    return false
  })
  return Promise.race([check, late]).finally(() => clearTimeout(timer))
}

/** `/health/live`: the process answers. `/health/ready`: its database is migrated and answers, else 503. */
export const healthRoutes: FastifyPluginAsyncZod<{ db: Queryable; isReady: () => boolean }> = async (
  app,
  { db, isReady }
) => {
  const schema = { querystring: z.strictObject({}), response: { 200: Health } }
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.get('/health/live', { schema, logLevel: 'warn' }, async () => ({ status: 'ok' as const }))

  app.get('/health/ready', { schema, logLevel: 'warn' }, async (request) => {
    const ready = isReady() && (await checkDatabase(db, (err) => request.log.warn({ err }, 'not ready')))
    if (!ready) throw new HttpError(503, NotReady)
    return { status: 'ok' as const }
  })
}

/** Until the program has migrated its database, everything but health is answered 503. */
export function refuseUntilReady(isReady: () => boolean) {
  return (request: { url: string }, _reply: unknown, done: (error?: Error) => void) => {
    if (isReady() || request.url.startsWith('/health/')) done()
    else done(new HttpError(503, NotReady))
  }
}
