import { expect, test } from 'vitest'
import { distanceM } from './distance.ts'

const place = { lng: 105.9, lat: 18.34 }

// Expected: PostGIS's st_distance on geography, which is GeographicLib's geodesic on WGS 84.
test('agrees with the geodesic', () => {
  expect(distanceM(place, { lng: 105.9, lat: 18.35 })).toBeCloseTo(1106.84357318, 5)
  expect(Math.abs(distanceM(place, { lng: 105.95, lat: 18.36 }) / 5729.61740623 - 1)).toBeLessThan(1e-6)
})

test('is the same both ways', () => {
  const other = { lng: 105.95, lat: 18.36 }

  expect(distanceM(place, other)).toBe(distanceM(other, place))
})
