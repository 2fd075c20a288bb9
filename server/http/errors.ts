import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway } from '../db/database-away.ts'
import type { Problem } from './contract.ts'
import { describeInvalidInput } from './invalid-input.ts'
import { preferredLanguage, type Bilingual } from './language.ts'

/** An answer the caller can act on, in both languages. Anything else that is thrown is logged, and answered as a bare 500. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly detail: Bilingual

  constructor(statusCode: number, detail: Bilingual) {
    super(detail.en)
    this.name = 'HttpError'
    this.statusCode = statusCode
    this.detail = detail
  }
}

const TITLES: Record<number, Bilingual> = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'Bad request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không được phép', en: 'Forbidden' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Không hỗ trợ phương thức này', en: 'Method not allowed' },
  406: { vi: 'Không có dạng dữ liệu được yêu cầu', en: 'Not acceptable' },
  409: { vi: 'Xung đột dữ liệu', en: 'Conflict' },
  413: { vi: 'Dữ liệu gửi lên quá lớn', en: 'Content too large' },
  415: { vi: 'Dạng dữ liệu gửi lên không được hỗ trợ', en: 'Unsupported media type' },
  422: { vi: 'Dữ liệu không dùng được', en: 'Unprocessable content' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  500: { vi: 'Lỗi máy chủ', en: 'Internal server error' },
  503: { vi: 'Tạm thời chưa phục vụ được', en: 'Service unavailable' }
}

const AWAY: Bilingual = {
  vi: 'Cơ sở dữ liệu đang tạm ngắt. Hãy thử lại sau ít giây.',
  en: 'The database is away for a moment. Try again in a few seconds.'
}
const BUG: Bilingual = {
  vi: 'Máy chủ gặp lỗi và đã ghi lại để kiểm tra.',
  en: 'The server met an error, which was logged.'
}
const RETRY_AFTER_S = 5

/** Sends a problem (RFC 9457) in the caller's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, detail: Bilingual) {
  const language = preferredLanguage(request.headers['accept-language'])
  const title = TITLES[status] ?? (status < 500 ? TITLES[400] : TITLES[500])
  const problem: Problem = {
    type: 'about:blank',
    title: title?.[language] ?? '',
    status,
    detail: detail[language]
  }
  if (status === 503) void reply.header('retry-after', String(RETRY_AFTER_S))
  return reply
    .code(status)
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem)
}

/** A refusal by Fastify itself: a body too large, JSON cut short, a media type that no route takes. */
function fastifyRefusal(error: unknown): { status: number; detail: Bilingual } | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined
  const status = error.statusCode
  if (status < 400 || status >= 500) return undefined
  const title = TITLES[status]
  return { status, detail: title ?? { vi: 'Yêu cầu không đọc được.', en: 'The request could not be read.' } }
}

/** Answers every error once, as a problem: what the caller can mend by a sentence, the rest logged and a bare 500. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpError) return sendProblem(request, reply, error.statusCode, error.detail)
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [issue] = error.validation
      if (issue) return sendProblem(request, reply, 400, describeInvalidInput(issue))
    }
    if (isDatabaseAway(error)) {
      request.log.warn({ err: error }, 'database away')
      return sendProblem(request, reply, 503, AWAY)
    }
    const refusal = fastifyRefusal(error)
    if (refusal) return sendProblem(request, reply, refusal.status, refusal.detail)
    request.log.error(error)
    return sendProblem(request, reply, 500, BUG)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 404, {
      vi: 'Không có gì ở địa chỉ này. Hãy kiểm tra lại đường dẫn.',
      en: 'There is nothing at this address. Check the path.'
    })
  )
}
