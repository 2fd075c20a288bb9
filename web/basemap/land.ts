import type { FeatureCollection } from 'geojson'
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
  return feature(topology, land)
}
