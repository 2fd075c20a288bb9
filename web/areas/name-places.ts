import type { Position } from 'geojson'

/** A point or a distance in CSS pixels of the whole world's map at one zoom: x to the east, y to the south. */
export interface Pixel {
  x: number
  y: number
}
/** What a name may not lie on: the middle of an icon and half its size. */
export interface Obstacle extends Pixel {
  half: number
}
/** A name to be placed: the area's rings, the point it has when nothing is in its way, and its size. */
export interface NamedArea {
  rings: readonly (readonly Pixel[])[]
  at: Pixel
  width: number
  height: number
}
/** `covered`: the share of the name that lies on icons or other names, 0 to 1 and more where several meet. */
export interface NamePlace {
  at: Pixel
  covered: number
}
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const ROWS = 17
/** Where in a row a name is tried, as shares of the room that it has there. */
const SHARES = [0.5, 0.25, 0.75, 0, 1]
/** Clear pixels around icons and names. */
const CLEAR_PX = 2
/** A name on an icon or on another name is worse than one over its border, and that worse than one off the middle. */
const COST = { covered: 8, outside: 3, apart: 0.4 }
const TILE_PX = 512

/** Web Mercator at this zoom. */
export function toPixel([lng = 0, lat = 0]: Position, zoom: number): Pixel {
  const world = TILE_PX * 2 ** zoom
  const sin = Math.sin((lat * Math.PI) / 180)
  return {
    x: (lng / 360 + 0.5) * world,
    y: (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world
  }
}

/** The inverse of `toPixel`. */
export function fromPixel({ x, y }: Pixel, zoom: number): [lng: number, lat: number] {
  const world = TILE_PX * 2 ** zoom
  const angle = Math.PI * (1 - (2 * y) / world)
  return [(x / world - 0.5) * 360, (Math.atan(Math.sinh(angle)) * 180) / Math.PI]
}

/**
 * The middle of each name, in the order of `areas`: inside its own area, clear of icons and of other names, near the
 * area's own point; where all of that cannot be had, the least evil. Small areas choose first, they have the least room.
 */
export function placeNames(areas: readonly NamedArea[], obstacles: readonly Obstacle[]): NamePlace[] {
  const taken = obstacles.map(({ x, y, half }) => boxAt({ x, y }, 2 * half, 2 * half))
  const places = areas.map(({ at }): NamePlace => ({ at, covered: 0 }))
  const order = areas.map((area, i) => ({ area, i })).sort((a, b) => spreadOf(a.area) - spreadOf(b.area))
  for (const { area, i } of order) {
    const at = bestPlace(area, taken)
    places[i] = { at, covered: coveredShare(area, at, taken) }
    taken.push(boxAt(at, area.width, area.height))
  }
  return places
}

function bestPlace(area: NamedArea, taken: readonly Box[]): Pixel {
  let best = { at: area.at, cost: costOf(area, area.at, taken) }
  for (const at of candidates(area)) {
    if (best.cost === 0) break
    const cost = costOf(area, at, taken)
    if (cost < best.cost) best = { at, cost }
  }
  return best.at
}

/** Middles of names that stand side by side within the rows across the area. */
function candidates({ rings, width }: NamedArea): Pixel[] {
  const { top, bottom } = frameOf(rings[0] ?? [])
  return Array.from({ length: ROWS }, (_, row) => top + ((bottom - top) * (row + 1)) / (ROWS + 1)).flatMap(
    (y) =>
      spansAt(rings, y).flatMap(([from, to]) => {
        const room = Math.max(0, to - from - width - 2 * CLEAR_PX)
        return SHARES.map((share) => ({ x: (from + to - room) / 2 + room * share, y }))
      })
  )
}

function costOf(area: NamedArea, at: Pixel, taken: readonly Box[]): number {
  const covered = coveredShare(area, at, taken)
  const corners = cornersOf(boxAt(at, area.width, area.height))
  const outside = corners.filter((corner) => !contains(area.rings, corner)).length / corners.length
  const apart = Math.hypot(at.x - area.at.x, at.y - area.at.y) / Math.sqrt(spreadOf(area) || 1)
  const isCovered = covered > 0 ? 1 : 0
  return COST.covered * (covered + isCovered) + COST.outside * outside + COST.apart * apart
}

function coveredShare({ width, height }: NamedArea, at: Pixel, taken: readonly Box[]): number {
  const box = boxAt(at, width, height)
  return taken.reduce((sum, other) => sum + overlap(box, other), 0) / (width * height)
}

const boxAt = ({ x, y }: Pixel, width: number, height: number): Box => ({
  left: x - width / 2 - CLEAR_PX,
  right: x + width / 2 + CLEAR_PX,
  top: y - height / 2 - CLEAR_PX,
  bottom: y + height / 2 + CLEAR_PX
})

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return width > 0 && height > 0 ? width * height : 0
}

const cornersOf = ({ left, right, top, bottom }: Box): Pixel[] => {
  const middle = (left + right) / 2
  return [top, bottom].flatMap((y) => [left, middle, right].map((x) => ({ x, y })))
}

function frameOf(ring: readonly Pixel[]): Box {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

const spreadOf = ({ rings }: NamedArea) => {
  const { left, right, top, bottom } = frameOf(rings[0] ?? [])
  return (right - left) * (bottom - top)
}

/** Where the row at `y` is inside, from west to east; holes are outside. */
function spansAt(rings: NamedArea['rings'], y: number): [from: number, to: number][] {
  const crossings = rings.flatMap((ring) => ring.flatMap((corner, i) => crossing(corner, ring[i + 1], y)))
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((from, i): [number, number][] =>
    i % 2 === 0 ? [[from, crossings[i + 1] ?? from]] : []
  )
}

function crossing(from: Pixel, to: Pixel | undefined, y: number): number[] {
  if (!to || from.y > y === to.y > y) return []
  return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)]
}

const contains = (rings: NamedArea['rings'], { x, y }: Pixel) =>
  spansAt(rings, y).some(([from, to]) => from <= x && x <= to)
