import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ChangeWatch } from './change-watch.ts'
import type { ReportDesk } from './desk.ts'
import { staffReportEvents } from './staff-contract.ts'

/** A line that keeps proxies from closing a silent connection. */
const KEEP_ALIVE_MS = 20_000
/** Then the browser asks anew, and whoever was signed out meanwhile is refused. */
const LONGEST_MS = 15 * 60_000
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect answers would hold the events back.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff'
}

/** Tells the inboxes that something changed; what, each asks for itself, with its own rights. */
export const reportEventRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db }) => {
  const watch = new ChangeWatch(db, (err) => app.log.warn({ err }, 'watching reports'))
  const endings = new Set<() => void>()
  // Else an open stream would hold up the end of the program.
  app.addHook('preClose', async () => {
    for (const end of endings) end()
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
        endings.delete(end)
        stream.end()
      }
      const over = setTimeout(end, LONGEST_MS)
      endings.add(end)
      request.raw.on('close', end)
    }
  )
}
