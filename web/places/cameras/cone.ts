import { circle, sector } from '@turf/turf'
import type { Position } from 'geojson'
import type { StaffCamera } from '../../../server/places/camera-contract.ts'

const WHOLE = 360
const STEPS = 64

/** The ground that a camera sees, as a closed ring; null: not all of direction, width and range is known. */
export function coneOf({ lng, lat, azimuthDeg, viewDeg, rangeM }: StaffCamera): Position[] | null {
  if (viewDeg === null || rangeM === null) return null
  const [centre, km] = [[lng, lat], rangeM / 1000]
  if (viewDeg >= WHOLE) return circle(centre, km, { steps: STEPS }).geometry.coordinates[0] ?? null
  if (azimuthDeg === null) return null
  const [from, to] = [azimuthDeg - viewDeg / 2, azimuthDeg + viewDeg / 2]
  return sector(centre, km, from, to, { steps: STEPS }).geometry.coordinates[0] ?? null
}
