import type { FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway, isDatabaseBusy } from '../db/database-away.ts'
import { describeInvalidInput } from './invalid-input.ts'
import type { Bilingual } from './language.ts'
import { sendProblem } from './problem.ts'
import { refusalOf } from './refusals.ts'

/** An answer the caller can act on, in both languages. Anything else that is thrown is logged, and answered as a bare 500. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly detail: Bilingual
  /** Sent with the answer (`retry-after` …). */
  readonly headers: Record<string, string>

  constructor(statusCode: number, detail: Bilingual, headers: Record<string, string> = {}) {
    super(detail.en)
    this.name = 'HttpError'
    this.statusCode = statusCode
    this.detail = detail
    this.headers = headers
  }
}

const AWAY: Bilingual = {
  vi: 'Cơ sở dữ liệu đang tạm ngắt. Hãy thử lại sau ít giây.',
  en: 'The database is away for a moment. Try again in a few seconds.'
}
const BUSY: Bilingual = {
  vi: 'Cơ sở dữ liệu đang bận nên chưa trả lời kịp. Hãy thử lại sau ít giây, hoặc hỏi một phạm vi nhỏ hơn.',
  en: 'The database is busy and did not answer in time. Try again in a few seconds, or ask about a smaller area.'
}
const BUG: Bilingual = {
  vi: 'Máy chủ gặp lỗi và đã ghi lại để kiểm tra.',
  en: 'The server met an error, which was logged.'
}

/** Answers every error once, as a problem: what the caller can mend by a sentence, the rest logged and a bare 500. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpError)
      return sendProblem(request, reply.headers(error.headers), error.statusCode, error.detail)
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [issue] = error.validation
      if (issue) return sendProblem(request, reply, 400, describeInvalidInput(issue))
    }
    if (isDatabaseBusy(error)) {
      request.log.warn({ err: error }, 'database busy')
      return sendProblem(request, reply, 503, BUSY)
    }
    if (isDatabaseAway(error)) {
      request.log.warn({ err: error }, 'database away')
      return sendProblem(request, reply, 503, AWAY)
    }
    const refusal = refusalOf(error)
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
