import type { Language } from '../../http/language.ts'
import type { Collection, Field, Registry } from '../collection.ts'
import { isDrawn } from '../tiles/drawing.ts'
import { MVT } from '../tiles/parameters.ts'
import { tilesPath } from '../tiles/tilejson.ts'
import { GEOJSON, HTML, JSON_TYPE, OPENAPI, type Asked } from './document.ts'
import { itemFields } from './filter.ts'
import { openApiComponents, PARAMETER_WORDS } from './openapi-components.ts'
import { TEXTS } from './texts.ts'

export interface ApiParameter {
  name: string
  in: 'query' | 'path'
  description: string
  required?: boolean
  schema: object
  style?: 'form' | 'simple'
  explode?: boolean
}
type ParameterOrReference = ApiParameter | { $ref: string }

export interface Operation {
  summary: string
  operationId: string
  tags: string[]
  parameters: ParameterOrReference[]
  responses: Record<string, object>
}

/** An OpenAPI 3.0 document, as far as it is made here. */
export interface OpenApi {
  openapi: string
  info: object
  servers: object[]
  tags: object[]
  paths: Record<string, { get: Operation }>
  components: { parameters: Record<string, ApiParameter>; schemas: object; responses: object }
}

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })
const problem = (name: string) => ({ $ref: `#/components/responses/${name}` })
const SCHEMA_OF_ANY = { type: 'object' }

function content(types: Record<string, object>) {
  return Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]))
}

/** A document in JSON and HTML. */
function documentOperation(operationId: string, summary: string, tag: string, json: string = JSON_TYPE) {
  const types = { [json]: SCHEMA_OF_ANY, [HTML]: { type: 'string' } }
  return {
    get: {
      summary,
      operationId,
      tags: [tag],
      parameters: [parameter('f'), parameter('lang')],
      responses: {
        200: { description: summary, content: content(types) },
        400: problem('BadRequest'),
        406: problem('NotAcceptable'),
        500: problem('ServerError')
      }
    }
  }
}

const FIELD_SCHEMAS: Record<Field['type'], object> = {
  text: { type: 'string' },
  'text[]': { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' }
}

const filterOf = (field: Field, language: Language): ApiParameter => ({
  name: field.name,
  in: 'query',
  description: `${field.title[language]}. ${PARAMETER_WORDS.filter[language]}`,
  required: false,
  schema: FIELD_SCHEMAS[field.type],
  style: 'form',
  explode: false
})

function itemsOperation(collection: Collection, language: Language) {
  const summary = `${TEXTS.items[language]}: ${collection.title[language]}`
  const operation = documentOperation(`getItems_${collection.id}`, summary, collection.id, GEOJSON)
  const standard = ['limit', 'bbox', 'datetime', 'after'].map(parameter)
  const filters = itemFields(collection).map((field) => filterOf(field, language))
  return { get: { ...operation.get, parameters: [...operation.get.parameters, ...standard, ...filters] } }
}

function itemOperation(collection: Collection, language: Language) {
  const summary = `${TEXTS.item[language]}: ${collection.title[language]}`
  const { get } = documentOperation(`getItem_${collection.id}`, summary, collection.id, GEOJSON)
  return {
    get: {
      ...get,
      parameters: [parameter('featureId'), ...get.parameters],
      responses: { ...get.responses, 404: problem('NotFound') }
    }
  }
}

function tileOperation(id: string, tag: string, language: Language, own: string[]) {
  const parameters = ['tileMatrix', 'tileRow', 'tileCol', ...own, 'datetimeOfTile', 'fTile'].map(parameter)
  return {
    get: {
      summary: TEXTS.tile[language],
      operationId: `getTile_${id}`,
      tags: [tag],
      parameters,
      responses: {
        200: {
          description: TEXTS.tile[language],
          content: content({ [MVT]: { type: 'string', format: 'binary' } })
        },
        304: { description: 'Not modified' },
        400: problem('BadRequest'),
        404: problem('NotFound'),
        406: problem('NotAcceptable'),
        500: problem('ServerError')
      }
    }
  }
}

function tileJsonOperation(id: string, tag: string, language: Language, own: string[]) {
  const { get } = documentOperation(`getTileJson_${id}`, TEXTS.tileJson[language], tag)
  const responses = {
    ...get.responses,
    200: { description: 'TileJSON', content: content({ [JSON_TYPE]: SCHEMA_OF_ANY }) }
  }
  return { get: { ...get, parameters: [...own, 'datetimeOfTile', 'fJson'].map(parameter), responses } }
}

/** The paths of one tileset: of all collections (`collection` undefined) or of one. */
function tilesetPaths(collection: Collection | undefined, language: Language): OpenApi['paths'] {
  const id = collection?.id ?? 'dataset'
  const tag = collection?.id ?? 'tiles'
  const at = tilesPath(collection).slice('/ogc'.length)
  const own = collection ? [] : ['collections']
  return {
    [at.replace('/WebMercatorQuad', '')]: documentOperation(`getTilesets_${id}`, TEXTS.tiles[language], tag),
    [at]: documentOperation(`getTileset_${id}`, TEXTS.tileset[language], tag),
    [`${at}/tilejson`]: tileJsonOperation(id, tag, language, own),
    [`${at}/{tileMatrix}/{tileRow}/{tileCol}`]: tileOperation(id, tag, language, own)
  }
}

function collectionPaths(collection: Collection, language: Language): OpenApi['paths'] {
  const at = `/collections/${collection.id}`
  return {
    [at]: documentOperation(`describe_${collection.id}`, collection.title[language], collection.id),
    [`${at}/items`]: itemsOperation(collection, language),
    [`${at}/items/{featureId}`]: itemOperation(collection, language),
    ...(isDrawn(collection) ? tilesetPaths(collection, language) : {})
  }
}

/** The whole of `/ogc` as OpenAPI 3.0: every path with every parameter that it takes. */
export function openApi(registry: Registry, { base, language }: Asked): OpenApi {
  const words = (key: keyof typeof TEXTS) => TEXTS[key][language]
  return {
    openapi: '3.0.3',
    info: {
      title: words('title'),
      description: words('description'),
      version: '1.0.0',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' }
    },
    servers: [{ url: base }],
    tags: [
      { name: 'server', description: words('title') },
      { name: 'tiles', description: words('tiles') },
      ...registry.open.map(({ id, title }) => ({ name: id, description: title[language] }))
    ],
    paths: {
      '/': documentOperation('getLandingPage', words('title'), 'server'),
      '/conformance': documentOperation('getConformance', words('conformance'), 'server'),
      '/api': documentOperation('getApi', words('api'), 'server', OPENAPI),
      '/collections': documentOperation('getCollections', words('collections'), 'server'),
      '/tileMatrixSets': documentOperation('getTileMatrixSets', words('tilingSchemes'), 'tiles'),
      '/tileMatrixSets/WebMercatorQuad': documentOperation(
        'getTileMatrixSet',
        words('tilingScheme'),
        'tiles'
      ),
      ...tilesetPaths(undefined, language),
      ...Object.assign({}, ...registry.open.map((collection) => collectionPaths(collection, language)))
    },
    components: openApiComponents(language)
  }
}
