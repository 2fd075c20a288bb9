import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

/** An answer and how long it took, in milliseconds from the first byte out to the last byte in. */
interface Answer {
  ms: number
  headers: IncomingHttpHeaders
  text: string
}

/** Asks and waits; throws at any status but the one that is expected. */
export type Ask = (
  method: string,
  path: string,
  expected: number,
  more?: { headers?: Record<string, string>; body?: Buffer }
) => Promise<Answer>

export const base64 = (plain: string) => Buffer.from(plain).toString('base64')

/** One person's connection, kept alive; `headers` go with every request. It does little, so that the server is measured. */
export function connect(port: number, headers: Record<string, string>): { ask: Ask; end: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask: Ask = (method, path, expected, { headers: more, body } = {}) =>
    new Promise((resolve, reject) => {
      const start = performance.now()
      const length = { 'content-length': String(body?.length ?? 0) }
      const all = { ...headers, ...more, ...(method === 'GET' ? {} : length) }
      const asked = request({ agent, host: '127.0.0.1', port, method, path, headers: all }, (answer) => {
        text(answer).then((said) => {
          const ms = performance.now() - start
          if (answer.statusCode === expected) return resolve({ ms, headers: answer.headers, text: said })
          reject(new Error(`${method} ${path}: ${answer.statusCode} ${said.slice(0, 300)}`))
        }, reject)
      })
      asked.once('error', reject)
      asked.end(body)
    })
  return { ask, end: () => agent.destroy() }
}
