import type { Finding } from '../../server/quality/contract.ts'
import type { Bounds } from '../map/camera.svelte.ts'

const positions = (coordinates: unknown): [number, number][] => {
  if (!Array.isArray(coordinates)) return []
  const [x, y] = coordinates as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [[x, y]] : coordinates.flatMap(positions)
}

/** Around a point and at least about a shape, degrees: some 150 m. */
const MARGIN = 0.0014

/** What the map has to show of a finding: west, south, east, north; undefined: it has no place. */
export function boundsOf({ geometry, at }: Finding): Bounds | undefined {
  const all = positions(geometry?.coordinates)
  if (all.length === 0 && at) all.push([at.lng, at.lat])
  if (all.length === 0) return undefined
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  return [
    Math.min(...lngs) - MARGIN,
    Math.min(...lats) - MARGIN,
    Math.max(...lngs) + MARGIN,
    Math.max(...lats) + MARGIN
  ]
}
