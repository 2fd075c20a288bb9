import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { communeData, box, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const routes: { method: string; url: string }[] = []

beforeAll(async () => {
  server = await startServer()
  server.app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) routes.push({ method: name, url })
  })
  await server.app.ready()
  const data = communeData(server.db)
  await data.publish('communes', [{ code: '99001', name: 'Một', geom: box(105, 18, 105.1, 18.1) }])
  await data.publish('relics', [{ name: 'Đền', geom: point(105.05, 18.05) }])
})
afterAll(() => server.stop())

const LONG = 'a'.repeat(499)
const SQL = encodeURIComponent("'; drop table village; select pg_sleep(9); --")
const SEGMENTS = [
  '%00',
  '-1',
  'NaN',
  '1e309',
  '99999999999999999999',
  '0x10',
  '%F0%9F%92%A9',
  '%E2%80%AE',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%3Cscript%3E',
  SQL,
  LONG
]
const VALUES = [
  ...SEGMENTS,
  '',
  '%20',
  ',',
  'null',
  '[]',
  '{}',
  '1,2',
  '99',
  '../..',
  '2026-02-30',
  '2026-13-01'
]
const NAMES = [
  'limit',
  'bbox',
  'datetime',
  'after',
  'collections',
  'f',
  'lang',
  'asOf',
  'knownAt',
  'operator',
  'technology',
  'k',
  'd',
  'q',
  'commune',
  'name',
  'code',
  'valid_from',
  'provisional',
  'population',
  'category',
  'state',
  'village',
  'sort',
  'service_request_id',
  'service_code',
  '__proto__',
  'constructor',
  SQL
]

/** How a refusal comes: Open311 has its own form, pages answer a browser with a page. */
function refusalType(url: string) {
  if (url.startsWith('/open311/')) return /^(text\/xml|application\/json); charset=utf-8$/
  const pages = /^\/(phan-anh|di-tich|nha-van-hoa|api\/collections\/[^/]+\/export)/.test(url)
    ? '|text\\/html'
    : ''
  return new RegExp(`^(application\\/problem\\+json${pages}); charset=utf-8$`)
}

/** What is absurd in these addresses must be refused or found empty, never break the server. */
async function expectSensible(url: string, headers: Record<string, string> = {}) {
  const response = await server.app.inject({ url, headers })
  expect([url, response.statusCode < 500]).toEqual([url, true])
  if (response.statusCode < 400) return
  const type = String(response.headers['content-type'])
  expect([url, type]).toEqual([url, expect.stringMatching(refusalType(url))])
  if (!type.startsWith('application/problem+json')) return
  const { status, title, detail } = response.json()
  expect([url, status]).toEqual([url, response.statusCode])
  expect(title).not.toBe('')
  expect(detail).toMatch(/\.$/)
}

const fill = (path: string, value: string) => path.replace(/:\w+|\*/g, value)
const readable = () => [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))]

/** A page's links have the address that was asked. */
const withoutQueries = (body: string) => body.replace(/\?[^"\s<]*/g, '')

/** Whether the route has such a parameter at all: another one is refused whatever it says, or changes nothing of a page. */
async function isKnown(url: string, name: string) {
  const { body } = await server.app.inject({ url: `${url}?${name}=x` })
  if (body.includes('Không có tham số')) return false
  return withoutQueries(body) !== withoutQueries((await server.app.inject({ url })).body)
}

// Thousands of requests one after another: on a machine that does much besides they take minutes.
describe('every route', { timeout: 600_000 }, () => {
  test('is known to this test', () => {
    expect(readable().length).toBeGreaterThan(60)
  })

  test('takes any nonsense in its path', async () => {
    for (const path of readable().filter((url) => /[:*]/.test(url))) {
      for (const segment of SEGMENTS) await expectSensible(fill(path, segment))
    }
  })

  test('takes any nonsense in its query', async () => {
    for (const path of readable()) {
      const url = fill(path, '1')
      for (const name of NAMES) {
        const values = (await isKnown(url, name)) ? VALUES : [SQL]
        for (const value of values) await expectSensible(`${url}?${name}=${value}`)
        await expectSensible(`${url}?${name}=1&${name}=2`)
        await expectSensible(`${url}?${name}`)
        await expectSensible(`${url}?${name}[a]=1&${name}.b=2`)
      }
    }
  })

  test('takes any nonsense in its headers', async () => {
    for (const path of readable()) {
      const url = fill(path, '1')
      for (const value of [',;=q', '*/*;q=NaN', 'text/html;q=-1,;q', 'x'.repeat(5000), 'W/"', '\u00ff']) {
        await expectSensible(url, { accept: value, 'accept-language': value, 'if-none-match': value })
        await expectSensible(url, { 'x-forwarded-host': value, host: value, range: value })
      }
    }
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'] as const)(
    'answers %s with what it does take',
    async (method) => {
      const takes = new Set(routes.filter((route) => route.method === method).map(({ url }) => url))
      for (const path of readable().filter((url) => !takes.has(url))) {
        const url = fill(path, '1')
        const payload = method === 'POST' || method === 'PUT' ? '{"broken' : undefined
        const response = await server.app.inject({ method, url, ...(payload ? { payload } : {}) })
        expect([url, response.statusCode]).toEqual([url, 405])
        expect(response.headers['content-type']).toMatch(refusalType(url))
        expect(response.headers.allow).toContain('GET, HEAD')
      }
    }
  )

  test('answers HEAD as GET, without a body', async () => {
    for (const path of readable()) {
      const url = fill(path, '1')
      const [head, get] = [await server.app.inject({ method: 'HEAD', url }), await server.app.inject(url)]
      expect([url, head.statusCode]).toEqual([url, get.statusCode])
      expect(head.body).toBe('')
      expect(head.headers['content-type']).toBe(get.headers['content-type'])
    }
  })
})
