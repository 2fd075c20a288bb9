import { dayInVietnam, writtenDay } from '../../http/calendar.ts'
import type { Field } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { parseDay } from './parse-dates.ts'
import { parseNumber, readMarked, type NumberStyle } from './parse-numbers.ts'
import type { RowProblem } from './request.ts'
import { bareWord, cleanParagraphs, cleanText, isUnstorable, quoted, UNSTORABLE } from './words.ts'

export type FieldValue = string | number | boolean | string[] | null
export type Parsed = { value: FieldValue } | { problem: RowProblem }

const LARGEST_INTEGER = 2_147_483_647
const YES = ['co', 'x', '1', 'true', 'yes', 'y', 't', 'dung']
const NO = ['khong', '0', 'false', 'no', 'n', 'f', 'sai', 'chua', 'k']

function refuse(field: Field, value: unknown, vi: string, en: string): Parsed {
  const reason: Localized = {
    vi: `${field.title.vi} (${field.name}): ${vi}`,
    en: `${field.title.en} (${field.name}): ${en}`
  }
  return { problem: { reason, value: quoted(value) } }
}

function allowedValue(field: Field, text: string): string | undefined {
  const word = bareWord(text)
  for (const [value, words] of Object.entries(field.values ?? {})) {
    const names = [value, ...words]
    if (names.includes(text.toLowerCase())) return value
    if (word !== '' && names.some((name) => bareWord(name) === word)) return value
  }
  return undefined
}

const NOT_ASCII = /[^\x00-\x7f]/

/** As `allowedValue`, but letters with marks count: "Phượng" in Phượng Dực is no "phường", "Lăng" in Lăng Cô no "làng". */
const statedValue = (field: Field, text: string) =>
  NOT_ASCII.test(text)
    ? Object.keys(field.values ?? {}).find((value) => value === text.toLocaleLowerCase('vi'))
    : allowedValue(field, text)

/** The allowed value that the text begins with as a whole word: "Phường Thành Sen" gives "phường". null: none. */
export function leadingValue(field: Field, text: string): string | null {
  const words = cleanText(text).split(' ')
  for (const count of [3, 2, 1]) {
    const found = words.length > count ? statedValue(field, words.slice(0, count).join(' ')) : undefined
    if (found !== undefined) return found
  }
  return null
}

const wordsOf = (field: Field) => Object.keys(field.values ?? {}).join(', ')

function parseText(field: Field, raw: unknown, text: string): Parsed {
  if (field.values) {
    const value = allowedValue(field, text)
    if (value !== undefined) return { value }
    return refuse(
      field,
      raw,
      `giá trị phải là một trong ${wordsOf(field)}.`,
      `must be one of ${wordsOf(field)}.`
    )
  }
  if (field.pattern && !field.pattern.test(text)) return badPattern(field, raw, text)
  return { value: text }
}

function badPattern(field: Field, raw: unknown, text: string): Parsed {
  const padded = `0${text}`
  if (field.pattern?.test(padded))
    return refuse(
      field,
      raw,
      `mã thiếu số 0 ở đầu (có lẽ là ${padded}; bảng tính hay làm mất số 0). Hãy định dạng cột là văn bản.`,
      `the code lacks its leading zero (perhaps ${padded}; spreadsheets drop it). Format the column as text.`
    )
  return refuse(
    field,
    raw,
    `sai định dạng, phải khớp ${field.pattern?.source}.`,
    `must match ${field.pattern?.source}.`
  )
}

/** A text that may be thousands or decimals, as its column decides it. */
function parseMarked(field: Field, raw: unknown, text: string, style: NumberStyle): Parsed | undefined {
  const marked = field.type === 'number' && typeof raw === 'string' ? readMarked(text, style) : null
  if (marked === null) return undefined
  if (typeof marked === 'number') return inRange(field, raw, marked)
  const [thousands, decimals] = marked.either
  return refuse(
    field,
    raw,
    `có thể là ${thousands} hoặc ${String(decimals).replace('.', ',')}. Hãy ghi ${thousands} không có dấu, hoặc ${decimals.toFixed(4).replace('.', ',')} nếu là số thập phân.`,
    `may be ${thousands} or ${decimals}. Write ${thousands} without a mark, or ${decimals.toFixed(4)} if it is a decimal.`
  )
}

function parseNumeric(field: Field, raw: unknown, text: string, style: NumberStyle): Parsed {
  const whole = field.type === 'integer'
  const marked = parseMarked(field, raw, text, style)
  if (marked) return marked
  const value = typeof raw === 'number' ? raw : parseNumber(text, whole)
  if (value === null || !Number.isFinite(value)) return refuse(field, raw, 'phải là số.', 'must be a number.')
  if (whole && !Number.isInteger(value))
    return refuse(field, raw, 'phải là số nguyên.', 'must be a whole number.')
  if (whole && Math.abs(value) > LARGEST_INTEGER) return refuse(field, raw, 'số quá lớn.', 'is too large.')
  return inRange(field, raw, value)
}

const inVietnamese = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 6 })
const inEnglish = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 6 })

function inRange(field: Field, raw: unknown, value: number): Parsed {
  if (field.min !== undefined && value < field.min)
    return refuse(
      field,
      raw,
      `phải từ ${inVietnamese(field.min)} trở lên.`,
      `must be at least ${inEnglish(field.min)}.`
    )
  if (field.max !== undefined && value > field.max)
    return refuse(
      field,
      raw,
      `không được quá ${inVietnamese(field.max)}.`,
      `must be at most ${inEnglish(field.max)}.`
    )
  return { value }
}

function parseBoolean(field: Field, raw: unknown, text: string): Parsed {
  if (typeof raw === 'boolean') return { value: raw }
  if (YES.includes(bareWord(text))) return { value: true }
  if (NO.includes(bareWord(text))) return { value: false }
  return refuse(field, raw, 'phải là có hoặc không.', 'must be yes or no.')
}

function parseDate(field: Field, raw: unknown, text: string): Parsed {
  const value = parseDay(text)
  if (value !== null) return field.past ? notAhead(field, raw, value) : { value }
  return refuse(
    field,
    raw,
    'không phải là ngày có thật; viết ngày/tháng/năm (01/04/2026) hoặc 2026-04-01.',
    'is not a real day; write day/month/year (01/04/2026) or 2026-04-01.'
  )
}

function notAhead(field: Field, raw: unknown, value: string): Parsed {
  const today = dayInVietnam()
  if (value <= today) return { value }
  return refuse(
    field,
    raw,
    `không được sau hôm nay (${writtenDay(today)}).`,
    `must not be after today (${today}).`
  )
}

function parseList(field: Field, raw: unknown): Parsed {
  const parts = Array.isArray(raw) ? raw.map(String) : String(raw).split(/[,;/+|&]|\svà\s|\sand\s/)
  const values: string[] = []
  for (const part of parts.map(cleanText).filter((text) => text !== '')) {
    const parsed = parseText(field, part, part)
    if ('problem' in parsed) return parsed
    if (typeof parsed.value === 'string' && !values.includes(parsed.value)) values.push(parsed.value)
  }
  return { value: values.length > 0 ? values : null }
}

const parsers: Record<
  Exclude<Field['type'], 'text[]'>,
  (field: Field, raw: unknown, text: string, style: NumberStyle) => Parsed
> = {
  text: parseText,
  integer: parseNumeric,
  number: parseNumeric,
  boolean: parseBoolean,
  date: parseDate
}

const UNKNOWN_STYLE: NumberStyle = { decimal: undefined, hasPlain: false }

/**
 * Reads one cell as the field's type. An empty cell is null; what does not fit is a problem with the reason and the value.
 * `style` decides texts like `1.000` in number fields; without it they are refused.
 */
export function parseValue(field: Field, raw: unknown, style = UNKNOWN_STYLE): Parsed {
  if (raw === null || raw === undefined) return { value: null }
  const clean = field.long ? cleanParagraphs : cleanText
  const text = clean(
    typeof raw === 'string' ? raw : typeof raw === 'object' ? JSON.stringify(raw) : String(raw)
  )
  if (text === '') return { value: null }
  if (isUnstorable(Array.isArray(raw) ? raw.join() : text)) return refuse(field, raw, ...UNSTORABLE)
  return field.type === 'text[]' ? parseList(field, raw) : parsers[field.type](field, raw, text, style)
}
