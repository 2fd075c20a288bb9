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

/** Sends a tile as it lies in memory, or 304. Browsers ask again each time, which costs next to nothing. */
export function sendTile(request: FastifyRequest, reply: FastifyReply, tile: ReadyTile): FastifyReply {
  const body = tile.gzip && acceptsGzip(request) ? tile.gzip : tile.identity
  const zipped = body !== tile.identity
  void reply.header('vary', 'accept, accept-encoding')
  if (tile.etag === '') void reply.header('cache-control', 'no-store')
  else {
    const etag = `"${tile.etag}${zipped ? '.gz' : ''}"`
    void reply.header('cache-control', 'public, no-cache').header('etag', etag)
    const given = request.headers['if-none-match']
    if (given !== undefined && matches(given, etag)) return reply.code(304).send()
  }
  if (zipped) void reply.header('content-encoding', 'gzip')
  return reply.header('content-type', MVT).send(body)
}
