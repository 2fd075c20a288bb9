import { z } from 'zod'
import { openFields, type Collection, type Field } from '../collection.ts'
import { parseInstant } from '../datetime.ts'

type FilterValue = string | number | boolean

/** A field and the value that it must have. */
export interface Filter {
  field: Field
  value: FilterValue
}

/** As imports store it: some keyboards and file names have a letter and its marks apart. */
const textOf = (text: string) => (text.includes('\0') ? undefined : text.normalize('NFC'))

/** A value that a parameter's text stands for; undefined when it is not one of that type. */
const PARSERS: Record<Field['type'], (text: string) => FilterValue | undefined> = {
  text: textOf,
  'text[]': textOf,
  integer: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  number: (text) => {
    const value = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
    return Number.isFinite(value) ? value : undefined
  },
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  date: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? parseInstant(text) : undefined)
}

const EXPECTED: Record<Field['type'], { vi: string; en: string }> = {
  text: { vi: 'phải là văn bản', en: 'must be text' },
  'text[]': { vi: 'phải là văn bản', en: 'must be text' },
  integer: { vi: 'phải là số nguyên', en: 'must be a whole number' },
  number: { vi: 'phải là số, dùng dấu chấm thập phân', en: 'must be a number with a decimal point' },
  boolean: { vi: 'phải là true hoặc false', en: 'must be true or false' },
  date: { vi: 'phải là ngày dạng YYYY-MM-DD', en: 'must be a day as YYYY-MM-DD' }
}

/** Types that SQL compares in; a list is asked whether it has the value. */
const SQL_TYPES: Record<Field['type'], string> = {
  text: 'text',
  'text[]': 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  date: 'date'
}

const VALIDITY: readonly Field[] = [
  { name: 'valid_from', type: 'date', title: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' } },
  {
    name: 'valid_to',
    type: 'date',
    title: { vi: 'Hết hiệu lực trước ngày', en: 'Valid until (that day excluded)' }
  }
]

/** Properties of an item, in the order in which they are shown: the open fields, then the days of validity. */
export function itemFields(collection: Collection): readonly Field[] {
  const own = openFields(collection)
  return [...own, ...VALIDITY.filter(({ name }) => !own.some((field) => field.name === name))]
}

/** The schema of a parameter that asks for one value of a field. */
export const filterParameter = ({ type }: Field) =>
  z.string().transform((text, context) => {
    const value = PARSERS[type](text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', params: EXPECTED[type] })
    return z.NEVER
  })

/** The condition that a field has the value of parameter `$position`. */
export const filterCondition = ({ name, type }: Field, position: number): string =>
  type === 'text[]' ? `$${position}::text = any(${name})` : `${name} = $${position}::${SQL_TYPES[type]}`
