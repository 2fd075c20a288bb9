import { describe, expect, test } from 'vitest'
import type { PlaceShape } from '../../../server/editing/contract.ts'
import { findCrossings } from './crossings.ts'
import { areaOf, lengthOf } from './measure.ts'
import { findOverlaps } from './overlaps.ts'
import {
  type Parts,
  partsOf,
  type Ring,
  shapeOfParts,
  withMidpoint,
  withoutCorner,
  withoutRing
} from './parts.ts'
import { findSnap, targetOf } from './snap.ts'

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y]
]
const twoParts: PlaceShape = {
  type: 'MultiPolygon',
  coordinates: [[square(0, 0, 10), square(2, 2, 2), square(6, 6, 2)], [square(20, 0, 5)]]
}
const partsWith = (shape: PlaceShape) => partsOf(shape) ?? []

describe('the parts of an area', () => {
  test('come back with every hole, and as they were', () => {
    expect(JSON.stringify(shapeOfParts(partsWith(twoParts), 'MultiPolygon'))).toBe(JSON.stringify(twoParts))
    expect(shapeOfParts([[square(0, 0, 1)]], 'Polygon')?.type).toBe('Polygon')
    expect(shapeOfParts([[square(0, 0, 1)], [square(3, 0, 1)]], 'Polygon')?.type).toBe('MultiPolygon')
    expect(shapeOfParts([], 'Polygon')).toBeNull()
    expect(partsOf({ type: 'Point', coordinates: [1, 2] })).toBeNull()
  })

  test('lose one hole, or a part with its holes, and nothing else', () => {
    const parts = partsWith(twoParts)
    expect(withoutRing(parts, { part: 0, ring: 1 })).toEqual([
      [square(0, 0, 10), square(6, 6, 2)],
      [square(20, 0, 5)]
    ])
    expect(withoutRing(parts, { part: 0, ring: 0 })).toEqual([[square(20, 0, 5)]])
  })

  test('a corner is added half way, the first can go, and three stay', () => {
    const ring = square(0, 0, 2)
    expect(withMidpoint(ring, 3)).toEqual([...ring.slice(0, 4), [0, 1], [0, 0]])
    const three = withoutCorner(ring, 0)
    expect(three).toEqual([ring[1], ring[2], ring[3], ring[1]])
    expect(withoutCorner(three ?? [], 0)).toBeNull()
  })
})

describe('where borders cross', () => {
  const of = (...rings: Ring[]) => findCrossings([rings])

  test('a bow has one place, a square none', () => {
    expect(of(square(0, 0, 1))).toEqual([])
    expect(of([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]])).toEqual([[1, 1]]) // prettier-ignore
  })

  test('a corner on another edge of its ring, and an edge that goes back, are told', () => {
    expect(of([[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]])).toEqual([[2, 0]]) // prettier-ignore
    expect(of([[0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4], [0, 0]])).toContainEqual([4, 6]) // prettier-ignore
  })

  test('a hole may touch the outline, and not cross it', () => {
    expect(of(square(0, 0, 4), [[0, 2], [1, 1], [1, 3], [0, 2]])).toEqual([]) // prettier-ignore
    expect(of(square(0, 0, 4), square(3, 1, 2))).toEqual([[4, 1], [4, 3]]) // prettier-ignore
  })
})

test('area and outline are those of the spheroid', () => {
  // PostGIS: st_area and st_perimeter of the geography.
  const parts: Parts = [[square(105.9, 18.3, 0.01)]]
  expect(areaOf(parts) / 1_170_165.873).toBeCloseTo(1, 5)
  expect(lengthOf(parts) / 4328.106_322).toBeCloseTo(1, 6)
})

describe('beside neighbours', () => {
  const neighbour = {
    label: 'Thôn Bên',
    geometry: { type: 'Polygon' as const, coordinates: [square(105.01, 18, 0.01)] }
  }

  test('a corner snaps to a corner as it is kept, else to the border, else stays', () => {
    const targets = [targetOf(square(105.01, 18, 0.01))]
    const pixels = 100_000
    expect(findSnap([105.010_05, 18.000_05], pixels, targets)).toEqual([105.01, 18])
    const foot = findSnap([105.009_95, 18.005], pixels, targets)
    expect(foot?.[0]).toBeCloseTo(105.01, 12)
    expect(foot?.[1]).toBeCloseTo(18.005, 12)
    expect(findSnap([105.009, 18.005], pixels, targets)).toBeUndefined()
  })

  test('ground that is taken is told with its size and a place in it, a border drawn twice is not', () => {
    const parts: Parts = [[square(105.001, 18, 0.01)]]
    const [overlap] = findOverlaps(parts, [neighbour])
    expect(overlap?.label).toBe('Thôn Bên')
    expect((overlap?.areaM2 ?? 0) / areaOf(parts)).toBeCloseTo(0.1, 4)
    expect(overlap?.at[0]).toBeGreaterThan(105.01)
    expect(overlap?.at[0]).toBeLessThan(105.011)
    expect(findOverlaps([[square(105, 18, 0.01)]], [neighbour])).toEqual([])
    expect(findOverlaps([[square(105, 18, 0.010_01)]], [neighbour])).toEqual([])
  })
})
