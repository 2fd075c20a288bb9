import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { precompress } from '../../server/precompress.mjs'
import { startServer, type TestServer } from '../support/server.ts'

const SCRIPT = 'export const answer = 42\n'.repeat(100)
let folder: string
let server: TestServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-web-'))
  const web = join(folder, 'web')
  mkdirSync(join(web, 'assets'), { recursive: true })
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Địa bàn</title>')
  writeFileSync(join(web, 'assets/main-C7Kdxuae.js'), SCRIPT)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  await precompress(web)
  server = await startServer({ webDir: web })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

test('the page is asked again each time, and answered 304 while it is the same', async () => {
  const page = await get('/?xa=99999')
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff'
  })
  const etag = String(page.headers.etag)
  expect((await get('/', { 'if-none-match': etag })).statusCode).toBe(304)
})

test('the page may run nothing but its own', async () => {
  const policy = String((await get('/')).headers['content-security-policy'])
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("object-src 'none'")
  expect(policy).not.toMatch(/https?:|\*/)
})

test('a file with a hash in its name is kept for ever, and sent as compressed beforehand', async () => {
  const url = '/assets/main-C7Kdxuae.js'
  const [plain, br, gzip] = [
    await get(url),
    await get(url, { 'accept-encoding': 'gzip, deflate, br' }),
    await get(url, { 'accept-encoding': 'gzip' })
  ]
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(plain.body).toBe(SCRIPT)
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(SCRIPT)
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(SCRIPT)
  for (const answer of [plain, br, gzip]) expect(answer.headers.vary).toContain('accept-encoding')
  expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([
    undefined,
    'br',
    'gzip'
  ])
})

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets\\..\\..\\secret.txt',
  '/assets/main-C7Kdxuae.js.br',
  '/assets/main-C7Kdxuae.js%00.html',
  '/assets/absent-12345678.js',
  '/.diaban/engine',
  '/assets'
])('%s is not found', async (url) => {
  const answer = await get(url)
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.body).not.toContain('secret\n')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('answers to programs are compressed where that helps, and say so to caches', async () => {
  const answer = await get('/ogc/api', { 'accept-encoding': 'br' })
  expect(answer.headers['content-encoding']).toBe('br')
  expect(answer.headers.vary).toMatch(/accept\b.*accept-encoding/)
  expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString()).openapi).toBe('3.0.3')
})
