import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { trustsAddress } from './proxies.ts'

const SAFE_HOST = /^[A-Za-z0-9._-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/
const SAFE_PREFIX = /^(\/[A-Za-z0-9._~-]+)+$/

/** The address under which the caller sees this program, without a slash at its end. */
export type PublicUrl = (request: FastifyRequest) => string

/**
 * `PUBLIC_URL` when it is set; else the request's own host, and, only when the peer is a trusted proxy, what it
 * forwarded (`X-Forwarded-Proto`, `-Host`, `-Prefix`).
 */
export function publicUrlOf({
  publicUrl,
  trustedProxies
}: Pick<Config, 'publicUrl' | 'trustedProxies'>): PublicUrl {
  if (publicUrl !== undefined) return () => publicUrl
  const trusts = trustsAddress(trustedProxies)
  return (request) => {
    const host = SAFE_HOST.test(request.host) ? request.host : 'localhost'
    const protocol = request.protocol === 'https' ? 'https' : 'http'
    const given = request.headers['x-forwarded-prefix']
    const trusted = typeof given === 'string' && trusts(request.socket.remoteAddress ?? '')
    const prefix = trusted ? given.replace(/\/+$/, '') : ''
    return `${protocol}://${host}${SAFE_PREFIX.test(prefix) ? prefix : ''}`
  }
}
