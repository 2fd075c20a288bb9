import type { MultiPolygon, Polygon, Position } from 'geojson'
import { fetchAreas, largestPart, spreadOf } from './area-items.ts'
import { labelPoint } from './label-point.ts'

/** What the page knows of a commune's own ground. */
export interface CommuneOutline {
  /** Well inside it. */
  inside: [lng: number, lat: number]
  /** Its northernmost corner. */
  top: [lng: number, lat: number]
  /** In square degrees. */
  spread: number
}

/** A commune on a day (null: today); null while it has no boundary. Throws what fetch throws. */
export async function fetchOutline(code: string, asOf: string | null, signal: AbortSignal) {
  const [commune] = await fetchAreas<{ code: string }>('communes', { code, limit: '1', asOf }, signal)
  return commune?.geometry ? outlineOf(commune.geometry) : null
}

/** From its shape in degrees. */
export function outlineOf(geometry: Polygon | MultiPolygon): CommuneOutline {
  const rings = largestPart(geometry)
  return { inside: labelPoint(rings), top: northernmost(rings[0] ?? []), spread: spreadOf(geometry) }
}

function northernmost(ring: Position[]): [number, number] {
  const [lng = 0, lat = 0] = ring.reduce(
    (best, next) => ((next[1] ?? 0) > (best[1] ?? 0) ? next : best),
    [0, -90]
  )
  return [lng, lat]
}
