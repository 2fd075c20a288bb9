import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './errors.ts'

const NO_VERSION = {
  vi: 'Thiếu tiêu đề If-Match: hãy gửi kèm ETag của bản đã đọc, để không ghi đè thay đổi của người khác.',
  en: 'The header If-Match is missing: send the ETag of what was read, so that nobody’s change is overwritten.'
}

type Asked = Pick<FastifyRequest, 'headers'>

/** The first group of what `If-Match` has of our form. Throws 428 where it has another one, or is missing. */
function matched({ headers }: Asked, form: RegExp): string {
  const found = form.exec(headers['if-match'] ?? '')?.[1]
  if (found === undefined) throw new HttpError(428, NO_VERSION)
  return found
}

/** The version that `If-Match` names. Throws 428 for anything else. */
export const versionOf = (request: Asked): number => Number(matched(request, /^(?:W\/)?"(\d{1,9})"$/))

/** The ETag (of 16 hexadecimal digits, quoted) that `If-Match` names. Throws 428 for anything else. */
export const etagOf = (request: Asked): string => matched(request, /^(?:W\/)?("[0-9a-f]{16}")$/)

/** Names the version of what is answered. */
export const withVersion = (reply: FastifyReply, version: number) => reply.header('etag', `"${version}"`)
