import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from './contract.ts'
import { isLanguage, preferredLanguage, type Bilingual, type Language } from './language.ts'
import { problemPage, PROBLEM_PAGE_STYLE } from './problem-page.ts'
import { securityHeaders } from './security.ts'

const TITLES: Record<number, Bilingual> = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'Bad request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  403: { vi: 'Không được phép', en: 'Forbidden' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Không hỗ trợ phương thức này', en: 'Method not allowed' },
  406: { vi: 'Không có dạng dữ liệu được yêu cầu', en: 'Not acceptable' },
  408: { vi: 'Yêu cầu đến quá chậm', en: 'Request timeout' },
  409: { vi: 'Xung đột dữ liệu', en: 'Conflict' },
  413: { vi: 'Dữ liệu gửi lên quá lớn', en: 'Content too large' },
  414: { vi: 'Địa chỉ quá dài', en: 'URI too long' },
  415: { vi: 'Dạng dữ liệu gửi lên không được hỗ trợ', en: 'Unsupported media type' },
  422: { vi: 'Dữ liệu không dùng được', en: 'Unprocessable content' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  431: { vi: 'Phần đầu yêu cầu quá lớn', en: 'Request header fields too large' },
  500: { vi: 'Lỗi máy chủ', en: 'Internal server error' },
  503: { vi: 'Tạm thời chưa phục vụ được', en: 'Service unavailable' }
}

// A file that a person asks for by a form is refused by a page.
const FOR_MACHINES = /^\/(api(?!\/collections\/[^/]+\/export)|ogc|open311|iiif|health)(\/|\?|$)/
const RETRY_AFTER_S = 5

/** The title of a status in both languages. */
export const titleOf = (status: number): Bilingual =>
  TITLES[status] ??
  (status < 500
    ? { vi: 'Yêu cầu không hợp lệ', en: 'Bad request' }
    : { vi: 'Lỗi máy chủ', en: 'Internal server error' })

/** A problem (RFC 9457) in one language. */
export const problemOf = (status: number, detail: Bilingual, language: Language): Problem => ({
  type: 'about:blank',
  title: titleOf(status)[language],
  status,
  detail: detail[language]
})

/** What `lang` of the address says, where it names a language; else what the browser likes. */
function languageOf(request: FastifyRequest): Language {
  const given = new URLSearchParams(request.url.split('?')[1]).get('lang')
  return isLanguage(given) ? given : preferredLanguage(request.headers['accept-language'])
}

/** A person with a browser at an address that is not for programs. */
const wantsPage = ({ url, headers }: FastifyRequest) =>
  !FOR_MACHINES.test(url) && /\btext\/html\b/i.test(headers.accept ?? '')

/**
 * Sends a problem in the caller's language: `application/problem+json`, or a page to a browser that asks for one
 * outside of `/api`, `/ogc` and `/health`.
 */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, status: number, detail: Bilingual) {
  const language = languageOf(request)
  const problem = problemOf(status, detail, language)
  const asPage = wantsPage(request)
  if (status === 503) void reply.header('retry-after', String(RETRY_AFTER_S))
  void reply
    .code(status)
    .headers(securityHeaders(asPage ? PROBLEM_PAGE_STYLE : undefined))
    .header('content-language', language)
    .header('vary', 'accept, accept-language')
    .header('cache-control', 'no-store')
    .removeHeader('etag')
  if (asPage) return reply.type('text/html; charset=utf-8').send(problemPage(problem, language))
  return reply
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problem)
}
