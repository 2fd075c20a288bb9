import { expect, test } from 'vitest'
import { withheldParts } from './withholding.ts'

const withheld = (sizes: Record<string, number | null>) =>
  [...withheldParts(Object.entries(sizes).map(([key, households]) => ({ key, households })))].sort()

test('nothing is withheld from five households on', () => {
  expect(withheld({ a: 5, b: 80 })).toEqual([])
})

test('one small part takes the next smallest with it, or the rest would give it away', () => {
  expect(withheld({ a: 4, b: 80, c: 60, d: 70 })).toEqual(['a', 'c'])
})

test('two small parts hide each other', () => {
  expect(withheld({ a: 4, b: 3, c: 60 })).toEqual(['a', 'b'])
})

test('two parts that are small together take a third', () => {
  expect(withheld({ a: 2, b: 2, c: 60, d: 61 })).toEqual(['a', 'b', 'c'])
})

test('a part without households is not withheld and hides nobody', () => {
  expect(withheld({ a: 4, b: 0, c: 60 })).toEqual(['a', 'c'])
})

test('a part of unknown size hides nobody', () => {
  expect(withheld({ a: 4, b: null, c: 60 })).toEqual(['a', 'c'])
})
