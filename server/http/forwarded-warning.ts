import type { FastifyInstance } from 'fastify'
import { trustsAddress } from './proxies.ts'

const SENTENCE =
  'Có yêu cầu mang X-Forwarded-For từ một máy không nêu trong TRUSTED_PROXIES. Nếu chương trình đứng sau proxy, mọi người ' +
  'đang bị coi là cùng một địa chỉ và dùng chung các giới hạn: hãy đặt TRUSTED_PROXIES là địa chỉ của proxy.'

/**
 * Warns once in the log where a request says through whom it came and that one is not trusted: behind a proxy everybody
 * has its address then. Whose address it is, is not logged.
 */
export function warnOfProxy(app: FastifyInstance, trustedProxies: string[]): void {
  const trusts = trustsAddress(trustedProxies)
  let isTold = false
  app.addHook('onRequest', async ({ headers, socket, log }) => {
    if (isTold || headers['x-forwarded-for'] === undefined || trusts(socket.remoteAddress ?? '')) return
    isTold = true
    log.warn(SENTENCE)
  })
}
