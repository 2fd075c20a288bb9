import { expect, test } from 'vitest'
import { siteOrigin } from './site-origin.ts'

test.each([
  ['https://xa.example.vn', 'https://xa.example.vn'],
  ['  HTTPS://Xa.Example.VN/trang-chu?a=1#b ', 'https://xa.example.vn'],
  ['xa.example.vn/ban-do', 'https://xa.example.vn'],
  ['http://cong.example.vn:8081/', 'http://cong.example.vn:8081'],
  ['https://xa.example.vn:443', 'https://xa.example.vn'],
  ['https://*.tinh.example.vn', 'https://*.tinh.example.vn'],
  ['*.tinh.example.vn', 'https://*.tinh.example.vn'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://192.168.1.20', 'http://192.168.1.20'],
  ['https://xã.example.vn', 'https://xn--x-yfa.example.vn']
])('%s is %s', (typed, origin) => {
  expect(siteOrigin(typed)).toBe(origin)
})

test.each([
  '',
  '*',
  'https://*',
  'https://*.vn',
  'https://*.gov.vn',
  "'self'",
  'https:',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://xa.example.vn',
  'https://user:secret@xa.example.vn',
  "https://xa.example.vn; script-src 'unsafe-inline'",
  'https://xa.example.vn https://khac.example.vn',
  'https://a*.example.vn',
  'https://[::1]',
  'xã'
])('%s names no website', (typed) => {
  expect(siteOrigin(typed)).toBeNull()
})
