import { inForce, type Scene } from './reference-figures.ts'
import { metresBetween } from './reference-distance.ts'
import {
  covers,
  edgesOf,
  toLngLat,
  unionEdges,
  type Corner,
  type Edge,
  type Shape
} from './reference-geometry.ts'
import { liveClaims } from './reference-maps.ts'
import type { WorldArea } from './world.ts'

// Residential land inside, safely inside and within reach of the maps, by looking at points: a lattice turned against the
// grid that all shapes are drawn on, so that no edge runs along its rows.
const TURN = 0.5
const POINTS = 20_000
/** A quarter more than the widest resolution that occurs is out of every band's reach, in units. */
const REACH = 50

/**
 * Shares of a part's residential land (0 to 1), and how far the product's may be from them. `bias`: what the product's
 * bands may be too wide; it makes low lower and high higher and never the other way. `noise`: of counting points.
 */
export interface ReferenceBands {
  low: number
  value: number
  high: number
  bias: number
  noise: number
}

type Plane = (edge: Edge, corner: Corner) => number

/** Metres from a corner to an edge in a plane whose scale is the middle's: over 3 km good to a centimetre in 100 m. */
function planeAbout([x, y]: Corner): Plane {
  const [west, east] = [toLngLat([x - 50, y]), toLngLat([x + 50, y])]
  const [south, north] = [toLngLat([x, y - 50]), toLngLat([x, y + 50])]
  const [sx, sy] = [metresBetween(west, east) / 100, metresBetween(south, north) / 100]
  return ([ax, ay, bx, by], [px, py]) => {
    const [ux, uy, vx, vy] = [(bx - ax) * sx, (by - ay) * sy, (px - ax) * sx, (py - ay) * sy]
    const t = Math.min(1, Math.max(0, (ux * vx + uy * vy) / (ux * ux + uy * uy)))
    return Math.hypot(vx - t * ux, vy - t * uy)
  }
}

interface Box {
  west: number
  south: number
  east: number
  north: number
}

function boxOf(shapes: readonly Shape[]): Box {
  const corners = shapes.flatMap(edgesOf)
  const pick = (index: 0 | 1) => corners.map((edge) => edge[index])
  const [xs, ys] = [pick(0), pick(1)]
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) }
}

const common = (one: Box, other: Box): Box => ({
  west: Math.max(one.west, other.west),
  south: Math.max(one.south, other.south),
  east: Math.min(one.east, other.east),
  north: Math.min(one.north, other.north)
})

const near = (edges: readonly Edge[], { west, south, east, north }: Box) =>
  edges.filter(
    ([ax, ay, bx, by]) =>
      Math.max(ax, bx) > west - REACH &&
      Math.min(ax, bx) < east + REACH &&
      Math.max(ay, by) > south - REACH &&
      Math.min(ay, by) < north + REACH
  )

function* lattice({ west, south, east, north }: Box, step: number): Generator<Corner> {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const most = Math.ceil(Math.hypot(east - west, north - south) / 2 / step)
  for (let i = -most; i <= most; i++)
    for (let j = -most; j <= most; j++) {
      const px = x + step * (i * Math.cos(TURN) - j * Math.sin(TURN))
      const py = y + step * (i * Math.sin(TURN) + j * Math.cos(TURN))
      if (px > west && px < east && py > south && py < north) yield [px, py]
    }
}

/** What one delivery says of a point: 3 safe, 2 covered, 1 near, 0 none of these. */
function depthsIn(scene: Scene, commune: WorldArea, box: Box) {
  const distance = planeAbout([(box.west + box.east) / 2, (box.south + box.north) / 2])
  const within = (edges: readonly Edge[], corner: Corner, metres: number) =>
    edges.some((edge) => distance(edge, corner) < metres)
  const deliveries = inForce(scene, commune).maps.flatMap((map) => map.deliveries)
  return deliveries.map((delivery) => {
    const live = liveClaims(delivery, scene.moment.day)
    const claims = live.map(({ shape, resolutionM }) => ({
      shape,
      resolutionM,
      edges: near(edgesOf(shape), box)
    }))
    const coarsest = Math.max(0, ...live.map(({ resolutionM }) => resolutionM))
    const bounds = near(unionEdges(live.map(({ shape }) => shape)), box)
    const edges = claims.flatMap((claim) => claim.edges)
    const depth = (corner: Corner): 0 | 1 | 2 | 3 => {
      if (claims.some(({ shape }) => covers(shape, corner))) return within(bounds, corner, coarsest) ? 2 : 3
      return claims.some((claim) => within(claim.edges, corner, claim.resolutionM)) ? 1 : 0
    }
    return { coarsest, edges, depth }
  })
}

/** How long edges are in a box and within a band's reach of it, in units: looked at in forty pieces each. */
function lengthOf(edges: readonly Edge[], { west, south, east, north }: Box) {
  const isIn = (x: number, y: number) =>
    x > west - REACH && x < east + REACH && y > south - REACH && y < north + REACH
  const pieces = Array.from({ length: 40 }, (_, index) => (index + 0.5) / 40)
  return edges.reduce((sum, [ax, ay, bx, by]) => {
    const inside = pieces.filter((t) => isIn(ax + t * (bx - ax), ay + t * (by - ay)))
    return sum + (Math.hypot(bx - ax, by - ay) * inside.length) / pieces.length
  }, 0)
}

/** Metres of the shortest unit there is: one of longitude at 24° N. */
const UNIT_M = 6.2
/** What the product's bands are drawn too wide, as a share of the resolution (server/coverage/residential-sql.ts). */
const WIDER = 0.0021
/**
 * A lattice point stands for a cell of step², and errs where a boundary crosses its cell: 0.3 cells of every step of
 * boundary, in either direction at random. Six times that does not happen by chance in some thousand parts.
 */
const NOISE = 6 * 0.3

type Maps = ReturnType<typeof depthsIn>

const deepest = (maps: Maps, corner: Corner) =>
  maps.reduce<0 | 1 | 2 | 3>((best, map) => {
    const depth = map.depth(corner)
    return depth > best ? depth : best
  }, 0)

/** How many chosen corners lie outside of everything, near, covered, safe: each as deep as the best map has it. */
function countDepths(corners: Iterable<Corner>, chosen: (corner: Corner) => boolean, maps: Maps) {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const corner of corners) if (chosen(corner)) counts[deepest(maps, corner)]++
  return counts
}

/** Undefined where a part has no residential land. */
export function referenceBands(
  scene: Scene,
  commune: WorldArea,
  part: WorldArea
): ReferenceBands | undefined {
  const { homes } = scene.world
  if (homes.length === 0) return undefined
  const ranked = [...scene.villages, ...scene.communes]
  const before = ranked.slice(0, ranked.indexOf(part)).map(({ shape }) => shape)
  const box = common(boxOf(homes), boxOf([part.shape]))
  if (box.west >= box.east || box.south >= box.north) return undefined
  const area = (box.east - box.west) * (box.north - box.south)
  const step = Math.sqrt(area / POINTS)
  const maps = depthsIn(scene, commune, box)
  const isHome = (corner: Corner) =>
    covers(part.shape, corner) &&
    homes.some((shape) => covers(shape, corner)) &&
    !before.some((shape) => covers(shape, corner))
  const [none, reached, covered, safe] = countDepths(lattice(box, step), isHome, maps)
  const whole = none + reached + covered + safe
  if (whole === 0) return undefined
  const units = whole * step * step
  const bands = maps.reduce(
    (sum, { coarsest, edges }) => sum + WIDER * (coarsest / UNIT_M) * lengthOf(edges, box),
    0
  )
  const lines = lengthOf(
    [...maps.flatMap(({ edges }) => edges), ...[...homes, part.shape].flatMap(edgesOf)],
    box
  )
  return {
    low: safe / whole,
    value: (safe + covered) / whole,
    high: (safe + covered + reached) / whole,
    bias: bands / units,
    noise: (NOISE * step ** 1.5 * Math.sqrt(lines)) / units
  }
}
