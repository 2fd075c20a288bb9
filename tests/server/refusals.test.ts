import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer({ listen: true })
})
afterAll(() => server.stop())

describe('a refusal', () => {
  test.each([
    ['/ogc/collections/x', { 'accept-language': 'en' }, 'There is no collection'],
    ['/ogc/collections/x', {}, 'Không có lớp dữ liệu'],
    ['/ogc/collections/x?lang=en', {}, 'There is no collection'],
    ['/ogc/collections/x?lang=vi', { 'accept-language': 'en' }, 'Không có lớp dữ liệu'],
    ['/api/communes?x=1&lang=en', {}, 'There is no parameter']
  ])('of %s with %j begins “%s”', async (url, headers, beginning) => {
    const response = await server.app.inject({ url, headers: { ...headers } })
    expect(response.json().detail).toMatch(new RegExp(`^${beginning}`))
  })

  test('is a page for a person outside of the interfaces for programs, in both languages', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
    for (const lang of ['vi', 'en']) {
      const page = await server.app.inject({ url: `/khong-co?lang=${lang}`, headers: { accept } })
      expect(page.statusCode).toBe(404)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.body).toContain(`<html lang="${lang}">`)
      const style = /<style>([^]*)<\/style>/.exec(page.body)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      expect(page.headers['content-security-policy']).toContain(`'sha256-${hash}'`)
    }
    const api = await server.app.inject({ url: '/api/khong-co', headers: { accept } })
    expect(api.headers['content-type']).toContain('application/problem+json')
  })

  test('of a tile has the headers of a document, which the tile itself does without', async () => {
    const ask = (url: string) => server.app.inject({ url, headers: { accept: '*/*' } })
    const tile = await ask('/ogc/tiles/WebMercatorQuad/8/113/202')
    const refusal = await ask('/ogc/tiles/WebMercatorQuad/8/113/999')
    expect([tile.statusCode, refusal.statusCode]).toEqual([200, 404])
    for (const { headers } of [tile, refusal])
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': '*'
      })
    expect(tile.headers['content-security-policy']).toBeUndefined()
    expect(refusal.headers['content-security-policy']).toContain("default-src 'self'")
  })

  test('of a browser that asks first is none: open data may be read from any page', async () => {
    const headers = {
      origin: 'https://example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match'
    }
    const response = await server.app.inject({
      method: 'OPTIONS',
      url: '/ogc/collections/relics/items',
      headers
    })
    expect(response.statusCode).toBe(204)
    expect(response.headers).toMatchObject({
      allow: 'GET, HEAD, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': '*'
    })
  })
})

/** What the server answers to these bytes on a connection of its own. */
function send(bytes: string) {
  const { port } = new URL(server.url)
  return new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

describe('over the wire', () => {
  const close = 'Host: a\r\nConnection: close\r\n'
  test.each([
    ['a broken percent sign', `GET /ogc/%zz HTTP/1.1\r\n${close}\r\n`, 400],
    ['bytes that are not UTF-8', `GET /ogc/collections/%ff%fe HTTP/1.1\r\n${close}\r\n`, 400],
    ['an endless part', `GET /ogc/collections/${'a'.repeat(3000)} HTTP/1.1\r\n${close}\r\n`, 414],
    ['an endless address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${close}\r\n`, 431],
    ['huge headers', `GET /ogc HTTP/1.1\r\n${close}X: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a method that nobody knows', `FROBNICATE /ogc HTTP/1.1\r\n${close}\r\n`, 400],
    ['no HTTP at all', 'select * from village\r\n\r\n', 400],
    ['a way out of the folder', `GET /../../../etc/passwd HTTP/1.1\r\n${close}\r\n`, 404],
    ['an encoded way out', `GET /assets/..%2f..%2f..%2fetc/passwd HTTP/1.1\r\n${close}\r\n`, 404],
    ['a whole address', `GET http://evil.example/ogc/x HTTP/1.1\r\n${close}\r\n`, 404]
  ])('%s', async (_, bytes, status) => {
    const answer = await send(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8')
    expect(answer).toMatch(/"detail":"[^"]+\."/)
  })
})
