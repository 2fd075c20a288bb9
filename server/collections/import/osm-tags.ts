import type { Geometry } from 'geojson'
import type { FeatureRow } from './request.ts'

const PAIR = /"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"/g
const unescaped = (text: string) => text.replace(/\\(.)/g, '$1')

/** The tags that GDAL keeps together in one text: `"building:levels"=>"2","source"=>"survey"`. */
function otherTags(text: unknown): Record<string, string> {
  if (typeof text !== 'string') return {}
  return Object.fromEntries(
    [...text.matchAll(PAIR)].map(([, key = '', value = '']) => [unescaped(key), unescaped(value)])
  )
}

/** OpenStreetMap numbers nodes, ways and relations apart; areas that come from a way have it in a column of its own. */
function refOf({ osm_way_id: way, osm_id: id }: Record<string, unknown>, isArea: boolean) {
  if (way !== null && way !== undefined) return `way/${String(way)}`
  if (id === null || id === undefined) return null
  return `${isArea ? 'relation' : 'way'}/${String(id)}`
}

/** A closed line as the area that it goes round; anything else as it is. */
export function closedAsArea(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'LineString') return geometry
  const { coordinates } = geometry
  const isClosed = coordinates.length > 3 && String(coordinates[0]) === String(coordinates.at(-1))
  return isClosed ? { type: 'Polygon', coordinates: [coordinates] } : geometry
}

/** Closed ways with these are areas, though GDAL leaves them lines. */
const isBank = (waterway: unknown) => waterway === 'riverbank' || waterway === 'dock'

/**
 * A row of an OpenStreetMap file with each tag as a property; `class` is the first of the collection's tags that it has,
 * `ref` its number there (the tag `ref`, a road's number, is not an id).
 */
export function withTags(row: FeatureRow, classTags: readonly string[]): FeatureRow {
  const { other_tags: others, type: _relationType, ...known } = row.properties
  const tags: Record<string, unknown> = { ...otherTags(others), ...known }
  const isArea = row.geometry?.type.endsWith('Polygon') ?? false
  const ref = row.geometry?.type === 'Point' ? `node/${String(known.osm_id)}` : refOf(known, isArea)
  const tag = classTags.find((name) => typeof tags[name] === 'string' && tags[name] !== '')
  const geometry = isBank(tags.waterway) ? closedAsArea(row.geometry) : row.geometry
  return { ...row, geometry, properties: { ...tags, ref, class: tag === undefined ? null : tags[tag] } }
}
