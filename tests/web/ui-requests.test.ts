import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { listCommunes } from '../../server/areas/contract.ts'
import { getJson } from '../../web/http/get-json.ts'
import { Client } from '../../web/http/client.ts'
import { TIMEOUT_MS } from '../../web/http/in-time.ts'
import { sendBytes, STALL_MS } from '../../web/http/send-bytes.ts'

const ask = (signal: AbortSignal) =>
  getJson<typeof listCommunes>('/api/communes', {}, { locale: 'vi', signal })

/** What a promise comes to, as a value: nothing is rejected without anybody to see it. */
const outcome = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

/** Never settles by itself; ends as fetch does when its signal ends. */
const hang = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('ended', 'AbortError')))
  })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a server that never answers is told of as one that cannot be reached', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => hang(signal))
  const answer = outcome(ask(new AbortController().signal))
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS)

  expect(await answer).toMatchObject({ name: 'RequestError', kind: 'unreachable' })
})

test('so is an answer that stops halfway', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) =>
    Promise.resolve({ ok: true, status: 200, text: () => hang(signal) })
  )
  const answer = outcome(ask(new AbortController().signal))
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS)

  expect(await answer).toMatchObject({ name: 'RequestError', kind: 'unreachable' })
})

test('what the caller ends is ended at once, and is no failure of the server', async () => {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => hang(signal))
  const controller = new AbortController()
  const answer = outcome(ask(controller.signal))
  controller.abort()

  expect(await answer).toMatchObject({ name: 'AbortError' })
})

test('an answer in time leaves no clock running', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"communes":[]}')))

  expect(await ask(new AbortController().signal)).toEqual({ communes: [] })
  expect(vi.getTimerCount()).toBe(0)
})

/** A request whose line and server are played by the test. */
class FakeRequest extends EventTarget {
  static last: FakeRequest
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  onerror?: () => void
  onabort?: () => void
  onload?: () => void

  constructor() {
    super()
    FakeRequest.last = this
  }
  open() {}
  setRequestHeader() {}
  send() {}
  abort() {
    this.onabort?.()
    this.dispatchEvent(new Event('loadend'))
  }
  answer(status: number, body: unknown) {
    Object.assign(this, { status, responseText: JSON.stringify(body) })
    this.onload?.()
    this.dispatchEvent(new Event('loadend'))
  }
}
function beginSending() {
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const sending = sendBytes('/files', { file: new Blob(['x']), locale: 'vi', onprogress: () => undefined })
  return { sending, request: FakeRequest.last }
}

test('a file may take its time as long as something of it goes; a line over which nothing goes is given up', async () => {
  const { sending, request } = beginSending()
  let ended: unknown
  const end = outcome(sending).then((error) => (ended = error))
  for (let times = 0; times < 3; times++) {
    await vi.advanceTimersByTimeAsync(STALL_MS - 1)
    request.upload.dispatchEvent(new Event('progress'))
  }
  expect(ended).toBeUndefined()
  await vi.advanceTimersByTimeAsync(STALL_MS)
  await end

  expect(ended).toMatchObject({ name: 'RequestError', kind: 'unreachable' })
})

test('a file that comes after the session ended says so to whoever asks for the sign-in', async () => {
  const { sending, request } = beginSending()
  let isEnded = false
  const client = new Client(
    () => 'vi',
    () => (isEnded = true)
  )
  const answer = outcome(client.heard(sending))
  request.answer(401, { detail: 'Hãy đăng nhập.' })

  expect(await answer).toMatchObject({ kind: 'refused', status: 401 })
  expect(isEnded).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
