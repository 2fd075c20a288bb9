import { fromVectorTileJs, type VectorTileFeatureLike, type VectorTileLayerLike } from '@maplibre/vt-pbf'
import type { Geometry, Position } from 'geojson'
import { TILE_EXTENT } from '../../geo/tile.ts'

/** One feature of one layer; the geometry is GeoJSON in tile units, as tile_geometry gives it. */
export interface TileRow {
  layer: string
  id: number
  properties: Record<string, string | number | boolean | null>
  geometry: Geometry
}

// The encoder's own point class, named by what it takes.
type Point = ReturnType<VectorTileFeatureLike['loadGeometry']>[number][number]

const POINT = 1
const LINE = 2
const POLYGON = 3

// Only x and y of its points are read by the encoder.
const toPoint = ([x = 0, y = 0]: Position) => ({ x, y }) as Point
const toPath = (positions: Position[]) => positions.map(toPoint)

/** A geometry as the format has it: its type, and its paths one after another (points: one path of all). */
function paths(geometry: Geometry): { type: 1 | 2 | 3; paths: Point[][] } {
  switch (geometry.type) {
    case 'Point':
      return { type: POINT, paths: [toPath([geometry.coordinates])] }
    case 'MultiPoint':
      return { type: POINT, paths: [toPath(geometry.coordinates)] }
    case 'LineString':
      return { type: LINE, paths: [toPath(geometry.coordinates)] }
    case 'MultiLineString':
      return { type: LINE, paths: geometry.coordinates.map(toPath) }
    case 'Polygon':
      return { type: POLYGON, paths: geometry.coordinates.map(toPath) }
    case 'MultiPolygon':
      return { type: POLYGON, paths: geometry.coordinates.flat().map(toPath) }
    case 'GeometryCollection':
      throw new Error('tile_geometry gives no geometry collection')
  }
}

function feature({ id, properties, geometry }: TileRow): VectorTileFeatureLike {
  const { type, paths: all } = paths(geometry)
  const known = Object.entries(properties).filter(([, value]) => value !== null)
  return {
    id,
    type,
    extent: TILE_EXTENT,
    // The nulls were taken out in the line above.
    properties: Object.fromEntries(known) as VectorTileFeatureLike['properties'],
    loadGeometry: () => all
  }
}

function layer(name: string, rows: TileRow[]): VectorTileLayerLike {
  const features = rows.map(feature)
  return {
    version: 2,
    name,
    extent: TILE_EXTENT,
    length: features.length,
    feature: (index) => {
      const found = features[index]
      if (!found) throw new RangeError(`no feature ${index} in layer ${name}`)
      return found
    }
  }
}

/** Encodes a vector tile; layers in the order of their first row, no layer without a feature, nothing at all from no rows. */
export function encodeTile(rows: readonly TileRow[]): Buffer {
  const byLayer = new Map<string, TileRow[]>()
  for (const row of rows) {
    const other = byLayer.get(row.layer)
    if (other) other.push(row)
    else byLayer.set(row.layer, [row])
  }
  const layers = Object.fromEntries([...byLayer].map(([name, own]) => [name, layer(name, own)]))
  return Buffer.from(fromVectorTileJs({ layers }))
}
