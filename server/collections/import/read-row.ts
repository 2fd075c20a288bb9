import { importFields, type Collection, type Field } from '../collection.ts'
import { checkGeometry } from './check-geometry.ts'
import { isInDegrees, onGlobe } from './check-degrees.ts'
import { nameCutter } from './names-of-kind.ts'
import { numberStyle, type NumberStyle } from './parse-numbers.ts'
import { leadingValue, parseValue, type FieldValue } from './parse-values.ts'
import type { FeatureRow, ImportRequest, RowProblem } from './request.ts'
import { bareWord } from './words.ts'
import { writeWkb } from './write-wkb.ts'

/** A row ready to be staged: field values by name without nulls, geometry as hexadecimal WKB in the source's system. */
export interface ReadyRow {
  number: number
  fields: Record<string, FieldValue>
  wkb: string | null
  isPoint: boolean
}

export type ReadRow = ReadyRow | { number: number; problem: RowProblem }

interface Filling {
  field: Field
  column: string | undefined
  /** The same value for every row, from --set. */
  text: string | number | undefined
  startColumn: string | undefined
  style: NumberStyle | undefined
}

/** `requireSet` has written numbers as JavaScript does; they are not looked at for thousands again. */
const setValue = ({ type }: Field, text: string | undefined) =>
  type === 'number' && text ? Number(text) : text

function styleOf({ type }: Field, column: string | undefined, sample: readonly FeatureRow[]) {
  if (type !== 'number' || column === undefined) return undefined
  const others = sample.flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, cell]) => (name === column ? [] : [cell]))
  )
  return numberStyle(
    sample.map(({ properties }) => properties[column]),
    others
  )
}

function startColumn(field: Field, columns: readonly string[]) {
  const names = (field.startOf ?? []).map(bareWord)
  for (const name of names) {
    const column = columns.find((candidate) => bareWord(candidate) === name)
    if (column !== undefined) return column
  }
  return undefined
}

function fieldValue(
  { field, column, text, startColumn, style }: Filling,
  properties: FeatureRow['properties']
) {
  if (text !== undefined) return parseValue(field, text)
  if (column !== undefined) {
    const stated = parseValue(field, properties[column], style)
    if ('problem' in stated || stated.value !== null) return stated
  }
  const start = startColumn === undefined ? undefined : properties[startColumn]
  return { value: typeof start === 'string' ? leadingValue(field, start) : null }
}

function missing(field: Field): RowProblem {
  return {
    reason: {
      vi: `Thiếu giá trị bắt buộc: ${field.title.vi} (${field.name}).`,
      en: `The required value is missing: ${field.title.en} (${field.name}).`
    },
    value: null
  }
}

function wrongOrder(fields: Record<string, FieldValue>): RowProblem | undefined {
  const { valid_from: from, valid_to: to } = fields
  if (typeof from !== 'string' || typeof to !== 'string' || from < to) return undefined
  return {
    reason: {
      vi: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
      en: 'The day until which it is valid must be after the day from which it is.'
    },
    value: `${from} – ${to}`
  }
}

/** What a row's reader knows of the file beside its columns. */
interface RowReading {
  /** Rows that show how columns write numbers. */
  sample?: readonly FeatureRow[]
  /** Names as they are written here. */
  spell?: (field: Field, value: FieldValue) => FieldValue
}

/** How rows of a collection are read, once it is known which column fills which field. */
export function rowReader(
  collection: Collection,
  request: Pick<ImportRequest, 'set' | 'skip' | 'withoutGeometry' | 'crs'>,
  columns: Readonly<Record<string, string>>,
  allColumns: readonly string[],
  { sample = [], spell = (_, value) => value }: RowReading = {}
): (row: FeatureRow) => ReadRow {
  const fillings: Filling[] = importFields(collection).map((field) => ({
    field,
    column: columns[field.name],
    text: setValue(field, request.set?.[field.name]),
    startColumn: request.skip?.includes(field.name) ? undefined : startColumn(field, allColumns),
    style: styleOf(field, columns[field.name], sample)
  }))

  const inDegrees = isInDegrees(request.crs)
  const cut = nameCutter(
    fillings.map(({ field }) => field),
    fillings.flatMap(({ startColumn }) => startColumn ?? [])
  )

  return (row) => {
    const { number } = row
    if (row.problem) return { number, problem: row.problem }
    const fields: Record<string, FieldValue> = {}
    for (const filling of fillings) {
      const parsed = fieldValue(filling, row.properties)
      if ('problem' in parsed) return { number, problem: parsed.problem }
      if (parsed.value !== null) fields[filling.field.name] = spell(filling.field, parsed.value)
      else if (filling.field.required) return { number, problem: missing(filling.field) }
    }
    cut(fields, row.properties)
    const disorder = wrongOrder(fields)
    if (disorder) return { number, problem: disorder }
    if (collection.geometry === null || (request.withoutGeometry && row.geometry === null))
      return { number, fields, wkb: null, isPoint: false }
    const checked = inDegrees
      ? onGlobe(checkGeometry(row.geometry, collection.geometry))
      : checkGeometry(row.geometry, collection.geometry)
    return 'problem' in checked
      ? { number, problem: checked.problem }
      : {
          number,
          fields,
          wkb: writeWkb(checked.geometry),
          isPoint: checked.geometry.kind === 'Point'
        }
  }
}
