import { z } from 'zod'
import { Moment, urlCount, urlNumber } from '../../http/contract.ts'

// GeoReport v2 (http://wiki.open311.org/GeoReport_v2) with the extensions that cities use: names, order and codes of
// errors are the standard's.

/** Under this path; each resource with `.xml`, `.json`, or nothing, which is XML. */
export const OPEN311_PATH = '/open311'

/** Every address may say of which commune it speaks, by the commune's code; without it all are meant. No other is known: 404. */
const Jurisdiction = { jurisdiction_id: z.string().optional() }

/** Neither a year that no calendar of the database has nor one in which there was no such program. */
const YEARS = { vi: 'phải thuộc các năm từ 1970 đến 2199', en: 'must be of the years 1970 to 2199' }
const When = Moment.refine((text) => /^(19[7-9]|20|21)/.test(text), { params: YEARS }).transform(
  (text) => new Date(text)
)

/** A moment, or a day in Việt Nam, which stands for its first or last one. */
const whenOrDay = (time: string) =>
  z
    .string()
    .transform((text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text + time : text))
    .pipe(When)
const From = whenOrDay('T00:00:00+07:00').optional()
const Until = whenOrDay('T23:59:59.999+07:00').optional()

/** No number and no code has the sign that the database cannot keep. */
const keepable = (text: string) => !text.includes('\0')
const UNKEEPABLE = {
  params: { vi: 'có ký tự không dùng được', en: 'has a character that cannot be used' }
}

const listed = z
  .string()
  .max(20_000)
  .refine(keepable, UNKEEPABLE)
  .transform((text) => [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    )
  ])

export const Status = z.enum(['open', 'closed'])
export type Status = z.infer<typeof Status>

/** Clients of other places send a key and their extensions with every question: unknown ones change nothing. */
const Ignored = { api_key: z.string().optional(), extensions: z.string().optional() }

export const PlainQuery = z.strictObject({ ...Jurisdiction, ...Ignored })

/**
 * `extensions=true` adds `extended_attributes`, in which a system that names its `api_key` reads its own ids; extensions of
 * others are none.
 */
export const OneQuery = PlainQuery.extend({
  extensions: z
    .string()
    .transform((text) => text === 'true')
    .optional()
})

export type OneQuery = z.infer<typeof OneQuery>

/** Of a list. `service_request_id` overrides all other filters, as the standard says. */
export const ListQuery = OneQuery.extend({
  service_request_id: listed.optional(),
  service_code: listed.optional(),
  status: listed.pipe(z.array(Status)).optional(),
  start_date: From,
  end_date: Until,
  updated_after: From,
  updated_before: Until,
  page: urlCount.pipe(z.int().min(1)).optional(),
  page_size: urlCount.pipe(z.int().min(1).max(1000)).optional()
})
export type ListQuery = z.infer<typeof ListQuery>

/** A part of a path that ends with a format. */
export const FileParams = z.strictObject({ file: z.string().refine(keepable, UNKEEPABLE) })

const short = z.string().trim().max(200).optional()

/** What a new request may say in its address; whatever else stands there is passed over. */
export const NewRequestQuery = z.object(Jurisdiction)

/** The form of a new request. Fields that a form sends empty are left out before. */
export const NewRequest = z.strictObject({
  ...Jurisdiction,
  api_key: z.string(),
  service_code: z.string().max(50),
  lat: urlNumber.pipe(z.number().min(-90).max(90)).optional(),
  long: urlNumber.pipe(z.number().min(-180).max(180)).optional(),
  address_string: short,
  address_id: short,
  email: z.email().max(200).optional(),
  device_id: short,
  account_id: short,
  first_name: z.string().trim().max(50).optional(),
  last_name: z.string().trim().max(49).optional(),
  phone: z.string().trim().max(30).optional(),
  description: z.string().trim().max(4000).optional(),
  media_url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  'attribute[external_id]': z.string().trim().min(1).max(200).optional(),
  'attribute[accuracy]': urlNumber.pipe(z.number().min(0).max(100_000)).optional(),
  'attribute[observed_at]': When.optional()
})
export type NewRequest = z.infer<typeof NewRequest>

/** A request as the standard has it; moments RFC 3339, degrees WGS 84. */
export interface ServiceRequest {
  service_request_id: string
  status: Status
  status_notes: string | null
  service_name: string
  service_code: string
  description: string | null
  agency_responsible: string | null
  service_notice: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  address: null
  address_id: null
  zipcode: null
  lat: number
  long: number
  media_url: string | null
  extended_attributes?: ExtendedAttributes
}

/**
 * What `extensions=true` adds. `accuracy`: radius in metres around lat/long that holds the true place with 95 % probability
 * (of a hidden one always: half the diagonal of its cell); null: not measured. `external_id`: what the system that asks with
 * its key calls the request; null for everybody else.
 */
export interface ExtendedAttributes {
  state: string
  overdue: boolean
  place_hidden: boolean
  accuracy: number | null
  external_id: string | null
  witnesses: number
  closed_datetime: string | null
  page_url: string
  media: { type: 'before' | 'after'; url: string; thumbnail_url: string }[]
}
