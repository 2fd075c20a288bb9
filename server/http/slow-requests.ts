import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerClientError } from './refusals.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes a file that may be large: it may come for as long as something of it comes. */
    takesFile?: boolean
  }
}

/** A request that trickles in holds its connection no longer than this; a file, while nothing of it comes. */
const PATIENCE_MS = 60_000

/** The longest that a file may come: 100 MB on 0.5 Mbit/s. Node's own limit, which knows no routes. */
export const LONGEST_REQUEST_MS = 30 * 60_000

const tooSlow = () => Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })

/** What was begun to be answered cannot be answered otherwise. */
function cutOff({ raw }: FastifyRequest, reply: FastifyReply) {
  if (reply.raw.headersSent) raw.socket.destroy()
  else answerClientError(tooSlow(), raw.socket)
}

/** Ends an ordinary request that is not whole at the first look, and a file of which nothing came since the last. */
function watch(request: FastifyRequest, reply: FastifyReply) {
  const { raw, routeOptions } = request
  let seen = raw.socket.bytesRead
  const clock = setInterval(() => {
    const moves = routeOptions.config.takesFile && raw.socket.bytesRead > seen
    if (moves) seen = raw.socket.bytesRead
    else cutOff(request, reply)
  }, PATIENCE_MS).unref()
  const stop = () => clearInterval(clock)
  raw.once('end', stop).once('close', stop)
}

const hasBody = ({ headers }: FastifyRequest) =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined

/** What is asked within the program comes over no line. */
const isSent = ({ raw }: FastifyRequest) => raw.socket instanceof Socket

/** Answers 408 to what comes too slowly. */
export function cutSlowRequests(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    if (hasBody(request) && isSent(request) && !request.raw.complete) watch(request, reply)
  })
}
