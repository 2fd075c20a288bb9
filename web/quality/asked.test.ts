import { expect, test } from 'vitest'
import { understood } from './asked.ts'

test('what only another section asks for is not asked, what this one knows is', () => {
  const known = { commune: '10001', kind: 'gap', state: 'open', unit: '12', mine: 'true' } as const

  expect(understood(known)).toEqual(known)
  expect(understood({ kind: 'noise', state: 'received', unit: 'none' })).toEqual({})
  expect(understood({ kind: 'toString', unit: '123456789012345' })).toEqual({})
})
