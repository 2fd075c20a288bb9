import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { trustsAddress } from './proxies.ts'
import { publicUrlOf } from './public-url.ts'

const FORWARDED = {
  host: 'inner:8080',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'ban-do.vn',
  'x-forwarded-prefix': '/xa/'
}

/** What a route calls its own address when this peer asks. */
async function addressFor(
  config: { publicUrl?: string; trustedProxies?: string[] },
  headers: Record<string, string>
) {
  const { publicUrl, trustedProxies = [] } = config
  const app = Fastify({ trustProxy: trustedProxies.length > 0 && trustsAddress(trustedProxies) })
  const address = publicUrlOf({ publicUrl, trustedProxies })
  app.get('/', async (request) => address(request))
  const response = await app.inject({ url: '/', headers, remoteAddress: '10.1.2.3' })
  return response.body
}

test('is PUBLIC_URL whatever the request says', async () => {
  expect(await addressFor({ publicUrl: 'https://a.vn/x' }, FORWARDED)).toBe('https://a.vn/x')
})

test('is the request’s own host where no proxy is trusted', async () => {
  expect(await addressFor({}, FORWARDED)).toBe('http://inner:8080')
})

test('follows a trusted proxy, with its prefix', async () => {
  expect(await addressFor({ trustedProxies: ['10.0.0.0/8'] }, FORWARDED)).toBe('https://ban-do.vn/xa')
})

test('does not follow a peer outside the trusted range', async () => {
  expect(await addressFor({ trustedProxies: ['loopback'] }, FORWARDED)).toBe('http://inner:8080')
})

test('never repeats a host or a prefix that is not one', async () => {
  const hostile = { ...FORWARDED, 'x-forwarded-host': 'a.vn"><script>', 'x-forwarded-prefix': '//evil.vn' }

  expect(await addressFor({ trustedProxies: ['10.1.2.3'] }, hostile)).toBe('https://localhost')
})
