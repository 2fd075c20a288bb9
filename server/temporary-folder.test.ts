import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

test('the first folder that is open is taken, the system’s own where none is', () => {
  expect(temporaryFolder(['/khong-co', tmpdir()])).toBe(tmpdir())
  expect(temporaryFolder(['/khong-co'])).toBe(tmpdir())
})
