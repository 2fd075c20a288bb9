import { expect, test } from 'vitest'
import { Understood } from './understood.ts'

const meaning = { address: { z: 0, x: 0, y: 0 }, collections: [], day: undefined }
const request = (url: string, accept?: string) => ({ url, headers: accept === undefined ? {} : { accept } })

test('a request is known again by its address and what it accepts', () => {
  const understood = new Understood()
  understood.remember(request('/tile?a=1'), meaning)

  expect(understood.get(request('/tile?a=1', '*/*'))).toBe(meaning)
  expect(understood.get(request('/tile?a=1', 'text/html'))).toBeUndefined()
  expect(understood.get(request('/tile?a=2'))).toBeUndefined()
})

test.each([
  ['address', request(`/tile?collections=${'relics,'.repeat(1000)}relics`)],
  ['list of forms', request('/tile', 'a/b,'.repeat(1000))]
])('one with a long %s is not kept in memory', (_, long) => {
  const understood = new Understood()
  understood.remember(long, meaning)

  expect(understood.get(long)).toBeUndefined()
})
