import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

type Ring = [number, number][]

/** A feature as a map reads it; the geometry in tile units. */
export interface TileFeature {
  id: number | undefined
  type: number
  properties: Record<string, string | number | boolean>
  rings: Ring[]
}

const POLYGON = 3

/** Twice the area of a triangle: 0 when the middle corner lies on the line between its neighbours. */
const bend = ([ax, ay]: [number, number], [bx, by]: [number, number], [cx, cy]: [number, number]) =>
  (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)

/** A closed ring without its repeated corner and corners on straight lines, begun at its least corner. */
function canonical(ring: Ring): Ring {
  const open = ring.slice(0, -1)
  const at = (index: number) => open[(index + open.length) % open.length]!
  const corners = open.filter((corner, index) => bend(at(index - 1), corner, at(index + 1)) !== 0)
  const first = corners.reduce(
    (best, [x, y], index) =>
      x < corners[best]![0] || (x === corners[best]![0] && y < corners[best]![1]) ? index : best,
    0
  )
  return [...corners.slice(first), ...corners.slice(0, first)]
}

/** The features of a tile by layer, in one form: rings begun at the same corner and put in order. */
export function decodeTile(bytes: Uint8Array): Record<string, TileFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes))
  const decoded = Object.entries(layers).map(([name, layer]) => {
    const features = Array.from({ length: layer.length }, (_, index): TileFeature => {
      const feature = layer.feature(index)
      const paths = feature.loadGeometry().map((path) => path.map(({ x, y }): [number, number] => [x, y]))
      const rings = feature.type === POLYGON ? paths.map(canonical) : paths
      const ordered = rings.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
      // Values of a tile are texts, numbers and truths.
      const properties = feature.properties as TileFeature['properties']
      return { id: feature.id, type: feature.type, properties, rings: ordered }
    })
    return [name, features] as const
  })
  return Object.fromEntries(decoded)
}
