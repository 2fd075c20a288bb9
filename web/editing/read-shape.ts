import type { PlaceShape } from '../../server/editing/contract.ts'
import type { PlaceForm } from '../../server/editing/form-contract.ts'

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

const isCorner = (value: unknown): value is number[] => Array.isArray(value) && typeof value[0] === 'number'

/** The shape with every ring closed, all its corners kept, and how many rings had been left open. */
export function closeRings(shape: PlaceShape): { shape: PlaceShape; closed: number } {
  let closed = 0
  const close = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    const [first, last] = [value[0] as unknown, value.at(-1) as unknown]
    if (!isCorner(first) || !isCorner(last)) return value.map(close)
    if (first[0] === last[0] && first[1] === last[1]) return value
    closed += 1
    return [...value, first]
  }
  if (!shape.type.endsWith('Polygon')) return { shape, closed }
  const coordinates = shape.coordinates.map(close)
  return { shape: { ...shape, coordinates }, closed }
}
