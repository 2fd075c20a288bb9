import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ReadyTile } from './cache.ts'
import { MVT } from './parameters.ts'

/** Whether a header's list of validators names this one; `*` names every one. */
function matches(header: string, etag: string) {
  if (!header.includes(',')) return header === etag || header.trim() === '*'
  return header.split(',').some((part) => part.trim() === etag)
}

export const acceptsGzip = (request: FastifyRequest): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(0?\.[0-9]*[1-9]|1)|,|$)/.test(request.headers['accept-encoding'] ?? '')

const VARY = 'accept, accept-encoding'

/** What is said of a tile, its form and the validator of that form. */
function headersOf(etag: string, zipped: boolean): Record<string, string> {
  return {
    vary: VARY,
    ...(etag === '' ? { 'cache-control': 'no-store' } : { 'cache-control': 'public, no-cache', etag }),
    ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    'content-type': MVT
  }
}

/** Sends a tile as it lies in memory, or 304. Browsers ask again each time, which costs next to nothing. */
export function sendTile(request: FastifyRequest, reply: FastifyReply, tile: ReadyTile): FastifyReply {
  const body = tile.gzip && acceptsGzip(request) ? tile.gzip : tile.identity
  const zipped = body !== tile.identity
  const etag = tile.etag && `"${tile.etag}${zipped ? '.gz' : ''}"`
  const given = request.headers['if-none-match']
  if (etag && given !== undefined && matches(given, etag))
    return reply.headers({ vary: VARY, 'cache-control': 'public, no-cache', etag }).code(304).send()
  return reply.headers(headersOf(etag, zipped)).send(body)
}
