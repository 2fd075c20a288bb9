import { expect, test } from 'vitest'
import { packOf, type PackPage } from './pack.ts'
import type { PackMedium } from './pack-queries.ts'
import { weightOf } from './tour-weight.ts'

const hash = (letter: string) => letter.repeat(64)
const shows = (...letters: string[]): PackPage => {
  const html = letters.map((letter) => `<img src="/api/media/${hash(letter)}">`).join('')
  return { path: `/di-tich/${letters.join('')}`, from: '', html }
}
const medium = (letter: string, bytes: number, isSound: boolean): PackMedium => ({
  ...{ sha256: hash(letter), bytes, isSound },
  ...(isSound ? { small: null, smallBytes: null } : { small: hash('f'), smallBytes: 10 })
})
const STOPS = [
  { slug: 'dinh', name: 'Đình' },
  { slug: 'chua', name: 'Chùa' }
]
const MEDIA = [medium('a', 900, false), medium('b', 300, false), medium('c', 500, true)]
// The tour's own page, then those of its stops; the picture a is on both.
const PAGES = [shows('a'), shows('a'), shows('a', 'b', 'c')]

test('names the heaviest stop first, and counts what two show at the first of them', () => {
  const { stops, bytes, rest } = weightOf(packOf(PAGES, MEDIA, new Map()), PAGES, MEDIA, STOPS)
  expect(stops).toEqual([
    { ...STOPS[0], pictures: { count: 1, bytes: 900 }, sounds: { count: 0, bytes: 0 } },
    { ...STOPS[1], pictures: { count: 1, bytes: 300 }, sounds: { count: 1, bytes: 500 } }
  ])
  expect(rest).toBe(bytes - 1700)
})

test('of a pack that had to be made smaller it says what it would weigh whole', () => {
  const pack = packOf(PAGES, MEDIA, new Map(), 1_400)
  const { isReduced, fits, bytes, wholeBytes } = weightOf(pack, PAGES, MEDIA, STOPS)
  expect([isReduced, fits]).toEqual([true, true])
  expect(wholeBytes - bytes).toBe(900 + 300 - 20)
})
