import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseAway, isDatabaseBusy } from '../db/database-away.ts'
import { isDiskFull } from '../db/disk-full.ts'
import { isUnstorable } from '../db/unstorable-text.ts'
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
const FULL: Bilingual = {
  vi: 'Máy chủ hết chỗ lưu nên chưa nhận được. Không có gì nhận nửa chừng; hãy gửi lại sau, hoặc báo cho người quản trị.',
  en: 'The server has no room left and could not take this. Nothing is half done; send it again later, or tell the administrator.'
}
const UNSTORABLE: Bilingual = {
  vi: 'Chữ gửi lên có ký tự không lưu được (ký tự rỗng hoặc nửa ký tự). Hãy xóa ký tự ấy hoặc gõ lại đoạn chữ rồi gửi.',
  en: 'The text holds a character that cannot be kept (a zero character, or half of one). Take it out or type the text again.'
}
const BUG: Bilingual = {
  vi: 'Máy chủ gặp lỗi và đã ghi lại để kiểm tra.',
  en: 'The server met an error, which was logged.'
}

/** What is answered to an error. */
interface Refusal {
  status: number
  detail: Bilingual
  headers?: Record<string, string>
}

function invalidInput(error: unknown): Refusal | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined
  const [issue] = error.validation
  return issue && { status: 400, detail: describeInvalidInput(issue) }
}

/** What is answered to an error; what the caller cannot mend is logged here. */
export function answerTo(error: unknown, log: Pick<FastifyBaseLogger, 'warn' | 'error'>): Refusal {
  if (error instanceof HttpError)
    return { status: error.statusCode, detail: error.detail, headers: error.headers }
  const refusal = invalidInput(error)
  if (refusal) return refusal
  if (isDatabaseBusy(error)) {
    log.warn({ err: error }, 'database busy')
    return { status: 503, detail: BUSY }
  }
  if (isDatabaseAway(error)) {
    log.warn({ err: error }, 'database away')
    return { status: 503, detail: AWAY }
  }
  if (isDiskFull(error)) {
    log.error({ err: error }, 'disk full')
    return { status: 503, detail: FULL }
  }
  if (isUnstorable(error)) return { status: 422, detail: UNSTORABLE }
  const known = refusalOf(error)
  if (known) return known
  log.error(error)
  return { status: 500, detail: BUG }
}

/** Answers every error once, as a problem: what the caller can mend by a sentence, the rest logged and a bare 500. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    const { status, detail, headers = {} } = answerTo(error, request.log)
    return sendProblem(request, reply.headers(headers), status, detail)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 404, {
      vi: 'Không có gì ở địa chỉ này. Hãy kiểm tra lại đường dẫn.',
      en: 'There is nothing at this address. Check the path.'
    })
  )
}
