import Fastify from 'fastify'
import { expect, test } from 'vitest'
import type { RouteRight } from './contract.ts'
import { guard } from './guard.ts'

const noDatabase = { query: () => Promise.reject(new Error('not asked')) }

function guarded(path: string, right?: RouteRight) {
  const app = Fastify()
  // Nobody asks anything of it.
  guard(app, noDatabase as unknown as Parameters<typeof guard>[1], () => 'http://localhost')
  return () => app.get(path, right ? { config: { right } } : {}, async () => 'ok')
}

test('a route of staff that does not say who may call it is not taken', () => {
  expect(guarded('/api/staff/anything')).toThrow('GET /api/staff/anything must say in config.right')
  expect(guarded('/api/staff')).toThrow('config.right')
  expect(guarded('/api/staff/anything', 'signed_in')).not.toThrow()
  expect(guarded('/api/reports')).not.toThrow()
})

test('open data is not asked who reads it', async () => {
  const app = guarded('/ogc/collections')()
  const response = await app.inject({ url: '/ogc/collections', headers: { cookie: 'diaban_session=x' } })

  expect(response.body).toBe('ok')
})
