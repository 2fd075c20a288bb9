import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { warnOfProxy } from './forwarded-warning.ts'

const FORWARDED = { 'x-forwarded-for': '203.0.113.9' }

/** What is logged while two requests come from 127.0.0.1. */
async function loggedFor(trustedProxies: string[], headers: Record<string, string>) {
  const lines: string[] = []
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line) => void lines.push(line) } } })
  warnOfProxy(app, trustedProxies)
  app.get('/', async () => 'ok')
  for (let nth = 0; nth < 2; nth += 1) await app.inject({ url: '/', headers })
  await app.close()
  return lines
}

test('a proxy that is not trusted is told of once, without whose address it is', async () => {
  const lines = await loggedFor([], FORWARDED)

  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('TRUSTED_PROXIES')
  expect(lines[0]).not.toMatch(/203\.0\.113\.9|127\.0\.0\.1/)
  expect(await loggedFor(['10.0.0.0/8'], FORWARDED)).toHaveLength(1)
})

test('nothing is told of a trusted one, or where there is none', async () => {
  expect(await loggedFor(['loopback'], FORWARDED)).toEqual([])
  expect(await loggedFor([], {})).toEqual([])
})
