import type { FastifyInstance } from 'fastify'
import { answerTo } from '../../http/errors.ts'
import { sendError } from './answer.ts'

const RETRY_AFTER_S = '5'

const NOTHING_HERE = {
  vi: 'Không có gì ở địa chỉ này. Các địa chỉ có trong /open311/discovery.xml và chuẩn GeoReport v2.',
  en: 'There is nothing at this address. See /open311/discovery.xml and the standard GeoReport v2.'
}

/** Within this part of the program errors have the standard's form. */
export function answerAsStandard(app: FastifyInstance) {
  app.setErrorHandler((error, request, reply) => {
    const { status, detail, headers = {} } = answerTo(error, request.log)
    if (status === 503) void reply.header('retry-after', RETRY_AFTER_S)
    return sendError(request, reply.headers(headers), status, detail)
  })
  app.setNotFoundHandler((request, reply) => sendError(request, reply, 404, NOTHING_HERE))
}
