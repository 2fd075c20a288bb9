import type { Position } from 'geojson'

/** Metres east and north of the commune's middle, on a plane that is true to 0.1 % over its 10 km. */
export interface XY {
  x: number
  y: number
}

/** Inland, between hills and a river's plain of northern-central Việt Nam; no real commune has this shape. */
const MIDDLE = { lng: 105.337, lat: 19.068 }
const METRES_PER_LAT = 110_690
const METRES_PER_LNG = 111_320 * Math.cos((MIDDLE.lat * Math.PI) / 180)

/** WGS 84, lng before lat, to 1 cm. */
export function toLngLat({ x, y }: XY): Position {
  return [round7(MIDDLE.lng + x / METRES_PER_LNG), round7(MIDDLE.lat + y / METRES_PER_LAT)]
}

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7

export const distance = (a: XY, b: XY): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The point a share of the way from one to the other. */
export const between = (a: XY, b: XY, share = 0.5): XY => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share
})

/** The point at a distance in a direction (radians, counter-clockwise from east). */
export const step = (from: XY, direction: number, metres: number): XY => ({
  x: from.x + Math.cos(direction) * metres,
  y: from.y + Math.sin(direction) * metres
})

export const headingOf = (from: XY, to: XY): number => Math.atan2(to.y - from.y, to.x - from.x)

/** Twice the signed area of a ring without its closing point, and its centroid. */
export function ringCentre(ring: readonly XY[]): XY {
  let doubled = 0
  let x = 0
  let y = 0
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    const cross = a.x * b.y - b.x * a.y
    doubled += cross
    x += (a.x + b.x) * cross
    y += (a.y + b.y) * cross
  })
  return { x: x / (3 * doubled), y: y / (3 * doubled) }
}

/** Even-odd rule; the edge is not decided. */
export function isInside(ring: readonly XY[], { x, y }: XY): boolean {
  let inside = false
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

function distanceToSegment(point: XY, a: XY, b: XY) {
  const length2 = (b.x - a.x) ** 2 + (b.y - a.y) ** 2
  const along = length2 === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length2
  return distance(point, between(a, b, Math.min(1, Math.max(0, along))))
}

/** Metres from a point to a line; infinity for a line of fewer than two points. */
export function distanceToLine(point: XY, line: readonly XY[]): number {
  let nearest = Infinity
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1], line[index]]
    if (a && b) nearest = Math.min(nearest, distanceToSegment(point, a, b))
  }
  return nearest
}
