import type { FastifyReply } from 'fastify'
import { securityHeaders } from '../security.ts'
import { STYLE } from './style.ts'

const HEADERS = {
  ...securityHeaders(STYLE),
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache',
  vary: 'accept-language'
}

/** Answers with a page of `documentOf`, whose style the policy allows. */
export const sendPage = (reply: FastifyReply, page: string) => reply.headers(HEADERS).send(page)
