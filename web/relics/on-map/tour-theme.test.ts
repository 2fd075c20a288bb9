import { expect, test } from 'vitest'
import { tourBounds, tourFeatures } from './tour-theme.ts'

const stop = (lng: number, lat: number) => ({ slug: 'a', name: 'A', lng, lat, isProtected: false })
const STOPS = [stop(105.1, 18.3), stop(105.3, 18.2)]

test('a tour without a way joins its stops in their order, by a line that says so', () => {
  const { features } = tourFeatures({ way: null, stops: STOPS })
  expect(features.map(({ properties }) => properties)).toEqual([
    { isWay: false },
    { number: '1' },
    { number: '2' }
  ])
  expect(features[0]?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [105.1, 18.3],
      [105.3, 18.2]
    ]
  })
})

test('a single stop has no line', () => {
  expect(tourFeatures({ way: null, stops: STOPS.slice(0, 1) }).features).toHaveLength(1)
})

test('the map shows stops and way; of a tour without stops nothing', () => {
  const way: [number, number][] = [
    [105.0, 18.3],
    [105.3, 18.4]
  ]
  expect(tourBounds({ way, stops: STOPS })).toEqual([105.0, 18.2, 105.3, 18.4])
  expect(tourBounds({ way, stops: [] })).toBeNull()
})
