import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'

const NO_VERSION = {
  vi: 'Thiếu tiêu đề If-Match: hãy gửi kèm ETag của bản đã đọc, để không ghi đè thay đổi của người khác.',
  en: 'The header If-Match is missing: send the ETag of what was read, so that nobody’s change is overwritten.'
}

/** The version that `If-Match` names. Throws 428 for anything else. */
export function versionOf({ headers }: Pick<FastifyRequest, 'headers'>): number {
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(headers['if-match'] ?? '')?.[1]
  if (digits === undefined) throw new HttpError(428, NO_VERSION)
  return Number(digits)
}

/** Names the version of what is answered. */
export const withVersion = (reply: FastifyReply, version: number) => reply.header('etag', `"${version}"`)
