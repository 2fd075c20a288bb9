import { expect, test } from 'vitest'
import { RowDigest } from './row-digest.ts'

function digestOf(...lines: string[]) {
  const digest = new RowDigest()
  for (const line of lines) digest.add(line)
  return digest.digest
}

test('the order of rows does not matter, every row and how often it is there does', () => {
  expect(digestOf('["1"]', '["2"]')).toBe(digestOf('["2"]', '["1"]'))
  expect(digestOf('["1"]', '["2"]')).not.toBe(digestOf('["1"]', '["3"]'))
  expect(digestOf('["1"]', '["1"]')).not.toBe(digestOf('["1"]'))
  expect(digestOf('["1"]', '["1"]', '["1"]', '["1"]')).not.toBe(digestOf())
  expect(digestOf()).toMatch(/^0{64}$/)
})
