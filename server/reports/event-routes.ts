import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ChangeWatch } from './change-watch.ts'
import type { ReportDesk } from './desk.ts'
import { staffReportEvents } from './staff-contract.ts'

/** A line that keeps proxies from closing a silent connection. */
const KEEP_ALIVE_MS = 20_000
/** Then the browser asks anew: no stream is left over that nobody reads. */
const LONGEST_MS = 15 * 60_000
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect answers would hold the events back.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff'
}

/**
 * Tells the inboxes that something changed; what, each asks for itself, with its own rights. A stream ends with the
 * session that opened it: signed out, over, disabled, or given another role.
 */
export const reportEventRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db, who }) => {
  const endings = new Map<object, () => void>()
  const endThoseSignedOut = async () => {
    // Whoever comes while the database is asked is not in its answer.
    const asked = [...endings.keys()]
    const lasting = await who.lasting(asked)
    for (const request of asked) if (!lasting.has(request)) endings.get(request)?.()
  }
  const watch = new ChangeWatch(db, (err) => app.log.warn({ err }, 'watching reports'), endThoseSignedOut)
  // Else an open stream would hold up the end of the program.
  app.addHook('preClose', async () => {
    for (const end of endings.values()) end()
  })

  app.get(
    staffReportEvents.path,
    { config: { right: 'report.read' }, schema: { querystring: staffReportEvents.query } },
    (request, reply) => {
      reply.hijack()
      const stream = reply.raw
      stream.writeHead(200, HEADERS)
      stream.write('retry: 3000\n\n')
      const silence = watch.listen((at) => stream.write(`event: changed\ndata: ${at}\n\n`))
      const alive = setInterval(() => stream.write(':\n\n'), KEEP_ALIVE_MS)
      const end = () => {
        silence()
        clearTimeout(over)
        clearInterval(alive)
        endings.delete(request)
        stream.end()
      }
      const over = setTimeout(end, LONGEST_MS)
      endings.set(request, end)
      request.raw.on('close', end)
    }
  )
}
