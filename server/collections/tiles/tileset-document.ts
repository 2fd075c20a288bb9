import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import type { Bounds } from '../extents.ts'
import { CRS84 } from '../ogc/collection-document.ts'
import { JSON_TYPE, type Asked, type Link } from '../ogc/document.ts'
import { TEXTS } from '../ogc/texts.ts'
import { MATRIX_SET_URI, matrixLimits, WEB_MERCATOR } from './matrix-set.ts'
import { MVT } from './parameters.ts'
import { tileFields } from './tile-sql.ts'
import { tilesPath } from './tilejson.ts'

const TILING_SCHEME = 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme'

/** The tiles of one collection, or of all (`collection` undefined). */
export interface Tileset {
  collection: Collection | undefined
  collections: readonly Collection[]
}

export const tilesetTitle = ({ collection }: Tileset, language: Language): string =>
  collection ? collection.title[language] : TEXTS.tiles[language]

function described(tileset: Tileset, { language }: Asked) {
  return {
    title: tilesetTitle(tileset, language),
    dataType: 'vector',
    crs: WEB_MERCATOR,
    tileMatrixSetURI: MATRIX_SET_URI
  }
}

const addressOf = ({ collection }: Tileset, { base }: Asked) =>
  `${base.replace(/\/ogc$/, '')}${tilesPath(collection)}`

function schemeLink({ base, language }: Asked): Link {
  const title = TEXTS.tilingScheme[language]
  return { rel: TILING_SCHEME, type: JSON_TYPE, title, href: `${base}/tileMatrixSets/WebMercatorQuad` }
}

/** The template of the tiles' address as OGC names its parts. */
export function tileLink(tileset: Tileset, asked: Asked): Link {
  return {
    rel: 'item',
    type: MVT,
    title: TEXTS.tile[asked.language],
    href: `${addressOf(tileset, asked)}/{tileMatrix}/{tileRow}/{tileCol}`,
    templated: true
  }
}

/** A tileset within a list of tilesets. */
export function listedTileset(tileset: Tileset, asked: Asked) {
  const title = TEXTS.tileset[asked.language]
  const self = { rel: 'self', type: JSON_TYPE, title, href: addressOf(tileset, asked) }
  return { ...described(tileset, asked), links: [self, schemeLink(asked), tileLink(tileset, asked)] }
}

const DIMENSIONS: Record<string, number> = { Point: 0, MultiLineString: 1, MultiPolygon: 2 }

function propertySchema({ type, title }: Field, language: Language) {
  const names = { integer: 'integer', number: 'number', boolean: 'boolean' } as const
  return { title: title[language], type: type in names ? names[type as keyof typeof names] : 'string' }
}

function layer(collection: Collection, language: Language) {
  const dimension = DIMENSIONS[collection.geometry ?? '']
  const fields = tileFields(collection).map((field) => [field.name, propertySchema(field, language)])
  return {
    id: collection.id,
    title: collection.title[language],
    description: collection.description[language],
    dataType: 'vector',
    ...(dimension === undefined ? {} : { geometryDimension: dimension }),
    crs: WEB_MERCATOR,
    minTileMatrix: String(collection.zoom.min),
    maxTileMatrix: String(collection.zoom.max),
    propertiesSchema: { type: 'object', properties: Object.fromEntries(fields) }
  }
}

function boundingBox([west, south, east, north]: Bounds) {
  return { boundingBox: { lowerLeft: [west, south], upperRight: [east, north], crs: CRS84 } }
}

/** The metadata of a tileset, with its layers and their properties. */
export function tilesetDocument(tileset: Tileset, bounds: Bounds | null, asked: Asked, links: Link[]) {
  const first = Math.min(...tileset.collections.map(({ zoom }) => zoom.min))
  const tileJson = {
    rel: 'describedby',
    type: JSON_TYPE,
    title: TEXTS.tileJson[asked.language],
    href: `${addressOf(tileset, asked)}/tilejson`
  }
  return {
    ...described(tileset, asked),
    ...(bounds ? boundingBox(bounds) : {}),
    tileMatrixSetLimits: matrixLimits(first),
    layers: tileset.collections.map((collection) => layer(collection, asked.language)),
    links: [...links, schemeLink(asked), tileLink(tileset, asked), tileJson]
  }
}
