import type { PlaceForm, PlaceShape } from '../../server/editing/contract.ts'

const TYPES: readonly unknown[] = ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']

/** The only shape of a GeoJSON text (geometry, feature or collection of one); undefined: there is none, or several. */
export function readShape(text: string): PlaceShape | undefined {
  try {
    return shapeIn(JSON.parse(text))
  } catch {
    return undefined // no JSON
  }
}

/** Whether a kind of place can have such a shape; whether it has to be of one or of several parts is no matter. */
export const suits = (geometry: PlaceForm['geometry'], { type }: PlaceShape): boolean =>
  geometry === 'Geometry' || type.replace('Multi', '') === geometry.replace('Multi', '')

function shapeIn(value: unknown): PlaceShape | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
  if ('features' in value)
    return Array.isArray(value.features) && value.features.length === 1
      ? shapeIn(value.features[0])
      : undefined
  if ('geometry' in value) return shapeIn(value.geometry)
  const isShape = TYPES.includes(value.type) && 'coordinates' in value && Array.isArray(value.coordinates)
  return isShape ? (value as PlaceShape) : undefined // just looked at
}
