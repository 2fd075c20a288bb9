import type { Language } from '../../http/language.ts'
import type { Collection, Registry } from '../collection.ts'
import { isDrawn } from '../tiles/drawing.ts'
import { tilesPath } from '../tiles/tilejson.ts'
import { JSON_TYPE, OPENAPI, type Asked } from './document.ts'
import { openApiComponents } from './openapi-components.ts'
import {
  documentOperation,
  itemOperation,
  itemsOperation,
  tileJsonOperation,
  tileOperation,
  type ApiParameter,
  type Operation
} from './openapi-operations.ts'
import { TEXTS } from './texts.ts'

/** An OpenAPI 3.0 document, as far as it is made here. */
export interface OpenApi {
  openapi: string
  info: object
  servers: object[]
  tags: object[]
  paths: Record<string, { get: Operation }>
  components: { parameters: Record<string, ApiParameter>; schemas: object; responses: object }
}

/** The paths of one tileset: of all collections (`collection` undefined) or of one. */
function tilesetPaths(collection: Collection | undefined, language: Language): OpenApi['paths'] {
  const id = collection?.id ?? 'dataset'
  const tag = collection?.id ?? 'tiles'
  const at = tilesPath(collection).slice('/ogc'.length)
  const own = collection ? [] : ['collections']
  return {
    [at.replace('/WebMercatorQuad', '')]: documentOperation({
      id: `getTilesets_${id}`,
      summary: TEXTS.tiles[language],
      tag,
      schema: 'Tilesets'
    }),
    [at]: documentOperation({
      id: `getTileset_${id}`,
      summary: TEXTS.tileset[language],
      tag,
      schema: 'Tileset'
    }),
    [`${at}/tilejson`]: tileJsonOperation(id, tag, language, own),
    [`${at}/{tileMatrix}/{tileRow}/{tileCol}`]: tileOperation(id, tag, language, own)
  }
}

function collectionPaths(collection: Collection, language: Language): OpenApi['paths'] {
  const at = `/collections/${collection.id}`
  return {
    [at]: documentOperation({
      id: `describe_${collection.id}`,
      summary: collection.title[language],
      tag: collection.id,
      schema: 'Collection'
    }),
    [`${at}/items`]: itemsOperation(collection, language),
    [`${at}/items/{featureId}`]: itemOperation(collection, language),
    ...(isDrawn(collection) ? tilesetPaths(collection, language) : {})
  }
}

/** The whole of `/ogc` as OpenAPI 3.0: every path with every parameter that it takes. */
export function openApi(registry: Registry, { base, language }: Asked): OpenApi {
  const words = (key: keyof typeof TEXTS) => TEXTS[key][language]
  const ofServer = (id: string, key: keyof typeof TEXTS, schema: string, json = JSON_TYPE) =>
    documentOperation({ id, summary: words(key), tag: 'server', schema, json })
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
      '/': ofServer('getLandingPage', 'title', 'LandingPage'),
      '/conformance': ofServer('getConformance', 'conformance', 'Conformance'),
      '/api': ofServer('getApi', 'api', 'OpenApi', OPENAPI),
      '/collections': ofServer('getCollections', 'collections', 'Collections'),
      '/tileMatrixSets': ofServer('getTileMatrixSets', 'tilingSchemes', 'TileMatrixSets'),
      '/tileMatrixSets/WebMercatorQuad': ofServer('getTileMatrixSet', 'tilingScheme', 'TileMatrixSet'),
      ...tilesetPaths(undefined, language),
      ...Object.assign({}, ...registry.open.map((collection) => collectionPaths(collection, language)))
    },
    components: openApiComponents(registry.open, language)
  }
}
