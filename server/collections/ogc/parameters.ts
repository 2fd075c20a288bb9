import { z } from 'zod'
import { preferredLanguage, type Language } from '../../http/language.ts'
import type { Collection } from '../collection.ts'
import { parseInterval } from '../datetime.ts'
import { parseBBox } from './bbox.ts'
import { filterParameter, itemFields, type Filter } from './filter.ts'

export const DEFAULT_LIMIT = 100
export const MAX_LIMIT = 10_000

/** A parameter's schema from a parser that answers undefined, and the sentence for that. */
const parsed = <T>(parse: (text: string) => T | undefined, vi: string, en: string) =>
  z.string().transform((text, context) => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', params: { vi, en } })
    return z.NEVER
  })

/** More than the most is answered as the most, as the standard asks; what is no count at all is refused. */
const limit = parsed(
  (text) => (/^[1-9]\d{0,8}$/.test(text) ? Math.min(Number(text), MAX_LIMIT) : undefined),
  `phải là số nguyên từ 1 đến ${MAX_LIMIT}`,
  `must be a whole number from 1 to ${MAX_LIMIT}`
)

const bbox = parsed(
  parseBBox,
  'phải là 4 (hoặc 6) số cách nhau bằng dấu phẩy: tây, nam, đông, bắc, theo độ; nam không lớn hơn bắc',
  'must be 4 (or 6) numbers parted by commas: west, south, east, north in degrees, south not above north'
)

const datetime = parsed(
  parseInterval,
  'phải là ngày YYYY-MM-DD, thời điểm RFC 3339, hoặc khoảng «từ/đến» (.. là để ngỏ), từ không sau đến',
  'must be a day YYYY-MM-DD, an RFC 3339 moment or an interval “from/to” (.. for open), from not after to'
)

const after = parsed(
  (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
  'phải lấy từ liên kết «next» của trang trước',
  'must come from the link “next” of the page before'
)

/** Parameters of every document: its form and its language, before what the headers ask. */
const documentParameters = {
  f: z.enum(['json', 'html']).optional(),
  lang: z.enum(['vi', 'en']).optional()
}
export const DocumentQuery = z.strictObject(documentParameters)
export type DocumentQuery = z.infer<typeof DocumentQuery>

/** Parameters of a page of items beside the document's own and the filters. */
const itemsParameters = {
  limit: limit.default(DEFAULT_LIMIT),
  bbox: bbox.optional(),
  datetime: datetime.optional(),
  after: after.optional()
}

const Standard = z.strictObject({ ...documentParameters, ...itemsParameters })

/** What a page of items is asked for. */
export interface ItemsQuery extends z.infer<typeof Standard> {
  filters: Filter[]
}

/** Query of a collection's items: what every collection takes, and a value per property. */
export function itemsQuery(collection: Collection) {
  const fields = itemFields(collection)
  const values: Record<string, z.ZodOptional<ReturnType<typeof filterParameter>>> = Object.fromEntries(
    fields.map((field) => [field.name, filterParameter(field).optional()])
  )
  return z.strictObject({ ...values, ...Standard.shape }).transform((query): ItemsQuery => {
    const { f, lang, limit, bbox, datetime, after, ...rest } = query
    const asked: Readonly<Record<string, Filter['value'] | undefined>> = rest
    const filters = fields.flatMap((field) => {
      const value = asked[field.name]
      return value === undefined ? [] : [{ field, value }]
    })
    return { f, lang, limit, bbox, datetime, after, filters }
  })
}

/** The language of an answer: what the address says, else what the browser likes. */
export const languageOf = (
  query: { lang?: Language | undefined },
  headers: { 'accept-language'?: string | undefined }
): Language => query.lang ?? preferredLanguage(headers['accept-language'])
