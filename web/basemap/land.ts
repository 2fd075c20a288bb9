import type { FeatureCollection, Position } from 'geojson'
import type { feature as toFeatures } from 'topojson-client'
import coarseUrl from 'world-atlas/land-110m.json?url'
import fineUrl from 'world-atlas/land-50m.json?url'

/** From this zoom on the coarse coast looks wrong. */
export const FINE_FROM_ZOOM = 4

/** Natural Earth's land, read when it is needed: 20 kB (coarse) or 180 kB (fine) on the wire. Throws what fetch throws. */
export async function loadLand(detail: 'coarse' | 'fine', signal: AbortSignal): Promise<FeatureCollection> {
  const [{ feature }, response] = await Promise.all([
    import('topojson-client'),
    fetch(detail === 'fine' ? fineUrl : coarseUrl, { signal })
  ])
  // world-atlas: one object called `land`, a collection of polygons.
  const topology = (await response.json()) as Parameters<typeof toFeatures>[0]
  const land = topology.objects['land']
  if (land?.type !== 'GeometryCollection') throw new Error('The land file has no collection called "land"')
  return overDateLine(feature(topology, land))
}

/** With every part that lies on both sides of the date line in one piece, beyond 180°. */
export function overDateLine(land: FeatureCollection): FeatureCollection {
  const features = land.features.map((part) =>
    part.geometry.type === 'MultiPolygon'
      ? { ...part, geometry: { ...part.geometry, coordinates: unwrapAll(part.geometry.coordinates) } }
      : part
  )
  return { ...land, features }
}

const unwrapAll = (polygons: Position[][][]) => polygons.map((rings) => rings.map(unwrap))

/** A jump from 180° to -180° would be drawn as a line around the world. Around a pole it cannot be helped. */
function unwrap(ring: Position[]): Position[] {
  let turn = 0
  const unwrapped = ring.map(([lng = 0, lat = 0], i): Position => {
    const step = lng - (ring[i - 1]?.[0] ?? lng)
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step)
    return [lng + turn, lat]
  })
  return turn === 0 ? unwrapped : ring
}
