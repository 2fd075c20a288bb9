import type { FastifyRequest } from 'fastify'
import type { PublicUrl } from '../http/public-url.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something. */
export const isUnsafe = ({ method }: { method: string }): boolean => !SAFE_METHODS.has(method)

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined)

/**
 * Whether a request comes from one of our own pages, as its browser says. `Sec-Fetch-Site` cannot be written by a page
 * and decides where it is sent (HTTPS, and localhost); else the host of `Origin` must be the one that was asked, or that
 * of our public address. What says neither is no page of ours.
 */
export function isFromOwnPage(request: FastifyRequest, publicUrl: PublicUrl): boolean {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  if (site !== undefined && site !== 'none') return site === 'same-origin'
  const from = origin === undefined ? undefined : hostOf(origin)
  const asked = hostOf(`${request.protocol}://${request.host}`)
  return from !== undefined && (from === asked || from === hostOf(publicUrl(request)))
}
