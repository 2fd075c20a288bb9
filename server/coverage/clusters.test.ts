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

test('agrees with comparing every pair', () => {
  let seed = 1
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const places = Array.from({ length: 300 }, (_, id) => ({
    id,
    lng: 105.9 + 0.02 * random(),
    lat: 18 + 0.02 * random()
  }))
  const clusters = clustersOf(places, 100, 1)
  const clusterOf = new Map(
    clusters.flatMap((cluster, index) => cluster.map(({ id }) => [id, index] as const))
  )

  expect(clusters.flat()).toHaveLength(300)
  for (const one of places)
    for (const other of places)
      if (distanceM(one, other) <= 100) expect(clusterOf.get(one.id)).toBe(clusterOf.get(other.id))
})
