/** Degrees, WGS 84. */
interface Point {
  lng: number
  lat: number
}

const EARTH_M = 6_371_008.8
const RAD = Math.PI / 180

/** Metres between two points on a sphere: good to 0.5 %. */
export function metresBetween(a: Point, b: Point): number {
  const half = (x: number, y: number) => Math.sin(((y - x) * RAD) / 2) ** 2
  const h = half(a.lat, b.lat) + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * half(a.lng, b.lng)
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Metres from the start (null: from the first point) along all points in their order. */
export function walkLength(points: readonly Point[], start: Point | null = null): number {
  const all = start ? [start, ...points] : points
  return all.slice(1).reduce((sum, point, i) => sum + metresBetween(all[i] ?? point, point), 0)
}

/** Always to the nearest that is left. */
function nearestFirst<P extends Point>(points: readonly P[], start: Point): P[] {
  const left = [...points]
  const order: P[] = []
  for (let at = start; left.length > 0;) {
    const distances = left.map((point) => metresBetween(at, point))
    const [next] = left.splice(distances.indexOf(Math.min(...distances)), 1)
    if (!next) break
    order.push(next)
    at = next
  }
  return order
}

/** What a stretch turned round would save, metres; its ends are `i` and `j`, `before` is where one comes from. */
function savedByTurning(order: readonly Point[], i: number, j: number, before: Point | null): number {
  const [first, last, after] = [order[i], order[j], order[j + 1]]
  if (!first || !last) return 0
  const way = (from: Point | null | undefined, to: Point | undefined) =>
    from && to ? metresBetween(from, to) : 0
  return way(before, first) + way(last, after) - way(before, last) - way(first, after)
}

/** Less than a millimetre is no saving: rounding would turn the same stretch for ever. */
const WORTH_M = 0.001

/** 2-opt: turns stretches round as long as that makes the walk shorter. */
function uncrossed<P extends Point>(points: readonly P[], start: Point | null): P[] {
  let order = [...points]
  for (let improved = true; improved;) {
    improved = false
    for (let i = 0; i < order.length - 1; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const before = i > 0 ? (order[i - 1] ?? null) : start
        if (savedByTurning(order, i, j, before) <= WORTH_M) continue
        order = [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)]
        improved = true
      }
    }
  }
  return order
}

/**
 * The points as a short walk from `start` (null: from the most western point) that does not come back: nearest
 * neighbour, then 2-opt. Up to some hundred points; not always the shortest of all walks. Changes nothing it is given.
 */
export function asWalk<P extends Point>(points: readonly P[], start: Point | null = null): P[] {
  const west = points.reduce<P | null>((most, point) => (most && most.lng <= point.lng ? most : point), null)
  const from = start ?? west
  return from ? uncrossed(nearestFirst(points, from), start) : []
}
