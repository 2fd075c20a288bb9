import { importFields, type Collection } from '../collection.ts'
import { COORDINATE_WORDS } from './coordinate-columns.ts'
import { aliasesOf } from './match-columns.ts'
import type { FeatureRow, RowProblem } from './request.ts'
import { sampled } from './sample.ts'
import { bareWord, cleanText, quoted } from './words.ts'

/** A title, a blank line, the office's name: the header stands among the first rows. */
const LATEST_HEADER = 15

const textsOf = (row: FeatureRow | undefined): string[] =>
  Object.values(row?.properties ?? {}).map((cell) => cleanText(cell === null ? '' : String(cell)))

const isNumber = (text: string) => /^[-+]?\d[\d.,\s]*$/.test(text)

function knownWords(collection: Collection, map: Readonly<Record<string, string>> = {}) {
  const fields = importFields(collection).flatMap(aliasesOf)
  return new Set([...fields, ...COORDINATE_WORDS, ...Object.values(map).map(bareWord)])
}

/** How many different names of the row the collection knows. */
const score = (names: readonly string[], words: ReadonlySet<string>) =>
  new Set(names.map(bareWord).filter((name) => words.has(name))).size

/** Two header rows as one: below a merged cell ("Tọa độ") stand the names that count. */
const merged = (upper: readonly string[], lower: readonly string[]) =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => lower[at] || (upper[at] ?? ''))

/** Every column with a name of its own: blank ones by their place, repeated ones numbered. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name, at) => {
    const own = name === '' ? `cot_${at + 1}` : name
    const count = (seen.get(own) ?? 0) + 1
    seen.set(own, count)
    return count === 1 ? own : `${own}_${count}`
  })
}

interface Header {
  names: string[]
  /** How many rows it takes, with what stands above it. */
  rows: number
}

function findHeader(rows: readonly string[][], words: ReadonlySet<string>): Header {
  let best: Header & { score: number } = { names: rows[0] ?? [], rows: 1, score: 0 }
  for (const [at, row] of rows.entries()) {
    const single = score(row, words)
    if (single > best.score) best = { names: row, rows: at + 1, score: single }
    const next = rows[at + 1]
    if (!next || next.some(isNumber)) continue
    const both = merged(row, next)
    const double = score(both, words)
    if (double > best.score) best = { names: both, rows: at + 2, score: double }
  }
  return best.score > 0 ? best : { names: rows[firstFull(rows)] ?? [], rows: firstFull(rows) + 1 }
}

/** Where no name is known: the first row with more than one filled cell. */
const firstFull = (rows: readonly string[][]) =>
  Math.max(
    rows.findIndex((row) => row.filter((text) => text !== '').length > 1),
    0
  )

/** A decimal comma outside quotes makes two cells of one, and all that follow stand in the wrong column. */
function shifted(cells: readonly unknown[], width: number): RowProblem | undefined {
  const filled = cells.findLastIndex((cell) => cell !== null && String(cell).trim() !== '') + 1
  if (filled <= width) return undefined
  return {
    reason: {
      vi: `Dòng có ${filled} ô mà tiêu đề chỉ có ${width} cột: có lẽ một ô chứa dấu phân cách (như dấu phẩy thập phân). Hãy đặt ô ấy trong dấu ngoặc kép, hoặc xuất lại bảng với dấu chấm phẩy.`,
      en: `The row has ${filled} cells, the header ${width}: perhaps a cell holds the delimiter (such as a decimal comma). Put that cell in quotes, or export the table with semicolons.`
    },
    value: quoted(cells.join(' | '))
  }
}

/**
 * Rows of a sheet, whose properties are cells by position, with the names of its header: the one or two rows among the
 * first fifteen in which the collection knows most names. Rows keep the number that a spreadsheet shows; blank ones are left
 * out.
 * `divided`: its cells were told apart by a mark, so that a row with more of them than the header is refused.
 */
export async function withHeader(
  source: AsyncIterable<FeatureRow>,
  collection: Collection,
  map: Readonly<Record<string, string>> | undefined,
  divided: boolean
): Promise<AsyncIterable<FeatureRow>> {
  const { first, rows } = await sampled(source)
  const header = findHeader(first.slice(0, LATEST_HEADER).map(textsOf), knownWords(collection, map))
  const width = Math.max(
    header.names.length,
    ...first.map(({ properties }) => Object.keys(properties).length)
  )
  const names = distinct(Array.from({ length: width }, (_, at) => header.names[at] ?? ''))
  async function* named() {
    let seen = 0
    for await (const row of rows) {
      const cells = Object.values(row.properties)
      const isBlank = cells.every((cell) => cell === null || cell === undefined || String(cell).trim() === '')
      if (++seen <= header.rows || isBlank) continue
      const entries = cells.map((cell, at): [string, unknown] => [names[at] ?? `cot_${at + 1}`, cell])
      const problem = row.problem ?? (divided ? shifted(cells, header.names.length) : undefined)
      const properties = Object.fromEntries(entries)
      yield { ...row, properties, ...(problem ? { problem } : {}) }
    }
  }
  return named()
}
