import { area } from '@turf/turf'
import type { Position } from 'geojson'
import { type Corner, type Parts, ringsOf } from './parts.ts'

/** WGS 84: the greater half axis in metres, and the square of the eccentricity. */
const AXIS_M = 6_378_137
const ECCENTRICITY_2 = 0.006_694_379_990_14
/** Of the sphere on which turf measures, metres. */
const SPHERE_M = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Radii of curvature of the spheroid at a latitude: along the meridian and across it, metres. */
function radiiAt(lat: number) {
  const bent = 1 - ECCENTRICITY_2 * Math.sin(radians(lat)) ** 2
  return { along: (AXIS_M * (1 - ECCENTRICITY_2)) / bent ** 1.5, across: AXIS_M / Math.sqrt(bent) }
}

/** Metres between two places that lie near one another, on the spheroid: for a kilometre true to a millimetre. */
export function metresBetween([ax, ay]: Corner, [bx, by]: Corner): number {
  const middle = (ay + by) / 2
  const { along, across } = radiiAt(middle)
  const east = radians(bx - ax) * across * Math.cos(radians(middle))
  return Math.hypot(east, radians(by - ay) * along)
}

/** Square metres of areas no larger than a commune, on the spheroid: turf's sphere, stretched as the spheroid is there. */
export function areaOf(parts: Parts): number {
  const [first] = ringsOf(parts)
  if (!first) return 0
  const lats = first.corners.map(([, lat]) => lat)
  const { along, across } = radiiAt((Math.min(...lats) + Math.max(...lats)) / 2)
  const coordinates = parts as unknown as Position[][][] // only read
  return (area({ type: 'MultiPolygon', coordinates }) * along * across) / SPHERE_M ** 2
}

/** Metres around all parts and holes, on the spheroid. */
export const lengthOf = (parts: Parts): number =>
  ringsOf(parts).reduce(
    (sum, { corners }) =>
      corners.slice(1).reduce((length, to, i) => length + metresBetween(corners[i]!, to), sum),
    0
  )
