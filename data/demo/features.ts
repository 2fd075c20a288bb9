import type { Feature, Geometry, MultiLineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import { toLngLat, type XY } from './plane.ts'

/** What a row says beside its geometry: by the collection's field names. */
export type Properties = Record<string, string | number | boolean | string[] | null>

export type DemoFeature = Feature<Geometry | null, Properties>

export const feature = (geometry: Geometry | null, properties: Properties): DemoFeature => ({
  type: 'Feature',
  geometry,
  properties
})

export const point = (at: XY): Point => ({ type: 'Point', coordinates: toLngLat(at) })

/** A ring closed and in WGS 84; the outline is given without its closing point. */
export function closedRing(outline: readonly XY[]): Position[] {
  const ring = outline.map(toLngLat)
  return ring[0] ? [...ring, ring[0]] : ring
}

export const polygon = (outline: readonly XY[]): Polygon => ({
  type: 'Polygon',
  coordinates: [closedRing(outline)]
})

export const multiPolygon = (outline: readonly XY[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [[closedRing(outline)]]
})

export const lines = (parts: readonly (readonly XY[])[]): MultiLineString => ({
  type: 'MultiLineString',
  coordinates: parts.map((part) => part.map(toLngLat))
})
