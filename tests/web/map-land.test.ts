import type { FeatureCollection, Position } from 'geojson'
import { expect, test } from 'vitest'
import { overDateLine } from '../../web/basemap/land.ts'

const land = (ring: Position[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }]
})

test('an island on the date line goes on beyond it, so that no line runs around the world', () => {
  const fiji: Position[] = [
    [179, -16],
    [-179, -16],
    [-179, -17],
    [179, -17],
    [179, -16]
  ]
  const beyond: Position[] = [
    [179, -16],
    [181, -16],
    [181, -17],
    [179, -17],
    [179, -16]
  ]
  expect(overDateLine(land(fiji))).toEqual(land(beyond))
})

test('land elsewhere, and around the pole, stays as it is', () => {
  const square: Position[] = [
    [105, 19],
    [106, 19],
    [106, 20],
    [105, 19]
  ]
  const pole: Position[] = [
    [-170, -80],
    [0, -80],
    [170, -80],
    [-170, -80]
  ]
  expect(overDateLine(land(square))).toEqual(land(square))
  expect(overDateLine(land(pole))).toEqual(land(pole))
})
