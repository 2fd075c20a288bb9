import type { PlaceShape } from '../../../server/editing/contract.ts'

/** Longitude, latitude, degrees. */
export type Corner = readonly [lng: number, lat: number]
/** Closed: the last corner is the first. */
export type Ring = readonly Corner[]
/** The parts of an area: of each its outline, then its holes. */
export type Parts = readonly (readonly Ring[])[]

/** One ring of an area; 0 is the outline of its part. */
export interface RingAt {
  part: number
  ring: number
}

/** A closed ring of fewer corners holds nothing. */
const FEWEST = 4

/** The rings of an area, each as it is kept; null: the shape is a point or a line. No shape has no part. */
export function partsOf(shape: PlaceShape | null): Parts | null {
  if (shape === null) return []
  // The server has looked into the coordinates of what it answers, and refuses others.
  if (shape.type === 'Polygon') return [shape.coordinates as Ring[]]
  return shape.type === 'MultiPolygon' ? (shape.coordinates as Ring[][]) : null
}

/** The area again, of the type that it had where that can hold its parts; null: nothing is left. */
export function shapeOfParts(parts: Parts, was: PlaceShape['type'] | undefined): PlaceShape | null {
  const [only] = parts
  if (!only) return null
  const single = parts.length === 1 && was !== 'MultiPolygon'
  return single
    ? { type: 'Polygon', coordinates: [...only] }
    : { type: 'MultiPolygon', coordinates: [...parts] }
}

/** Every ring of an area with where it stands. */
export const ringsOf = (parts: Parts): { at: RingAt; corners: Ring }[] =>
  parts.flatMap((rings, part) => rings.map((corners, ring) => ({ at: { part, ring }, corners })))

export const ringAt = (parts: Parts, { part, ring }: RingAt): Ring | undefined => parts[part]?.[ring]

/** The corners of a ring, the first once only. */
export const cornersOf = (ring: Ring): readonly Corner[] => ring.slice(0, -1)

const closed = (corners: readonly Corner[]): Ring => (corners[0] ? [...corners, corners[0]] : [])

/** The area with another ring in that place. */
export const withRing = (parts: Parts, at: RingAt, corners: Ring): Parts =>
  parts.map((rings, part) =>
    part === at.part ? rings.map((one, ring) => (ring === at.ring ? corners : one)) : rings
  )

/** The area without a hole, or without a part and all its holes. */
export const withoutRing = (parts: Parts, { part, ring }: RingAt): Parts =>
  ring === 0
    ? parts.filter((_, index) => index !== part)
    : parts.map((rings, index) => (index === part ? rings.filter((_, one) => one !== ring) : rings))

export const withCorner = (ring: Ring, index: number, corner: Corner): Ring =>
  closed(cornersOf(ring).map((one, i) => (i === index ? corner : one)))

/** Null: too few corners would be left. */
export function withoutCorner(ring: Ring, index: number): Ring | null {
  const left = closed(cornersOf(ring).filter((_, i) => i !== index))
  return left.length < FEWEST ? null : left
}

/** One corner more, half way to the next one. */
export function withMidpoint(ring: Ring, index: number): Ring {
  const [from, to] = [ring[index], ring[index + 1]]
  if (!from || !to) return ring
  const middle: Corner = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
  return closed([...cornersOf(ring).slice(0, index + 1), middle, ...cornersOf(ring).slice(index + 1)])
}

/** Whether a place lies inside a ring; on its edge it may be either. */
export function isInside([x, y]: Corner, ring: Ring): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
