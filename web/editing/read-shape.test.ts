import { expect, test } from 'vitest'
import { closeRings, readShape } from './read-shape.ts'

const OPEN = [
  [105, 18],
  [105.1, 18],
  [105.1, 18.1],
  [105, 18.1]
]
const CLOSED = [...OPEN, [105, 18]]

test('a ring that was left open is closed with all its corners, and counted', () => {
  const shape = readShape(JSON.stringify({ type: 'MultiPolygon', coordinates: [[CLOSED, OPEN], [OPEN]] }))
  expect(closeRings(shape!)).toEqual({
    shape: { type: 'MultiPolygon', coordinates: [[CLOSED, CLOSED], [CLOSED]] },
    closed: 2
  })
  const line = { type: 'LineString', coordinates: OPEN } as const
  expect(closeRings({ ...line, coordinates: [...OPEN] })).toEqual({ shape: line, closed: 0 })
})
