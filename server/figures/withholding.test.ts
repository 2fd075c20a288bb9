import { expect, test } from 'vitest'
import { fewestHouseholds, withheldParts } from './withholding.ts'

const withheld = (sizes: Record<string, number | null>) =>
  [
    ...withheldParts(Object.entries(sizes).map(([key, households]) => ({ key, households, adds: true }))).keys
  ].sort()

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

test('a part that adds nothing to the sums is small all the same, and hides nobody', () => {
  const parts = [
    { key: 'a', households: 4, adds: true },
    { key: 'b', households: 3, adds: false },
    { key: 'c', households: 20, adds: false },
    { key: 'd', households: 30, adds: true }
  ]

  expect([...withheldParts(parts).keys].sort()).toEqual(['a', 'b', 'd'])
})

test('a part is as small as its points or its register say, whichever is fewer', () => {
  expect(fewestHouseholds(4, 30)).toBe(4)
  expect(fewestHouseholds(12, 3)).toBe(3)
  expect(fewestHouseholds(0, 30)).toBe(30)
  expect(fewestHouseholds(12, null)).toBe(12)
  expect(fewestHouseholds(0, null)).toBeNull()
})

test('where no other part can hide a small one, the whole is withheld too', () => {
  const small = { key: 'a', households: 4, adds: true }

  expect(withheldParts([small, { key: 'b', households: 30, adds: false }]).wholeToo).toBe(true)
  expect(withheldParts([small, { key: 'b', households: 30, adds: true }]).wholeToo).toBe(false)
})
