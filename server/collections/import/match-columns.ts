import type { Field } from '../collection.ts'
import { ImportRefused } from './request.ts'
import { bareWord, withoutUnit } from './words.ts'

/** A dBASE file cuts column names at ten characters. */
const DBF_NAME = 10

interface Choice {
  map?: Readonly<Record<string, string>>
  set?: Readonly<Record<string, string>>
  skip?: readonly string[]
}

/** Field to column, and the columns that nothing is taken from. */
export interface ColumnMatch {
  columns: Record<string, string>
  unused: string[]
}

const list = (names: readonly string[]) => names.map((name) => `«${name}»`).join(', ')

function requireKnownFields(fields: readonly Field[], choice: Choice) {
  const known = fields.map((field) => field.name)
  const named = new Set([...Object.keys({ ...choice.map, ...choice.set }), ...(choice.skip ?? [])])
  const unknown = [...named].filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new ImportRefused({
    vi: `Không có trường ${list(unknown)} trong loại dữ liệu này. Các trường nạp được: ${known.join(', ')}.`,
    en: `This collection has no field ${list(unknown)}. Fields that can be filled: ${known.join(', ')}.`
  })
}

/** A field cannot be filled and left out. */
function requireOneChoice({ map = {}, skip = [] }: Choice) {
  const both = skip.filter((name) => name in map)
  if (both.length === 0) return
  throw new ImportRefused({
    vi: `Trường ${list(both)} vừa được chọn cột, vừa được chọn không lấy từ tệp. Hãy chọn một.`,
    en: `For the field ${list(both)} a column was chosen, and that nothing is taken from the file. Choose one of the two.`
  })
}

/** The column that --map names: exactly, else without regard to case and diacritics. */
function mappedColumn(field: string, wanted: string, columns: readonly string[]) {
  const found =
    columns.find((column) => column.normalize('NFC') === wanted.normalize('NFC')) ??
    columns.find((column) => bareWord(column) === bareWord(wanted))
  if (found !== undefined) return found
  throw new ImportRefused({
    vi: `--map ${field}=${wanted}: tệp không có cột «${wanted}». Các cột của tệp: ${list(columns) || 'không có cột nào'}.`,
    en: `--map ${field}=${wanted}: the file has no column «${wanted}». Its columns: ${list(columns) || 'none'}.`
  })
}

function fits(column: string, alias: string) {
  if (bareWord(column) === alias) return true
  const isCut = column.length === DBF_NAME && /^[A-Za-z0-9_]+$/.test(column)
  // Bare, a name that was cut may be no longer than ten: `other_name` of `othernames`.
  return isCut && alias.length >= DBF_NAME && alias.startsWith(bareWord(column))
}

/** The names a field goes by, bare, best first. */
export function aliasesOf(field: Field) {
  const names = [field.name, field.shortName ?? '', ...(field.aliases ?? []), field.title.vi, field.title.en]
  return [...new Set(names.map(bareWord))].filter((name) => name !== '')
}

function ownColumn(field: Field, free: readonly string[], heading: (column: string) => string) {
  for (const alias of aliasesOf(field)) {
    const column = free.find((name) => fits(heading(name), alias))
    if (column !== undefined) return column
  }
  return undefined
}

function requireFilled(
  fields: readonly Field[],
  columns: Record<string, string>,
  choice: Choice,
  all: readonly string[]
) {
  const filled = (field: Field) => field.name in columns || choice.set?.[field.name] !== undefined
  const missing = fields.filter((field) => field.required && !filled(field) && !field.startOf)
  if (missing.length === 0) return
  const vi = missing.map((field) => `${field.name} (${field.title.vi})`).join(', ')
  const en = missing.map((field) => `${field.name} (${field.title.en})`).join(', ')
  const first = missing[0]?.name ?? ''
  throw new ImportRefused({
    vi: `Không nhận ra cột cho trường bắt buộc: ${vi}. Các cột của tệp: ${list(all) || 'không có cột nào'}. Hãy chỉ rõ bằng --map ${first}=«tên cột», hoặc --set ${first}=«giá trị chung».`,
    en: `No column was recognised for the required field ${en}. The file's columns: ${list(all) || 'none'}. Say which with --map ${first}=«column», or --set ${first}=«value for all rows».`
  })
}

/**
 * Finds each field's column by `--map`, else by the field's aliases, without case, diacritics, punctuation and, where
 * nothing else fits, the unit; a field that `--set` fills needs none, one of `skip` gets none. Throws `ImportRefused` for an
 * unknown field or column, and for a required field without any.
 */
export function matchColumns(
  fields: readonly Field[],
  all: readonly string[],
  choice: Choice = {}
): ColumnMatch {
  requireKnownFields(fields, choice)
  requireOneChoice(choice)
  const columns: Record<string, string> = {}
  for (const [field, wanted] of Object.entries(choice.map ?? {}))
    columns[field] = mappedColumn(field, wanted, all)
  let free = all.filter((column) => !Object.values(columns).includes(column))
  for (const heading of [(column: string) => column, withoutUnit])
    for (const field of fields) {
      if (field.name in columns || choice.set?.[field.name] !== undefined) continue
      if (choice.skip?.includes(field.name)) continue
      const column = ownColumn(field, free, heading)
      if (column === undefined) continue
      columns[field.name] = column
      free = free.filter((name) => name !== column)
    }
  requireFilled(fields, columns, choice, all)
  return { columns, unused: free }
}
