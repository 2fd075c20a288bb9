import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD, createStaff, headersOf, signedIn } from '../support/accounts.ts'
import { startServer, type TestServer } from '../support/server.ts'

// Requests that a foreign page makes with the browser of somebody who is signed in.

let server: TestServer
let behindTls: TestServer

beforeAll(async () => {
  server = await startServer()
  behindTls = await startServer({ publicUrl: 'https://diaban.langson.gov.vn' })
})
afterAll(async () => {
  await server.stop()
  await behindTls.stop()
})

async function endSessions(headers: Record<string, string>) {
  const { headers: own } = await signedIn(server.db)
  const response = await server.app.inject({
    method: 'DELETE',
    url: '/api/staff/sessions',
    headers: { cookie: own.cookie, ...headers }
  })
  return response.statusCode
}

test.each([
  ['from our own page', { origin: 'http://localhost' }, 200],
  [
    'from our own page, as the browser says',
    { 'sec-fetch-site': 'same-origin', origin: 'http://x.invalid' },
    200
  ],
  ['from a foreign page', { origin: 'https://evil.example' }, 403],
  ['from a page without an origin', { origin: 'null' }, 403],
  [
    'from a neighbour below the same domain',
    { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
    403
  ],
  [
    'from a foreign page, as the browser says',
    { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
    403
  ],
  ['from another port of the same host', { origin: 'http://localhost:8081' }, 403],
  ['that says nothing of where it comes from', {}, 403]
])('an unsafe request %s', async (_name, headers, status) => {
  expect(await endSessions(headers)).toBe(status)
})

test('nobody is signed in by a foreign page to an account of its own', async () => {
  const { login } = await createStaff(server.db, { password: PASSWORD })
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { origin: 'https://evil.example' },
    payload: { login, password: PASSWORD }
  })

  expect(response.statusCode).toBe(403)
  expect(response.cookies).toEqual([])
})

test('the refusal comes before the body is read', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/staff/accounts',
    headers: { origin: 'http://localhost', 'content-type': 'application/json' },
    payload: '{"cut short'
  })

  expect(response.statusCode).toBe(401)
})

test('no answer to staff may be read by another page or kept', async () => {
  const { headers } = await signedIn(server.db)
  for (const url of ['/api/staff/session', '/api/staff/units', '/api/st%61ff/units', '/api/staff/nothing']) {
    const response = await server.app.inject({ url, headers })

    expect(response.headers['access-control-allow-origin'], url).toBeUndefined()
    expect(response.headers['cache-control'], url).toBe('no-store')
  }
  const open = await server.app.inject({ url: '/api/communes', headers })
  expect(open.headers['access-control-allow-origin']).toBe('*')
})

test('a preflight of a foreign page is not let through', async () => {
  const response = await server.app.inject({
    method: 'OPTIONS',
    url: '/api/staff/accounts',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' }
  })

  expect(response.headers['access-control-allow-origin']).toBeUndefined()
})

test('behind TLS a page of the same host that came without it is foreign', async () => {
  const { id } = await createStaff(behindTls.db)
  const { cookie } = await headersOf(behindTls.db, id)
  const status = async (origin: string) => {
    const headers = {
      origin,
      cookie: cookie.replace('diaban_', '__Host-diaban_'),
      host: 'diaban.langson.gov.vn'
    }
    return (await behindTls.app.inject({ method: 'DELETE', url: '/api/staff/session', headers })).statusCode
  }

  expect(await status('http://diaban.langson.gov.vn')).toBe(403)
  expect(await status('https://diaban.langson.gov.vn')).toBe(204)
})

test('behind TLS the cookie is Secure and bound to the host', async () => {
  const { login, id } = await createStaff(behindTls.db, { password: PASSWORD })
  const origin = 'https://diaban.langson.gov.vn'
  const response = await behindTls.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { origin },
    payload: { login, password: PASSWORD }
  })
  const session = response.cookies.find(({ name }) => name === '__Host-diaban_session')
  const { cookie } = await headersOf(behindTls.db, id)
  const plain = await behindTls.app.inject({ url: '/api/staff/session', headers: { cookie } })

  expect(session).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(session).not.toHaveProperty('domain')
  // A cookie without the prefix may have been put there by a neighbour.
  expect(plain.json().actor).toBeNull()
})
