import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import { MVT } from '../tiles/parameters.ts'
import { GEOJSON, HTML, JSON_TYPE } from './document.ts'
import { itemFields } from './filter.ts'
import { PARAMETER_WORDS } from './openapi-components.ts'
import { TEXTS } from './texts.ts'

/** A parameter as OpenAPI 3.0 describes it. */
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

/** What GET does at one path. */
export interface Operation {
  summary: string
  operationId: string
  tags: string[]
  parameters: ParameterOrReference[]
  responses: Record<string, object>
}

const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })
const problem = (name: string) => ({ $ref: `#/components/responses/${name}` })
const schemaOf = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function content(types: Record<string, object>) {
  return Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }]))
}

interface Document {
  id: string
  summary: string
  tag: string
  /** Name of its JSON form's schema. */
  schema: string
  json?: string
}

/** A document in JSON and HTML. */
export function documentOperation({ id, summary, tag, schema, json = JSON_TYPE }: Document) {
  const types = { [json]: schemaOf(schema), [HTML]: { type: 'string' } }
  return {
    get: {
      summary,
      operationId: id,
      tags: [tag],
      parameters: [parameter('f'), parameter('lang')],
      responses: {
        200: { description: summary, content: content(types) },
        400: problem('BadRequest'),
        406: problem('NotAcceptable'),
        500: problem('ServerError'),
        503: problem('Unavailable')
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

/** Items of a collection: standard parameters and one filter per property. */
export function itemsOperation(collection: Collection, language: Language) {
  const summary = `${TEXTS.items[language]}: ${collection.title[language]}`
  const operation = documentOperation({
    id: `getItems_${collection.id}`,
    summary,
    tag: collection.id,
    schema: `Features_${collection.id}`,
    json: GEOJSON
  })
  const standard = ['limit', 'bbox', 'datetime', 'after'].map(parameter)
  const filters = itemFields(collection).map((field) => filterOf(field, language))
  const { get } = operation
  const responses = { ...get.responses, 304: { description: 'Not modified' } }
  return { get: { ...get, parameters: [...get.parameters, ...standard, ...filters], responses } }
}

/** One item. */
export function itemOperation(collection: Collection, language: Language) {
  const summary = `${TEXTS.item[language]}: ${collection.title[language]}`
  const { get } = documentOperation({
    id: `getItem_${collection.id}`,
    summary,
    tag: collection.id,
    schema: `Feature_${collection.id}`,
    json: GEOJSON
  })
  return {
    get: {
      ...get,
      parameters: [parameter('featureId'), ...get.parameters],
      responses: { ...get.responses, 404: problem('NotFound') }
    }
  }
}

/** One tile; `own`: names of the parameters of this tileset alone. */
export function tileOperation(id: string, tag: string, language: Language, own: string[]) {
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
        500: problem('ServerError'),
        503: problem('Unavailable')
      }
    }
  }
}

/** A tileset as TileJSON. */
export function tileJsonOperation(id: string, tag: string, language: Language, own: string[]) {
  const { get } = documentOperation({
    id: `getTileJson_${id}`,
    summary: TEXTS.tileJson[language],
    tag,
    schema: 'TileJson'
  })
  const responses = {
    ...get.responses,
    200: { description: 'TileJSON', content: content({ [JSON_TYPE]: schemaOf('TileJson') }) }
  }
  return { get: { ...get, parameters: [...own, 'datetimeOfTile', 'fJson'].map(parameter), responses } }
}
