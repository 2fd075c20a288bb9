import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asked } from './document.ts'

/**
 * Sets a weak validator made of the versions' stamp and of how the document is asked for, and says whether the caller
 * has it already. Without stamp (versions unreadable) there is none.
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  { base, language, type, self }: Asked,
  stamp: string | undefined
): boolean {
  if (stamp === undefined) return false
  const asked = createHash('sha256').update([base, self(), language, type].join('\n')).digest('base64url')
  const etag = `W/"${stamp}.${asked.slice(0, 12)}"`
  void reply.header('etag', etag).header('vary', 'accept, accept-language')
  void reply.header('cache-control', 'no-cache')
  const given = request.headers['if-none-match'] ?? ''
  return given.split(',').some((part) => part.trim() === etag)
}
