import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { soonest } from './soonest.ts'

const KEPT = new Response('kept')
const said = (status: number) => Promise.resolve(new Response('new', { status }))
const never = new Promise<Response>(() => undefined)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the network comes first: a page that is gone is gone', async () => {
  expect((await soonest(said(200), KEPT)).status).toBe(200)
  expect((await soonest(said(404), KEPT)).status).toBe(404)
})

test('the copy stands in for a network that is away, ill, or too slow', async () => {
  expect(await soonest(Promise.reject(new TypeError()), KEPT)).toBe(KEPT)
  expect(await soonest(said(502), KEPT)).toBe(KEPT)
  const late = soonest(never, KEPT)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(await late).toBe(KEPT)
})

test('without a copy the network’s failure is told', async () => {
  expect((await soonest(said(502), undefined)).status).toBe(502)
  await expect(soonest(Promise.reject(new TypeError('away')), undefined)).rejects.toThrow('away')
})
