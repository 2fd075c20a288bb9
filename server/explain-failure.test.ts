import { expect, test } from 'vitest'
import { explainFailure } from './explain-failure.ts'

const failure = (message: string, more: object) => Object.assign(new Error(message), more)

test.each([
  [
    failure('listen EADDRINUSE :::80', { code: 'EADDRINUSE', syscall: 'listen' }),
    'Hãy đặt PORT sang cổng khác'
  ],
  [failure('listen EACCES', { code: 'EACCES', syscall: 'listen' }), 'Hãy đặt PORT từ 1024 trở lên'],
  [failure('listen', { code: 'EADDRNOTAVAIL', syscall: 'listen' }), 'Hãy đặt HOST sang địa chỉ của máy'],
  [failure('getaddrinfo', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'Hãy kiểm tra lại HOST'],
  [failure('password', { code: '28P01' }), 'Mật khẩu trong DATABASE_URL không đúng (password).'],
  [failure('Unable to ensure: error: permission denied\n    at x', {}), 'chưa đủ quyền'],
  [failure('Definitions of migrations 0099_x have been deleted.', {}), 'Hãy chạy bản mới hơn đó']
])('%s is told as a sentence', (error, sentence) => {
  const told = explainFailure(error)
  expect(told).toContain(sentence)
  expect(told).not.toContain('    at ')
})

test('a bug is told with its stack', () => {
  expect(explainFailure(new TypeError('x is not a function'))).toMatch(/^TypeError: x[^]* at /)
})
