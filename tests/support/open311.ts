import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect } from 'vitest'
import { z } from 'zod'
import { signedIn } from './accounts.ts'
import type { ReportsServer } from './reports-server.ts'

// GeoReport v2 as it is published (wiki.open311.org/GeoReport_v2, and the JSON schemas of github.com/open311/schema-validation)
// in our words: what each resource has, in its order. Stricter than those schemas: nothing else is there, nothing is left out.

const moment = z.iso.datetime({ offset: true })

export const Discovery = z.strictObject({
  changeset: moment,
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.strictObject({
      specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
      url: z.url(),
      changeset: moment,
      type: z.enum(['production', 'test', 'development']),
      formats: z.array(z.enum(['text/xml', 'application/json']))
    })
  )
})

export const Services = z.array(
  z.strictObject({
    service_code: z.string(),
    service_name: z.string(),
    description: z.string(),
    metadata: z.boolean(),
    type: z.enum(['realtime', 'batch', 'blackbox']),
    keywords: z.string(),
    group: z.string()
  })
)

export const Definition = z.strictObject({
  service_code: z.string(),
  attributes: z.array(
    z.strictObject({
      variable: z.boolean(),
      code: z.string(),
      datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
      required: z.boolean(),
      datatype_description: z.string().nullable(),
      order: z.int(),
      description: z.string(),
      values: z.array(z.strictObject({ key: z.string(), name: z.string() }))
    })
  )
})

const request = {
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().nullable(),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string().max(4000).nullable(),
  agency_responsible: z.string().nullable(),
  service_notice: z.string().nullable(),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment.nullable(),
  address: z.string().nullable(),
  address_id: z.string().nullable(),
  zipcode: z.string().nullable(),
  lat: z.number(),
  long: z.number(),
  media_url: z.url().nullable()
}
export const Requests = z.array(z.strictObject(request))
export const ExtendedRequests = z.array(
  z.strictObject({
    ...request,
    extended_attributes: z.strictObject({
      state: z.string(),
      overdue: z.boolean(),
      external_id: z.string().nullable(),
      place_hidden: z.boolean(),
      accuracy: z.number().nullable(),
      witnesses: z.int(),
      closed_datetime: moment.nullable(),
      page_url: z.url(),
      media: z.array(
        z.strictObject({ type: z.enum(['before', 'after']), url: z.url(), thumbnail_url: z.url() })
      )
    })
  })
)
export type Told = z.infer<typeof ExtendedRequests>[number]

export const Errors = z.array(z.strictObject({ code: z.int(), description: z.string().min(1) }))

/** The names of an object's members, in their order. */
export const REQUEST_FIELDS = Object.keys(request)

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true })

/** A document as it is read by a parser of XML that knows nothing of ours; fails the test where it is not well formed. */
export function readXml(text: string): unknown {
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')).toBe(true)
  expect(XMLValidator.validate(text)).toBe(true)
  return parser.parse(text)
}

/** Ways to ask the server in the standard. */
export function open311Of(server: ReportsServer) {
  const ask = (path: string) => server.app.inject(`/open311/${path}`)

  async function list(query = '') {
    const response = await ask(`v2/requests.json?extensions=true&${query}`)
    expect(response.statusCode, response.body).toBe(200)
    return ExtendedRequests.parse(response.json())
  }

  async function refused(path: string) {
    const response = await ask(path)
    const [error] = Errors.parse(response.json())
    expect(error?.code).toBe(response.statusCode)
    return response.statusCode
  }

  /** A key, made by an administrator. */
  async function makeKey(system: string, commune?: string) {
    const { headers } = await signedIn(server.db, { role: 'administrator' })
    const response = await server.post('/api/staff/api-keys', { system, commune }, headers)
    expect(response.statusCode, response.body).toBe(201)
    return response.json<{ id: number; key: string }>()
  }

  const send = (fields: Record<string, string>, format = '.json') =>
    server.app.inject({
      method: 'POST',
      url: `/open311/v2/requests${format}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString()
    })

  /** Fields of a request in the commune. */
  const form = (key: string, more: Record<string, string> = {}) => ({
    api_key: key,
    service_code: 'illegal_dump',
    lat: String(server.commune.south + 0.005),
    long: String(server.commune.west + 0.005),
    ...more
  })

  return { ask, list, refused, makeKey, send, form }
}
