import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Bilingual } from './language.ts'
import { problemOf, sendProblem, titleOf } from './problem.ts'
import { openDataHeaders } from './security.ts'

/** What Fastify itself refuses, by its code. */
const SENTENCES: Record<string, Bilingual> = {
  FST_ERR_BAD_URL: {
    vi: 'Địa chỉ có dấu % không đứng trước hai chữ số thập lục phân hợp lệ. Hãy mã hóa lại địa chỉ theo UTF-8.',
    en: 'The address has a % that is not followed by two valid hexadecimal digits. Encode it again, as UTF-8.'
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    vi: 'Một phần của địa chỉ dài quá 500 ký tự. Hãy rút ngắn lại.',
    en: 'A part of the address is longer than 500 characters. Make it shorter.'
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    vi: 'Dữ liệu gửi lên lớn quá mức cho phép. Hãy gửi phần nhỏ hơn.',
    en: 'What was sent is larger than allowed. Send less.'
  },
  HPE_HEADER_OVERFLOW: {
    vi: 'Phần đầu của yêu cầu (địa chỉ, tiêu đề, cookie) lớn quá mức cho phép. Hãy rút ngắn lại.',
    en: 'The head of the request (address, headers, cookies) is larger than allowed. Make it shorter.'
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    vi: 'Yêu cầu đến quá chậm nên đã bị ngắt. Hãy thử lại.',
    en: 'The request came too slowly and was cut off. Try again.'
  }
}
const UNREADABLE: Bilingual = {
  vi: 'Yêu cầu không đúng giao thức HTTP nên không đọc được.',
  en: 'The request does not follow HTTP and could not be read.'
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** A refusal by Fastify: a bad address, a body too large, JSON cut short; undefined for anything else. */
export function refusalOf(error: unknown): { status: number; detail: Bilingual } | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined
  const status = error.statusCode
  if (status < 400 || status >= 500) return undefined
  const { vi, en } = titleOf(status)
  return { status, detail: SENTENCES[codeOf(error)] ?? { vi: `${vi}.`, en: `${en}.` } }
}

/** Answers what the router cannot read, before any hook. */
export function answerBadAddress(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, detail } = refusalOf(error) ?? { status: 400, detail: UNREADABLE }
  void sendProblem(request, reply.headers(openDataHeaders(request.url)), status, detail)
}

const CLIENT_STATUS: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answers what is no HTTP request at all; its language is not known, so it is told in Vietnamese. */
export function answerClientError(error: unknown, socket: Socket) {
  const code = codeOf(error)
  if (code === 'ECONNRESET' || socket.destroyed) return
  const status = CLIENT_STATUS[code] ?? 400
  const body = JSON.stringify(problemOf(status, SENTENCES[code] ?? UNREADABLE, 'vi'))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: vi',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close'
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy()
}
