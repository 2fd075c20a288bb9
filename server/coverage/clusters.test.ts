import { expect, test } from 'vitest'
import { distanceM } from '../figures/distance.ts'
import { clustersOf } from './clusters.ts'

const M = 1 / 110_600
const row = (...norths: number[]) => norths.map((north) => ({ lng: 105.9, lat: 18 + north * M }))

test('joins what a chain of near places connects', () => {
  const sizes = clustersOf(row(0, 90, 180, 400, 480), 100, 2).map((cluster) => cluster.length)

  expect(sizes).toEqual([3, 2])
})

test('leaves out clusters of fewer places', () => {
  expect(clustersOf(row(0, 90, 400), 100, 3)).toEqual([])
})

test('the bound itself still joins', () => {
  const pair = row(0, 90)
  const apart = distanceM(pair[0]!, pair[1]!)

  expect(clustersOf(pair, apart, 2)).toHaveLength(1)
  expect(clustersOf(pair, apart - 1e-6, 2)).toHaveLength(0)
})

test.each([30, 100, 400])('agrees with flooding from place to place, %i m', (metres) => {
  let seed = 1
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const places = Array.from({ length: 300 }, (_, id) => ({
    id,
    lng: 105.9 + 0.02 * random(),
    lat: 18 + 0.02 * random()
  }))
  const left = new Set(places)
  const flooded = places.flatMap((start) => {
    if (!left.delete(start)) return []
    const cluster = [start]
    for (const one of cluster)
      for (const other of left) if (distanceM(one, other) <= metres && left.delete(other)) cluster.push(other)
    return [cluster.map(({ id }) => id).sort((one, other) => one - other)]
  })

  expect(clustersOf(places, metres, 1).map((cluster) => cluster.map(({ id }) => id))).toEqual(flooded)
})

test('a whole province of homes is put together at once', () => {
  let seed = 7
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const places = Array.from({ length: 200_000 }, () => ({
    lng: 105.9 + 0.1 * random(),
    lat: 18 + 0.1 * random()
  }))

  // By pairs it would take minutes, and the test would be ended.
  expect(clustersOf(places, 1000, 1)).toHaveLength(1)
})
