import { featureCollection, intersect, multiPolygon, pointOnFeature } from '@turf/turf'
import type { Position } from 'geojson'
import type { Neighbour } from '../../../server/editing/contract.ts'
import { areaOf } from './measure.ts'
import { type Corner, type Parts, partsOf, ringsOf } from './parts.ts'

/** As the server has it: below this part of the smaller area two borders were only drawn twice. */
const SLIVER = 0.005

/** A neighbour's ground that an area takes. */
export interface Overlap {
  label: string
  areaM2: number
  /** A point of it. */
  at: Corner
  parts: Parts
}

const spanOf = (parts: Parts) => {
  const corners = ringsOf(parts).flatMap(({ corners }) => corners)
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const
}
type Span = ReturnType<typeof spanOf>
const meets = (one: Span, other: Span) =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]

const turfOf = (parts: Parts) => multiPolygon(parts as unknown as Position[][][]) // only read

function overlapOf(parts: Parts, { label, geometry }: Neighbour): Overlap[] {
  const theirs = partsOf(geometry) ?? []
  if (theirs.length === 0 || !meets(spanOf(parts), spanOf(theirs))) return []
  const shared = intersect(featureCollection([turfOf(parts), turfOf(theirs)]))
  const ground = shared && partsOf(shared.geometry)
  if (!ground) return []
  const areaM2 = areaOf(ground)
  if (areaM2 <= SLIVER * Math.min(areaOf(parts), areaOf(theirs))) return []
  const [lng = 0, lat = 0] = pointOnFeature(shared).geometry.coordinates
  return [{ label, areaM2, at: [lng, lat], parts: ground }]
}

/** Whose ground an area takes, the largest first; its borders must not cross. */
export const findOverlaps = (parts: Parts, neighbours: readonly Neighbour[]): Overlap[] =>
  parts.length === 0
    ? []
    : neighbours
        .flatMap((neighbour) => overlapOf(parts, neighbour))
        .sort((one, other) => other.areaM2 - one.areaM2)
