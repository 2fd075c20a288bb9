import { expect, test } from 'vitest'
import { DiskFull, isDiskFull } from './disk-full.ts'

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test.each([
  failure('write', { code: 'ENOSPC' }),
  failure('could not extend file', { code: '53100' }),
  failure('error: could not extend file "base/5/1": No space left on device'),
  new Error('migration failed', { cause: failure('write', { code: 'ENOSPC' }) })
])('%s is a full disk', (error) => {
  expect(isDiskFull(error)).toBe(true)
})

test('other failures are not; the sentence names the folder', () => {
  expect(isDiskFull(failure('Connection terminated', { code: '57P01' }))).toBe(false)
  expect(new DiskFull('/srv/du-lieu').message).toMatch(/\/srv\/du-lieu đã đầy.*DATA_DIR/)
})
