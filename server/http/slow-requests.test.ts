import { connect, type AddressInfo, type Socket } from 'node:net'
import Fastify from 'fastify'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { cutSlowRequests } from './slow-requests.ts'

const MINUTE_MS = 60_000
const app = Fastify()
/** What has come of the request under way. */
let came = 0
let socket: Socket | undefined

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  cutSlowRequests(app)
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => {
    came = 0
    body.on('data', (part: Buffer) => (came += part.length))
    body.on('end', () => done(null, null))
  })
  for (const takesFile of [false, true])
    app.post(takesFile ? '/file' : '/ordinary', { config: { takesFile } }, async () => ({ came }))
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => socket?.destroy())
afterAll(async () => {
  vi.useRealTimers()
  await app.close()
})

/** Announces ten bytes and sends some of them; answers what comes back. */
function begin(path: string, part: string) {
  const { port } = app.server.address() as AddressInfo
  const own = connect(port, '127.0.0.1')
  socket = own
  const back = { text: '' }
  own.on('data', (data) => (back.text += String(data)))
  own.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/octet-stream\r\n`)
  own.write(`content-length: 10\r\n\r\n${part}`)
  return back
}

const arrived = (bytes: number) => expect.poll(() => came).toBe(bytes)

test('an ordinary request that is not whole within a minute is answered 408, though something comes', async () => {
  const back = begin('/ordinary', '123')
  await arrived(3)
  socket?.write('4')
  await arrived(4)
  vi.advanceTimersByTime(MINUTE_MS)
  await expect.poll(() => back.text).toMatch(/^HTTP\/1.1 408 [^]*Yêu cầu đến quá chậm/)
})

test('a file may come for as long as something of it comes', async () => {
  const back = begin('/file', '1')
  await arrived(1)
  for (let sent = 2; sent < 10; sent += 1) {
    socket?.write('x')
    await arrived(sent)
    vi.advanceTimersByTime(MINUTE_MS)
  }
  socket?.write('x')
  await expect.poll(() => back.text).toMatch(/^HTTP\/1.1 200 [^]*"came":10/)
  expect(vi.getTimerCount()).toBe(0)
})

test('a file of which nothing came for a minute is answered 408', async () => {
  const back = begin('/file', '12')
  await arrived(2)
  vi.advanceTimersByTime(2 * MINUTE_MS)
  await expect.poll(() => back.text).toMatch(/^HTTP\/1.1 408 /)
})
