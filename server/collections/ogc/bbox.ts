import type { Bounds } from '../extents.ts'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

function withinWorld([west, south, east, north]: Bounds) {
  return [west, east].every((lng) => Math.abs(lng) <= 180) && south >= -90 && south <= north && north <= 90
}

/**
 * OGC `bbox` in CRS84: four numbers, or six with heights, which are not looked at. A box whose west lies east of its
 * east crosses the antimeridian and is answered as two. Undefined when it is not a box on the globe.
 */
export function parseBBox(text: string): Bounds[] | undefined {
  const parts = text.split(',').map((part) => part.trim())
  if (!parts.every((part) => NUMBER.test(part))) return undefined
  const numbers = parts.map(Number)
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index]) : numbers
  const [west, south, east, north, ...rest] = flat
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  const box: Bounds = [west, south, east, north]
  const heights = numbers.length === 6 ? [numbers[2] ?? 0, numbers[5] ?? 0] : [0, 0]
  if (rest.length > 0 || !withinWorld(box) || (heights[0] ?? 0) > (heights[1] ?? 0)) return undefined
  if (west <= east) return [box]
  return [
    [west, south, 180, north],
    [-180, south, east, north]
  ]
}
