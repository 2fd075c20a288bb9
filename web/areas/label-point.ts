import type { Position } from 'geojson'

/** Rows looked at; more would move the point by less than a letter's height. */
const ROWS = 15

interface Span {
  from: number
  to: number
}

/**
 * A point well inside a polygon (rings in degrees, holes respected): of several rows across it, the middle of the span
 * that is wide and lies near the middle of the polygon's height. A ring without area gives its first corner.
 */
export function labelPoint(rings: Position[][]): [number, number] {
  const ys = (rings[0] ?? []).map(([, y = 0]) => y)
  const bottom = Math.min(...ys)
  const height = Math.max(...ys) - bottom
  let best = { score: -1, at: [rings[0]?.[0]?.[0] ?? 0, rings[0]?.[0]?.[1] ?? 0] as [number, number] }
  for (let row = 1; row <= ROWS; row++) {
    const share = row / (ROWS + 1)
    const y = bottom + height * share
    for (const { from, to } of spansAt(rings, y)) {
      const score = (to - from) * (1 - Math.abs(share - 0.5))
      if (score > best.score) best = { score, at: [(from + to) / 2, y] }
    }
  }
  return best.at
}

/** Where the row at `y` is inside, from west to east. */
function spansAt(rings: Position[][], y: number): Span[] {
  const crossings = rings.flatMap((ring) => ring.flatMap((corner, i) => crossing(corner, ring[i + 1], y)))
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: crossings[i + 1] ?? from }] : []))
}

function crossing([x1 = 0, y1 = 0]: Position, next: Position | undefined, y: number): number[] {
  const [x2 = 0, y2 = 0] = next ?? [x1, y1]
  if (y1 > y === y2 > y) return []
  return [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
}
