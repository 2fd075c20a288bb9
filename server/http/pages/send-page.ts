import type { FastifyReply } from 'fastify'
import { securityHeaders } from '../security.ts'
import { STYLE } from './style.ts'

const HEADERS = {
  ...securityHeaders(STYLE),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept-language'
}

/** Answers with a page of `documentOf`, whose style the policy allows; `more`: headers that take the place of the usual ones. */
export const sendPage = (reply: FastifyReply, page: string, more: Record<string, string> = {}) =>
  reply.headers({ ...HEADERS, ...more }).send(page)
