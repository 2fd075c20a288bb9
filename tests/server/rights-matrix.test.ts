import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Role } from '../../server/accounts/contract.ts'
import { createStaff, headersOf, ORIGIN } from '../support/accounts.ts'
import { OPEN_COLLECTIONS, PARAMETERS, RIGHTS_TABLE } from '../support/rights-table.ts'
import { startServer, type TestServer } from '../support/server.ts'

// Every route × every role and nobody, against the table of tests/support/rights-table.ts.

type Asker = Role | 'nobody'
const ASKERS: readonly Asker[] = ['nobody', ...Role.options]

let server: TestServer
const routes = new Set<string>()
const accounts = new Map<Asker, number>()

/** Remembers a route as its methods and its path. */
function remember({ method, url }: RouteOptions) {
  for (const name of [method].flat()) routes.add(`${name} ${url}`)
}

beforeAll(async () => {
  server = await startServer({ onRoute: remember })
  await server.app.ready()
  for (const role of Role.options) accounts.set(role, (await createStaff(server.db, { role })).id)
})
afterAll(() => server.stop())

/** The line of the table: HEAD is what GET is, and an open collection like the other. */
const lineOf = (route: string) =>
  route
    .replace(/^HEAD /, 'GET ')
    .replace(/(?<=\/ogc\/collections\/)\w+/, (name) => (OPEN_COLLECTIONS.includes(name) ? '{open}' : name))

const pathOf = (url: string) =>
  url.replace(/:(\w+)(\([^)]*\))?/g, (_, name: string) => PARAMETERS[name] ?? '0').replace('*', 'x')

/** A session of its own for each question: some routes end it. */
async function statusOf(route: string, asker: Asker) {
  const [method = '', url = ''] = route.split(' ')
  const account = accounts.get(asker)
  const headers = account === undefined ? { origin: ORIGIN } : await headersOf(server.db, account)
  const hasBody = !['GET', 'HEAD', 'DELETE', 'OPTIONS'].includes(method)
  const response = await server.app.inject({
    // What routes were declared with.
    method: method as 'GET',
    url: pathOf(url),
    headers,
    ...(hasBody ? { payload: {} } : {}),
    payloadAsStream: true
  })
  // An answer that never ends (events) is cut off.
  response.stream().destroy()
  return response.statusCode
}

function isAsExpected(route: string, asker: Asker, status: number) {
  const allowed = RIGHTS_TABLE[lineOf(route)]
  if (allowed === undefined || status >= 500) return false
  if (allowed === 'secret') return status >= 400
  if (allowed === 'public') return status !== 401 && status !== 403
  if (asker === 'nobody') return status === 401
  const may = allowed === 'staff' || allowed.includes(asker)
  return may ? status !== 401 && status !== 403 : status === 403
}

test('every route stands in the table', () => {
  expect([...new Set([...routes].map(lineOf))].filter((line) => !(line in RIGHTS_TABLE))).toEqual([])
})

describe.each(ASKERS)('%s', (asker) => {
  test('is let in and refused as the table says', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      const status = await statusOf(route, asker)
      if (!isAsExpected(route, asker, status)) wrong.push(`${route}: ${status}`)
    }

    expect(wrong).toEqual([])
  })
})

test('nobody is let in by a session that has ended', async () => {
  const { cookie, origin } = await headersOf(server.db, accounts.get('administrator') ?? 0)
  await server.db.query('update session set ended_at = now()')
  const response = await server.app.inject({ url: '/api/staff/accounts', headers: { cookie, origin } })

  expect(response.statusCode).toBe(401)
})
