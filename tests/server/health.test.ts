import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('says that it lives', async () => {
  const response = await server.app.inject('/health/live')

  expect(response.json()).toEqual({ status: 'ok' })
})

test('is ready once the database is migrated', async () => {
  const response = await server.app.inject('/health/ready')

  expect(response.statusCode).toBe(200)
})

test('answers an unknown address with a problem in Vietnamese', async () => {
  const response = await server.app.inject('/nowhere')

  expect(response.statusCode).toBe(404)
  expect(response.headers['content-type']).toContain('application/problem+json')
  expect(response.json()).toMatchObject({ title: 'Không tìm thấy', status: 404 })
})

test('answers in English where the caller prefers it', async () => {
  const response = await server.app.inject({
    url: '/nowhere',
    headers: { 'accept-language': 'en-GB,vi;q=0.5' }
  })

  expect(response.json().detail).toBe('There is nothing at this address. Check the path.')
})
test('refuses a parameter that it does not know, by name', async () => {
  const response = await server.app.inject('/health/live?verbose=1')

  expect(response.statusCode).toBe(400)
  expect(response.json().detail).toBe('Không có tham số «verbose».')
})
