import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registry } from '../../server/themes.ts'
import { communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

interface Parameter {
  name: string
  in: string
  schema: { enum?: string[]; type: string; format?: string }
}
interface Api {
  openapi: string
  paths: Record<string, { get: { operationId: string; parameters: (Parameter | { $ref: string })[] } }>
  components: { parameters: Record<string, Parameter> }
}

let server: TestServer
let api: Api
let featureId: number

beforeAll(async () => {
  server = await startServer()
  await communeData(server.db).publish('relics', [{ name: 'Đền', geom: point(105.8, 18.3) }])
  api = (await server.app.inject('/ogc/api')).json()
  const { rows } = await server.db.query<{ id: number }>('select id from open.relics')
  featureId = rows[0]!.id
})
afterAll(() => server.stop())

const parametersOf = (path: string) =>
  api.paths[path]!.get.parameters.map((parameter) =>
    '$ref' in parameter ? api.components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter
  )

const SAMPLES: Record<string, string> = {
  limit: '5',
  bbox: '105,18,106,19',
  datetime: '2026-01-01',
  after: '1',
  collections: 'roads,villages'
}

function sample({ name, schema }: Parameter) {
  if (schema.enum) return schema.enum[0]!
  if (SAMPLES[name]) return SAMPLES[name]
  if (schema.format === 'date') return '2026-01-01'
  return { integer: '1', number: '1.5', boolean: 'true' }[schema.type] ?? 'x'
}

const fill = (path: string) =>
  `/ogc${path === '/' ? '' : path}`.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'featureId' ? String(featureId) : '0'
  )

describe('the description of /ogc', () => {
  test('is OpenAPI 3.0 with its own media type, and refers to nothing that is not there', async () => {
    const response = await server.app.inject('/ogc/api')
    expect(response.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0')
    expect(api.openapi).toBe('3.0.3')
    const text = response.body
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
      expect(JSON.parse(text).components[kind!][name!]).toBeDefined()
    const ids = Object.values(api.paths).map(({ get }) => get.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has every path, and each takes every parameter that it names and no other', async () => {
    for (const path of Object.keys(api.paths)) {
      const url = path.includes('/items/{') && !path.includes('relics') ? undefined : fill(path)
      if (url === undefined) continue
      const parameters = parametersOf(path).filter((parameter) => parameter.in === 'query')
      expect([path, (await server.app.inject(url)).statusCode]).toEqual([path, 200])
      for (const parameter of parameters) {
        const response = await server.app.inject(
          `${url}?${parameter.name}=${encodeURIComponent(sample(parameter))}`
        )
        expect([path, parameter.name, response.statusCode]).toEqual([path, parameter.name, 200])
      }
      expect([path, (await server.app.inject(`${url}?unknown=1`)).statusCode]).toEqual([path, 400])
    }
  })

  test('describes the items of every open collection, and nothing of premises', () => {
    const described = Object.keys(api.paths).filter((path) => path.endsWith('/items'))
    expect(described).toEqual(registry.open.map(({ id }) => `/collections/${id}/items`))
    expect(JSON.stringify(api)).not.toContain('premises')
  })
})
