import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import type { BBox } from '../../server/areas/contract.ts'
import { inTime } from '../http/in-time.ts'
import { labelPoint } from './label-point.ts'

export interface VillagePoint {
  code: string
  name: string
  at: [lng: number, lat: number]
  /** Of its largest part. */
  rings: Position[][]
  bbox: BBox
}
type Villages = FeatureCollection<Polygon | MultiPolygon | null, { code: string; name: string }> & {
  links?: { rel: string; href: string }[]
}

/** Where each village's name stands on the map on that day (null: today). Throws what fetch throws. */
export async function fetchVillagePoints(commune: string, asOf: string | null, signal: AbortSignal) {
  const search = new URLSearchParams({
    commune_code: commune,
    limit: '1000',
    ...(asOf ? { datetime: asOf } : {})
  })
  const { features } = await inTime(signal, (end) => fetchVillages(search, end))
  return features.flatMap(({ geometry, properties }): VillagePoint[] =>
    geometry ? [pointOf(properties, largest(geometry))] : []
  )
}

async function fetchVillages(search: URLSearchParams, signal: AbortSignal): Promise<Villages> {
  const response = await fetch(`/ogc/collections/villages/items?${search}`, {
    signal,
    headers: { accept: 'application/geo+json' }
  })
  if (!response.ok) throw new Error(`Villages could not be read: ${response.status}`)
  // The shape is that of the collection's declaration.
  return (await response.json()) as Villages
}

const pointOf = ({ code, name }: { code: string; name: string }, rings: Position[][]): VillagePoint => ({
  code,
  name,
  at: labelPoint(rings),
  rings,
  bbox: bboxOf(rings[0] ?? [])
})

function bboxOf(ring: Position[]): BBox {
  const [lngs, lats] = [ring.map(([lng = 0]) => lng), ring.map(([, lat = 0]) => lat)]
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

const largest = (geometry: Polygon | MultiPolygon): Position[][] => {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.coordinates.reduce((best, next) => (spread(next) > spread(best) ? next : best))
}

/** Twice the area of the outer ring in square degrees: enough to tell which part is largest. */
const spread = ([ring = []]: Position[][]) =>
  Math.abs(
    ring.reduce(
      (sum, [x = 0, y = 0], i) => sum + x * (ring[i + 1]?.[1] ?? y) - (ring[i + 1]?.[0] ?? x) * y,
      0
    )
  )
