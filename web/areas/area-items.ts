import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { inTime } from '../http/in-time.ts'
import { isInForce, type Validity } from '../http/validity.ts'
import { today } from '../i18n/formats.ts'

type Areas<P> = FeatureCollection<Polygon | MultiPolygon | null, P>

/**
 * Areas of a collection on a day (null: today), with the properties of its declaration. Today's are asked for without a day:
 * a phone keeps the answer for days without a network. Throws what fetch throws.
 */
export async function fetchAreas<P>(
  collection: 'communes' | 'villages',
  { asOf, ...query }: { asOf: string | null } & Record<string, string | null>,
  signal: AbortSignal
): Promise<Areas<P>['features']> {
  const given = Object.entries({ ...query, datetime: asOf })
  const search = new URLSearchParams(
    given.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  )
  const { features } = await inTime(signal, async (end) => {
    const headers = { accept: 'application/geo+json' }
    const response = await fetch(`/ogc/collections/${collection}/items?${search}`, { signal: end, headers })
    if (!response.ok) throw new Error(`${collection} could not be read: ${response.status}`)
    // The shape is that of the collection's declaration.
    return (await response.json()) as Areas<P & Validity>
  })
  const day = today()
  return asOf === null ? features.filter(({ properties }) => isInForce(properties, day)) : features
}

/** The rings of its largest part, degrees. */
export const largestPart = (geometry: Polygon | MultiPolygon): Position[][] =>
  partsOf(geometry).reduce((best, next) => (spread(next) > spread(best) ? next : best))

/** All of it in square degrees, without holes: enough to compare areas that lie together. */
export const spreadOf = (geometry: Polygon | MultiPolygon): number =>
  partsOf(geometry).reduce((sum, part) => sum + spread(part), 0)

const partsOf = (geometry: Polygon | MultiPolygon) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

const spread = ([outer = [], ...holes]: Position[][]) =>
  ringSpread(outer) - holes.reduce((sum, hole) => sum + ringSpread(hole), 0)

function ringSpread(ring: Position[]): number {
  // From its own first corner: small differences of large products would be lost.
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  const twice = ring.reduce(
    (sum, [x = 0, y = 0], i) =>
      sum + (x - x0) * ((ring[i + 1]?.[1] ?? y0) - y0) - ((ring[i + 1]?.[0] ?? x0) - x0) * (y - y0),
    0
  )
  return Math.abs(twice) / 2
}
