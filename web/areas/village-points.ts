import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { BBox } from '../../server/areas/contract.ts'
import { fetchAreas, largestPart, spreadOf } from './area-items.ts'
import { labelPoint } from './label-point.ts'

export interface VillagePoint {
  code: string
  name: string
  at: [lng: number, lat: number]
  /** Of its largest part. */
  rings: Position[][]
  bbox: BBox
  /** Of all its parts, in square degrees. */
  spread: number
}

interface Named {
  code: string
  name: string
}

/** Where each village's name stands on the map on that day (null: today). Throws what fetch throws. */
export async function fetchVillagePoints(commune: string, asOf: string | null, signal: AbortSignal) {
  const query = { commune_code: commune, limit: '1000', asOf }
  const villages = await fetchAreas<Named>('villages', query, signal)
  return villages.flatMap(({ geometry, properties }): VillagePoint[] =>
    geometry ? [pointOf(properties, geometry)] : []
  )
}

function pointOf({ code, name }: Named, geometry: Polygon | MultiPolygon): VillagePoint {
  const rings = largestPart(geometry)
  return {
    code,
    name,
    at: labelPoint(rings),
    rings,
    bbox: bboxOf(rings[0] ?? []),
    spread: spreadOf(geometry)
  }
}

function bboxOf(ring: Position[]): BBox {
  const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}
