import type { Geometry, Position } from 'geojson'

const [WEST, SOUTH] = [105.02, 20.02]
const square = (x: number, y: number, size: number) =>
  at(
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size]
    ],
    1
  )

/** A closed ring of corners in steps from Phường Một's south-west. */
function at(corners: readonly (readonly [number, number])[], step = 0.001): Position[] {
  const ring = corners.map(([x, y]) => [WEST + x * step, SOUTH + y * step])
  return [...ring, ring[0] ?? []]
}

const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings })
const several = (...polygons: Position[][][]): Geometry => ({ type: 'MultiPolygon', coordinates: polygons })

/** Wrong in the ways that drawing programs and people have found. */
const KNOWN: Record<string, Geometry> = {
  'a bow tie': polygon(
    at([
      [0, 0],
      [5, 5],
      [5, 0],
      [0, 5]
    ])
  ),
  'a small loop': polygon(
    at([
      [0, 0],
      [50, 0],
      [50, 50],
      [0, 50],
      [0, 1],
      [-0.1, 0.5],
      [0.1, 0.5],
      [0, 0.9]
    ])
  ),
  'a shell in a shell': several([square(0, 0, 0.02)], [square(0.005, 0.005, 0.005)]),
  'one shell twice': several([square(0, 0, 0.02)], [square(0, 0, 0.02)]),
  'shells that overlap': several([square(0, 0, 0.02)], [square(0.01, 0.01, 0.02)]),
  'a shared edge': several([square(0, 0, 0.01)], [square(0.01, 0, 0.01)]),
  'a ring that touches itself': polygon(
    at([
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 0],
      [0, 10]
    ])
  ),
  'a hole by way of its shell': polygon(
    at([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
      [2, 2],
      [2, 4],
      [4, 4],
      [4, 2],
      [2, 2],
      [0, 0]
    ])
  ),
  'a hole outside': polygon(square(0, 0, 0.01), square(0.02, 0, 0.005)),
  'a hole across': polygon(square(0, 0, 0.01), square(0.005, 0.005, 0.01)),
  'a hole as large as its shell': polygon(square(0, 0, 0.01), square(0, 0, 0.01)),
  'a hole in a hole': polygon(square(0, 0, 0.02), square(0.002, 0.002, 0.01), square(0.004, 0.004, 0.002)),
  'corners twice': polygon(
    at([
      [0, 0],
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 10],
      [5, 5],
      [10, 10],
      [0, 10]
    ])
  ),
  'a spike': polygon(
    at([
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 30],
      [10, 10],
      [0, 10]
    ])
  ),
  'nothing but a spike': polygon(
    at([
      [0, 0],
      [10, 10],
      [0, 0],
      [5, 5]
    ])
  ),
  'no area': polygon(
    at([
      [0, 0],
      [10, 0],
      [5, 0]
    ])
  ),
  'a needle': polygon(
    at([
      [0, 0],
      [1e-9, 5],
      [0, 10],
      [1e-9, 2]
    ])
  ),
  'there and back': polygon(
    at([
      [0, 0],
      [10, 0],
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0]
    ])
  )
}

/** The same numbers from 0 to 1 for the same seed. */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Rings through corners at random, every third on a coarse grid, every fifth one of several. */
function scribble(seed: number): Geometry {
  const next = numbersFrom(seed)
  const count = 4 + Math.floor(next() * (seed % 4 === 0 ? 300 : 30))
  const place = (value: number) => (seed % 3 === 0 ? Math.round(value * 10) : value * 10)
  const ring = (corners: number) =>
    at(Array.from({ length: corners }, () => [place(next()), place(next())] as const))
  const first = ring(count)
  return seed % 5 === 0 ? several([first], [ring(count)], [square(0, 0, 0.005), ring(5)]) : polygon(first)
}

/** Corners nearly on one line, there and back, off by the last digits. */
function hair(seed: number): Geometry {
  const next = numbersFrom(seed)
  const there = Array.from({ length: 20 }, (_, i) => [i + next() * 1e-9, i / 3 + next() * 1e-9] as const)
  const back = there.map(([x, y]) => [x + (next() - 0.5) * 1e-9, y + next() * 1e-9] as const).reverse()
  return polygon(at([...there, ...back], 1e-5))
}

const numbered = (name: string, count: number, make: (seed: number) => Geometry): [string, Geometry][] =>
  Array.from({ length: count }, (_, index) => [`${name} ${index + 1}`, make(index + 1)])

/** Broken areas inside Phường Một (`import-folder.ts`), by name. With st_makevalid three scribbles end the embedded engine. */
export const BROKEN_RINGS: readonly [string, Geometry][] = [
  ...Object.entries(KNOWN),
  ...numbered('scribble', 30, scribble),
  ...numbered('hair', 20, hair)
]
