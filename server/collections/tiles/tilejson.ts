import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import type { Bounds } from '../extents.ts'
import { tileFields } from './tile-sql.ts'

/** What a tile says of a field's type: a vector tile knows texts, numbers and truths. */
function tileType({ type }: Field) {
  if (type === 'integer' || type === 'number') return 'Number'
  return type === 'boolean' ? 'Boolean' : 'String'
}

const vectorLayer = (collection: Collection, language: Language) => ({
  id: collection.id,
  description: collection.title[language],
  minzoom: collection.zoom.min,
  maxzoom: collection.zoom.max,
  fields: Object.fromEntries(tileFields(collection).map((field) => [field.name, tileType(field)]))
})

/** Path of one collection's tiles, or of tiles of several, below the public address. */
export const tilesPath = (collection?: Collection): string =>
  `${collection ? `/ogc/collections/${collection.id}` : '/ogc'}/tiles/WebMercatorQuad`

interface TileJsonOf {
  name: string
  collections: readonly Collection[]
  /** The tiles' address with {z}, {y} and {x} in it. */
  template: string
  bounds: Bounds | null
  language: Language
}

/** TileJSON 3.0.0. `{y}` is the row: the addresses have the row before the column. */
export function tileJson({ name, collections, template, bounds, language }: TileJsonOf) {
  return {
    tilejson: '3.0.0',
    name,
    scheme: 'xyz',
    tiles: [template],
    minzoom: Math.min(...collections.map(({ zoom }) => zoom.min)),
    maxzoom: Math.max(...collections.map(({ zoom }) => zoom.max)),
    ...(bounds ? { bounds } : {}),
    vector_layers: collections.map((collection) => vectorLayer(collection, language))
  }
}

/** The template of a tile's address; what the caller chose goes along. */
export function tileTemplate(
  publicUrl: string,
  collection: Collection | undefined,
  chosen: { collections?: readonly Collection[] | undefined; datetime?: string | undefined } = {}
): string {
  const query = [
    ...(chosen.collections ? [`collections=${chosen.collections.map(({ id }) => id).join(',')}`] : []),
    ...(chosen.datetime ? [`datetime=${chosen.datetime}`] : [])
  ]
  return `${publicUrl}${tilesPath(collection)}/{z}/{y}/{x}${query.length > 0 ? `?${query.join('&')}` : ''}`
}
