import type { Corner, Polygon, Shape } from './reference-geometry.ts'

/** Numbers that look random and are the same every time (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    integer,
    chance: (share: number) => next() < share,
    pick: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!,
    some: <Item>(items: readonly Item[], share: number) => items.filter(() => next() < share)
  }
}
export type Random = ReturnType<typeof randomFrom>

export const rectangle = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north]
]

const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner) =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

/** Whether no two edges of a ring touch but neighbours at their common corner. */
function isSimple(ring: readonly Corner[]) {
  const at = (index: number) => ring[index % ring.length]!
  for (let one = 0; one < ring.length; one++) {
    if (turn(at(one), at(one + 1), at(one + 2)) === 0) return false
    for (let other = one + 2; other < ring.length; other++) {
      if (one === 0 && other === ring.length - 1) continue
      const [a, b, c, d] = [at(one), at(one + 1), at(other), at(other + 1)]
      if (turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0) return false
    }
  }
  return true
}

/** Corners about a middle, in even units (so that the middle of every edge is on the grid too). */
export function star(random: Random, [x, y]: Corner, least: number, most: number): Corner[] {
  for (;;) {
    const count = random.integer(4, 9)
    const ring = Array.from({ length: count }, (_, index): Corner => {
      const angle = (2 * Math.PI * (index + random.integer(0, 40) / 100)) / count
      const radius = random.integer(least, most)
      return [
        2 * Math.round((x + radius * Math.cos(angle)) / 2),
        2 * Math.round((y + radius * Math.sin(angle)) / 2)
      ]
    })
    if (isSimple(ring)) return ring
  }
}

/** A polygon about a middle: a rectangle or a star, with or without a hole. */
function polygon(random: Random, middle: Corner, size: number): Polygon {
  const [x, y] = [2 * Math.round(middle[0] / 2), 2 * Math.round(middle[1] / 2)]
  const half = 2 * Math.round(size / 2)
  const hole = size >= 30 && random.chance(0.3) ? [star(random, [x, y], size / 8, size / 5)] : []
  return [
    random.chance(0.4)
      ? rectangle(x - half, y - half, x + half, y + half)
      : star(random, [x, y], size / 1.5, size),
    ...hole
  ]
}

/** One polygon, or two that do not touch; within 2.5 sizes of the middle. */
export function randomShape(random: Random, [x, y]: Corner, size: number): Shape {
  const first = polygon(random, [x, y], size)
  return random.chance(0.3) ? [first, polygon(random, [x + 2.2 * size + 4, y], size / 2)] : [first]
}
