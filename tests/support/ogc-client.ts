import { Ajv } from 'ajv'
import type { TestServer } from './server.ts'

export interface Link {
  rel: string
  href: string
  type?: string
  templated?: boolean
}
export interface Parameter {
  name: string
  in: string
  required?: boolean
  style?: string
  explode?: boolean
  schema: Record<string, unknown>
}
interface Operation {
  parameters: (Parameter | { $ref: string })[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
export interface Api {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: { parameters: Record<string, Parameter> }
}

/** A client that knows nothing but the landing page's address and follows what documents say. */
export function ogcClient(server: TestServer) {
  const get = (href: string, headers: Record<string, string> = {}) => {
    const { pathname, search } = new URL(href, 'http://localhost')
    return server.app.inject({ url: pathname + search, headers })
  }
  const json = async (href: string) => (await get(href, { accept: 'application/json' })).json()
  return { get, json }
}

/** Links of a document with a relation. */
export const linksOf = (document: { links: Link[] }, rel: string) =>
  document.links.filter((link) => link.rel === rel)

/** The parameters of an operation, references resolved. */
export const parametersAt = (api: Api, path: string) =>
  api.paths[path]!.get.parameters.map((parameter) =>
    '$ref' in parameter ? api.components.parameters[parameter.$ref.split('/').at(-1)!]! : parameter
  )

/** A check of an answer against what the API's description says of it; answers the complaints. */
export function describedBy(api: Api) {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema(api, 'api')
  return (path: string, type: string, answer: unknown) => {
    const { schema } = api.paths[path]!.get.responses['200']!.content![type]!
    const local = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/'))
    return ajv.validate(local, answer)
      ? []
      : ajv.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}
