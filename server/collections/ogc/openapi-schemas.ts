import type { GeometryType } from '../contract.ts'
import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import { itemFields } from './filter.ts'

/** A schema of OpenAPI 3.0, as far as it is made here. */
export type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer', minimum: 0 }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const record = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  required,
  properties
})

const positions = (depth: number): Schema =>
  depth === 0
    ? { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } }
    : listOf(positions(depth - 1))

const DEPTHS: Record<Exclude<GeometryType, 'Geometry'>, number> = {
  Point: 0,
  MultiLineString: 2,
  MultiPolygon: 3
}

/** GeoJSON of one type of geometry; a row without a place has null. */
function geometrySchema(geometry: GeometryType | null): Schema {
  if (geometry === null) return { type: 'object', nullable: true, enum: [null] }
  const shape =
    geometry === 'Geometry'
      ? { type: text, coordinates: { type: 'array', items: {} } }
      : { type: { type: 'string', enum: [geometry] }, coordinates: positions(DEPTHS[geometry]) }
  return { ...record(shape), nullable: true }
}

const TYPES: Record<Field['type'], Schema> = {
  text,
  'text[]': listOf(text),
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' }
}

const propertySchema = ({ type, title }: Field, language: Language): Schema => ({
  ...TYPES[type],
  title: title[language],
  nullable: true
})

function featureSchema(collection: Collection, language: Language): Schema {
  const properties = itemFields(collection).map((field) => [field.name, propertySchema(field, language)])
  return record(
    {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'integer' },
      geometry: geometrySchema(collection.geometry),
      properties: record(Object.fromEntries(properties)),
      links: listOf(ref('Link'))
    },
    ['type', 'id', 'geometry', 'properties']
  )
}

const featuresSchema = ({ id }: Collection): Schema =>
  record({
    type: { type: 'string', enum: ['FeatureCollection'] },
    numberMatched: count,
    numberReturned: count,
    timeStamp: { type: 'string', format: 'date-time' },
    links: listOf(ref('Link')),
    features: listOf(ref(`Feature_${id}`))
  })

const interval: Schema = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: { type: 'string', format: 'date-time', nullable: true }
}
const extent: Schema = record(
  {
    spatial: record({
      bbox: listOf({ type: 'array', minItems: 4, maxItems: 4, items: { type: 'number' } }),
      crs: text
    }),
    temporal: record({ interval: listOf(interval), trs: text })
  },
  ['temporal']
)

const links = listOf(ref('Link'))

const DOCUMENTS: Record<string, Schema> = {
  Link: record(
    {
      href: text,
      rel: text,
      type: text,
      title: text,
      hreflang: text,
      templated: { type: 'boolean' }
    },
    ['href', 'rel']
  ),
  LandingPage: record({ title: text, description: text, links }),
  Conformance: record({ links, conformsTo: listOf(text) }),
  Collection: record(
    {
      id: text,
      title: text,
      description: text,
      itemType: { type: 'string', enum: ['feature'] },
      crs: listOf(text),
      storageCrs: text,
      dataType: text,
      minzoom: count,
      maxzoom: count,
      extent,
      links
    },
    ['id', 'title', 'description', 'itemType', 'extent', 'links']
  ),
  Collections: record({ links, collections: listOf(ref('Collection')) }),
  Tileset: record(
    {
      title: text,
      dataType: text,
      crs: text,
      tileMatrixSetURI: text,
      layers: listOf({ type: 'object' }),
      links
    },
    ['title', 'dataType', 'crs', 'tileMatrixSetURI', 'links']
  ),
  Tilesets: record({ links, tilesets: listOf(ref('Tileset')) }),
  TileMatrixSet: record({
    id: text,
    title: text,
    uri: text,
    crs: text,
    tileMatrices: listOf({ type: 'object' })
  }),
  TileMatrixSets: record({ links, tileMatrixSets: listOf(record({ id: text, title: text, links })) }),
  TileJson: record(
    {
      tilejson: text,
      name: text,
      scheme: text,
      tiles: listOf(text),
      minzoom: count,
      maxzoom: count,
      bounds: { type: 'array', minItems: 4, maxItems: 4, items: { type: 'number' } },
      vector_layers: listOf({ type: 'object' })
    },
    ['tilejson', 'tiles', 'vector_layers']
  ),
  OpenApi: record({ openapi: text, info: { type: 'object' }, paths: { type: 'object' } }),
  Problem: record({ type: text, title: text, status: { type: 'integer' }, detail: text })
}

/** Schemas of every document, and of the items of each collection with their properties. */
export function openApiSchemas(
  collections: readonly Collection[],
  language: Language
): Record<string, Schema> {
  const ofItems = collections.flatMap((collection) => [
    [`Feature_${collection.id}`, featureSchema(collection, language)],
    [`Features_${collection.id}`, featuresSchema(collection)]
  ])
  return { ...DOCUMENTS, ...Object.fromEntries(ofItems) }
}
