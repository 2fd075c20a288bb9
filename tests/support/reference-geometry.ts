import { earth } from './reference-distance.ts'

// Geometry for the reference, by other means than the product's: whole numbers for what lies inside, straight chords
// through the Earth for distances, slabs between parallels for areas. Units are 1/16384 of a degree from ORIGIN, so that
// every coordinate is exact as a whole number, as a double and in PostGIS.
const UNIT = 1 / 16384
const ORIGIN = { lng: 104, lat: 16 }

export type Corner = readonly [x: number, y: number]
/** Rings of corners, not closed: the first is the shell, the others are holes. */
export type Polygon = readonly (readonly Corner[])[]
export type Shape = readonly Polygon[]
export type Edge = readonly [ax: number, ay: number, bx: number, by: number]

export const toLngLat = ([x, y]: Corner): Corner => [ORIGIN.lng + x * UNIT, ORIGIN.lat + y * UNIT]

/** The units of a place in degrees; exact only where the place is on the grid. */
export const toUnits = ([lng, lat]: Corner): Corner => [(lng - ORIGIN.lng) / UNIT, (lat - ORIGIN.lat) / UNIT]

const ringEdges = (ring: readonly Corner[]): Edge[] =>
  ring.map(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return [x, y, nextX, nextY]
  })

const edgeCache = new WeakMap<Shape, Edge[]>()

export function edgesOf(shape: Shape): Edge[] {
  const known = edgeCache.get(shape)
  if (known) return known
  const edges = shape.flatMap((polygon) => polygon.flatMap(ringEdges))
  edgeCache.set(shape, edges)
  return edges
}

/** Whether a corner lies on an edge; exact. */
export function onEdge([x, y]: Corner, [ax, ay, bx, by]: Edge) {
  if ((bx - ax) * (y - ay) !== (by - ay) * (x - ax)) return false
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
}

/** Whether a ray to the east crosses the boundary an odd number of times. Sides are compared by products, never quotients. */
function odd([x, y]: Corner, edges: readonly Edge[]) {
  let inside = false
  for (const [ax, ay, bx, by] of edges) {
    if (ay > y === by > y) continue
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
    if (by > ay ? side > 0 : side < 0) inside = !inside
  }
  return inside
}

/** Inside or on the edge; exact for whole numbers. */
export const covers = (shape: Shape, corner: Corner) =>
  edgesOf(shape).some((edge) => onEdge(corner, edge)) || odd(corner, edgesOf(shape))

/** Where along `edge` (0 to 1) another edge meets it. */
function meetings([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): number[] {
  const ux = bx - ax
  const uy = by - ay
  const cross = ux * (dy - cy) - uy * (dx - cx)
  const along = (x: number, y: number) => ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy)
  if (cross === 0) return ux * (cy - ay) === uy * (cx - ax) ? [along(cx, cy), along(dx, dy)] : []
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  const s = ((cx - ax) * uy - (cy - ay) * ux) / cross
  return s >= 0 && s <= 1 ? [t] : []
}

const BESIDE = 1e-4

/** The parts of the shapes' edges that bound their union: those with the union on one side only. */
export function unionEdges(shapes: readonly Shape[]): Edge[] {
  const all = shapes.flatMap(edgesOf)
  const inUnion = (corner: Corner) => shapes.some((shape) => odd(corner, edgesOf(shape)))
  return all.flatMap((edge) => {
    const [ax, ay, bx, by] = edge
    const length = Math.hypot(bx - ax, by - ay)
    const cuts = [0, 1, ...all.flatMap((other) => (other === edge ? [] : meetings(edge, other)))]
    const stops = cuts.filter((t) => t >= 0 && t <= 1).sort((one, other) => one - other)
    return stops.slice(1).flatMap((end, index): Edge[] => {
      const start = stops[index]!
      if (end - start < 1e-12) return []
      const at = (t: number): Corner => [ax + t * (bx - ax), ay + t * (by - ay)]
      const [mx, my] = at((start + end) / 2)
      const nx = (BESIDE * (by - ay)) / length
      const ny = (BESIDE * (ax - bx)) / length
      return inUnion([mx + nx, my + ny]) === inUnion([mx - nx, my - ny]) ? [] : [[...at(start), ...at(end)]]
    })
  })
}

const A = 6_378_137
const E2 = 0.006_694_379_990_141_317

/** No edge further away than this is looked at; 60 units are more than 380 m. */
const REACH = 60

/** Metres from a corner to the nearest of some edges (straight in degrees): its nearest point is closed in on by thirds. */
export function distanceToEdges(corner: Corner, edges: readonly Edge[]): number {
  const [px, py, pz] = earth(toLngLat(corner))
  const [x, y] = corner
  let nearest = Infinity
  for (const [ax, ay, bx, by] of edges) {
    if (Math.min(ax, bx) - x > REACH || x - Math.max(ax, bx) > REACH) continue
    if (Math.min(ay, by) - y > REACH || y - Math.max(ay, by) > REACH) continue
    const metres = (t: number) => {
      const [qx, qy, qz] = earth(toLngLat([ax + t * (bx - ax), ay + t * (by - ay)]))
      return Math.hypot(px - qx, py - qy, pz - qz)
    }
    let [from, to] = [0, 1]
    while (to - from > 1e-9) {
      const third = (to - from) / 3
      if (metres(from + third) < metres(to - third)) to -= third
      else from += third
    }
    nearest = Math.min(nearest, metres(0), metres(1), metres((from + to) / 2))
  }
  return nearest
}

/** Square metres of one square unit at a height, on the spheroid. */
function squareUnitM2(y: number) {
  const p = ((ORIGIN.lat + y * UNIT) * Math.PI) / 180
  const w2 = 1 - E2 * Math.sin(p) ** 2
  const perRadian2 = (A * A * (1 - E2) * Math.cos(p)) / (w2 * w2)
  return perRadian2 * ((UNIT * Math.PI) / 180) ** 2
}

const GAUSS: readonly (readonly [number, number])[] = [
  [-Math.sqrt(0.6), 5 / 9],
  [0, 8 / 9],
  [Math.sqrt(0.6), 5 / 9]
]

/**
 * Square metres where `chosen` holds, told for each shape whether one is inside it. The plane is cut into slabs between
 * all corners and crossings, in which edges do not cross: between two of them everything is the same.
 */
export function areaWhere(shapes: readonly Shape[], chosen: (inside: readonly boolean[]) => boolean): number {
  const edges = shapes.flatMap((shape, index) => edgesOf(shape).map((edge) => ({ edge, index })))
  const heights = new Set<number>()
  for (const { edge } of edges) {
    heights.add(edge[1]).add(edge[3])
    for (const { edge: other } of edges) {
      if (other === edge) break
      for (const t of meetings(edge, other))
        if (t > 0 && t < 1) heights.add(edge[1] + t * (edge[3] - edge[1]))
    }
  }
  const stops = [...heights].sort((one, other) => one - other)
  let total = 0
  stops.slice(1).forEach((top, slab) => {
    const bottom = stops[slab]!
    const middle = (bottom + top) / 2
    const xAt = ([ax, ay, bx, by]: Edge, y: number) => ax + ((bx - ax) * (y - ay)) / (by - ay)
    const crossing = edges
      .filter(({ edge: [, ay, , by] }) => ay > middle !== by > middle)
      .sort((one, other) => xAt(one.edge, middle) - xAt(other.edge, middle))
    const inside = shapes.map(() => false)
    crossing.forEach(({ edge, index }, place) => {
      inside[index] = !inside[index]
      const next = crossing[place + 1]
      if (!next || !chosen(inside)) return
      for (const [node, weight] of GAUSS) {
        const y = middle + (node * (top - bottom)) / 2
        total += ((weight * (top - bottom)) / 2) * (xAt(next.edge, y) - xAt(edge, y)) * squareUnitM2(y)
      }
    })
  })
  return total
}
