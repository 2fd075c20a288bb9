import { expect, test } from 'vitest'
import { tilesOf } from './tiles-of.ts'

test('a commune is a few dozen tiles, and each zoom covers all of it', () => {
  const tiles = tilesOf([105.3035, 19.0397, 105.3733, 19.099], 10, 14, 500)
  expect(tiles.filter(({ z }) => z === 10)).toEqual([{ z: 10, x: 811, y: 456 }])
  expect(tiles.filter(({ z }) => z === 14)).toHaveLength(16)
  expect(tiles.length).toBeLessThan(50)
})

test('never more than asked for, coarse ones first', () => {
  const tiles = tilesOf([102, 8, 110, 23], 10, 14, 30)
  expect(tiles).toHaveLength(30)
  expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([10]))
})
