import type { FastifyServerOptions } from 'fastify'

/** The log's settings: structured, with a request's method and path, never its query, address or headers. */
export function logOptions(level: string): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    serializers: {
      req: (request) => ({ method: request.method, path: request.url?.split('?', 1)[0] }),
      res: (reply) => ({ status: reply.statusCode })
    }
  }
}
