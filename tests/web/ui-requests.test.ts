import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { listCommunes } from '../../server/areas/contract.ts'
import { getJson } from '../../web/http/get-json.ts'
import { TIMEOUT_MS } from '../../web/http/in-time.ts'

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
