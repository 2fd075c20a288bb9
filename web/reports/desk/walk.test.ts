import { expect, test } from 'vitest'
import { asWalk, metresBetween, walkLength } from './walk.ts'

const at = (x: number, y: number) => ({ lng: 105.9 + x / 1000, lat: 18.34 + y / 1000 })

/** The shortest of all walks, by trying each. */
function shortest(points: { lng: number; lat: number }[], start: { lng: number; lat: number }): number {
  if (points.length === 0) return 0
  return Math.min(
    ...points.map((point, i) => metresBetween(start, point) + shortest(points.toSpliced(i, 1), point))
  )
}

test('no points, no walk', () => {
  expect(asWalk([], at(0, 0))).toEqual([])
  expect(walkLength([])).toBe(0)
})

test('a degree of latitude is about 111.2 km', () => {
  expect(metresBetween({ lng: 105, lat: 18 }, { lng: 105, lat: 19 })).toBeCloseTo(111_195, -1)
})

test('points along a road are visited along the road, whichever way they came in', () => {
  const road = [4, 0, 3, 1, 2].map((x) => ({ ...at(x, 0), x }))
  expect(asWalk(road, at(-1, 0)).map(({ x }) => x)).toEqual([0, 1, 2, 3, 4])
})

test('without a start it begins at the western end', () => {
  const road = [2, 4, 1, 3].map((x) => ({ ...at(x, 0), x }))
  expect(asWalk(road).map(({ x }) => x)).toEqual([1, 2, 3, 4])
})

test('going to the nearest first and coming back past the start is mended by turning a stretch round', () => {
  const points = [at(1, 0), at(-1.1, 0), at(3.2, 0), at(-6, 0)]
  const walk = asWalk(points, at(0, 0))
  expect(walkLength(walk, at(0, 0))).toBeCloseTo(shortest(points, at(0, 0)), 3)
})

test('every point is visited once, and what was given stays as it was', () => {
  const points = Array.from({ length: 40 }, (_, i) => ({ ...at((i * 37) % 41, (i * 17) % 23), id: i }))
  const given = structuredClone(points)
  const walk = asWalk(points, at(0, 0))
  expect(points).toEqual(given)
  expect(walk.map(({ id }) => id).sort((a, b) => a - b)).toEqual(points.map(({ id }) => id))
})

test('several points at one place end', () => {
  const same = Array.from({ length: 5 }, () => at(1, 1))
  expect(walkLength(asWalk(same, at(0, 0)), at(0, 0))).toBeCloseTo(metresBetween(at(0, 0), at(1, 1)), 6)
})

test('with seven points it is rarely longer than the shortest of all walks, and never by much', () => {
  let seed = 7
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
  const longer = Array.from({ length: 20 }, () => {
    const points = Array.from({ length: 7 }, () => at(random() * 20, random() * 20))
    const start = at(random() * 20, random() * 20)
    return walkLength(asWalk(points, start), start) / shortest(points, start)
  })
  expect(Math.max(...longer)).toBeLessThan(1.25)
  expect(longer.reduce((sum, share) => sum + share, 0) / longer.length).toBeLessThan(1.05)
})
