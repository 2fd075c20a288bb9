import type { FastifyRequest } from 'fastify'
import type { PublicUrl } from '../http/public-url.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something. */
export const isUnsafe = ({ method }: { method: string }): boolean => !SAFE_METHODS.has(method)

const urlOf = (address: string | undefined) =>
  address !== undefined && URL.canParse(address) ? new URL(address) : undefined

/**
 * Whether a request comes from one of our own pages, as its browser says. `Sec-Fetch-Site` cannot be written by a page
 * and decides where it is sent (HTTPS, and localhost); else the host of `Origin` must be the one that was asked, or that
 * of our public address, and by HTTPS where that is. What says neither is no page of ours.
 */
export function isFromOwnPage(request: FastifyRequest, publicUrl: PublicUrl): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'none') return site === 'same-origin'
  const from = urlOf(request.headers.origin)
  const own = urlOf(publicUrl(request))
  if (!from || !own || (own.protocol === 'https:' && from.protocol !== 'https:')) return false
  return from.host === own.host || from.host === urlOf(`${request.protocol}://${request.host}`)?.host
}
