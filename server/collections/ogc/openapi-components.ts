import { TILE_MAX_ZOOM } from '../../geo/tile.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import type { Collection } from '../collection.ts'
import type { ApiParameter } from './openapi-operations.ts'
import { openApiSchemas } from './openapi-schemas.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './parameters.ts'

/** What the parameters mean, for the API's description. */
export const PARAMETER_WORDS = {
  f: {
    vi: 'Dạng trả lời; mặc định theo tiêu đề Accept.',
    en: 'Form of the answer; by default what Accept asks.'
  },
  lang: {
    vi: 'Ngôn ngữ; mặc định theo tiêu đề Accept-Language.',
    en: 'Language; by default what Accept-Language asks.'
  },
  limit: { vi: 'Số đối tượng tối đa trong một trang.', en: 'The most items in one page.' },
  bbox: {
    vi: 'Chỉ đối tượng chạm khung: tây, nam, đông, bắc theo độ (WGS 84); 6 số khi có độ cao.',
    en: 'Only items that touch the box: west, south, east, north in degrees (WGS 84); 6 numbers with heights.'
  },
  datetime: {
    vi: 'Chỉ đối tượng có hiệu lực vào ngày hoặc trong khoảng này: 2026-06-30, 2026-01-01/2026-06-30, ../2026-06-30. Không có tham số: mọi phiên bản từng có hiệu lực; bản đang dùng là của ngày hôm nay.',
    en: 'Only items valid on this day or within this interval: 2026-06-30, 2026-01-01/2026-06-30, ../2026-06-30. Without it: every version there ever was; what holds now is asked by today’s date.'
  },
  after: {
    vi: 'Đối tượng cuối của trang trước; lấy từ liên kết «next».',
    en: 'The last item of the page before; taken from the link “next”.'
  },
  featureId: { vi: 'Số hiệu của đối tượng.', en: 'Id of the item.' },
  tileMatrix: { vi: 'Mức phóng.', en: 'Zoom.' },
  tileRow: { vi: 'Hàng, từ bắc xuống.', en: 'Row, from the north.' },
  tileCol: { vi: 'Cột, từ tây sang.', en: 'Column, from the west.' },
  collections: {
    vi: 'Các lớp trong ô, cách nhau bằng dấu phẩy; mặc định mọi lớp.',
    en: 'Collections in the tile, parted by commas; by default all.'
  },
  datetimeOfTile: {
    vi: 'Ngày được vẽ, YYYY-MM-DD; mặc định hôm nay ở Việt Nam.',
    en: 'The day that is drawn, YYYY-MM-DD; by default today in Việt Nam.'
  },
  filter: { vi: 'Chỉ đối tượng có đúng giá trị này.', en: 'Only items with exactly this value.' }
} satisfies Record<string, Bilingual>

function query(name: string, description: string, schema: object): ApiParameter {
  return { name, in: 'query', description, required: false, schema, style: 'form', explode: false }
}

const path = (name: string, description: string, schema: object): ApiParameter => ({
  name,
  in: 'path',
  description,
  required: true,
  schema,
  style: 'simple'
})

function parameters(language: Language): Record<string, ApiParameter> {
  const words = (key: keyof typeof PARAMETER_WORDS) => PARAMETER_WORDS[key][language]
  const numbers = { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }
  const strings = { type: 'array', items: { type: 'string' } }
  const count = { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT }
  const index = { type: 'integer', minimum: 0 }
  return {
    f: query('f', words('f'), { type: 'string', enum: ['json', 'html'] }),
    fJson: query('f', words('f'), { type: 'string', enum: ['json'] }),
    fTile: query('f', words('f'), { type: 'string', enum: ['mvt'] }),
    lang: query('lang', words('lang'), { type: 'string', enum: ['vi', 'en'] }),
    limit: query('limit', words('limit'), count),
    bbox: query('bbox', words('bbox'), numbers),
    datetime: query('datetime', words('datetime'), { type: 'string' }),
    datetimeOfTile: query('datetime', words('datetimeOfTile'), { type: 'string' }),
    after: query('after', words('after'), { type: 'string' }),
    collections: query('collections', words('collections'), strings),
    featureId: path('featureId', words('featureId'), { type: 'string' }),
    tileMatrix: path('tileMatrix', words('tileMatrix'), { ...index, maximum: TILE_MAX_ZOOM }),
    tileRow: path('tileRow', words('tileRow'), index),
    tileCol: path('tileCol', words('tileCol'), index)
  }
}

const PROBLEMS = {
  BadRequest: {
    vi: 'Tham số sai hoặc không có; câu trả lời nói rõ tham số nào.',
    en: 'A parameter is wrong or unknown; the answer names it.'
  },
  NotFound: { vi: 'Không có gì ở địa chỉ này.', en: 'There is nothing at this address.' },
  NotAcceptable: { vi: 'Không có dạng được yêu cầu.', en: 'The form asked for is not offered.' },
  ServerError: { vi: 'Lỗi máy chủ.', en: 'Server error.' },
  Unavailable: {
    vi: 'Cơ sở dữ liệu đang tạm ngắt; thử lại sau số giây ghi ở Retry-After.',
    en: 'The database is away; try again after the seconds in Retry-After.'
  }
} satisfies Record<string, Bilingual>

/** Parameters, schemas and answers that the paths refer to. */
export function openApiComponents(collections: readonly Collection[], language: Language) {
  const schema = { $ref: '#/components/schemas/Problem' }
  const responses = Object.entries(PROBLEMS).map(([name, words]) => [
    name,
    { description: words[language], content: { 'application/problem+json': { schema } } }
  ])
  return {
    parameters: parameters(language),
    schemas: openApiSchemas(collections, language),
    responses: Object.fromEntries(responses)
  }
}
