import type { FastifyInstance } from 'fastify'

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'"
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)'
}

/** Headers of every answer. Open data (`/ogc`, `/api`, GET only, no credentials) may be read by any page. */
export function sendSecurityHeaders(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS)
    if (/^\/(ogc|api)(\/|\?|$)/.test(request.url)) void reply.header('access-control-allow-origin', '*')
  })
}
