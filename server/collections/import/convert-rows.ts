import type { FeatureRow, RowProblem } from './request.ts'
import type { Encoding } from './legacy-encodings.ts'
import { convertText, recogniseEncoding } from './recognise-encoding.ts'
import { resumed } from './row-stream.ts'
import { quoted } from './words.ts'

const ENOUGH_TEXTS = 3000
const AHEAD_ROWS = 5000
const NOT_ASCII = /[^\x00-\x7f]/

/** Rows with their texts in Unicode, and the encoding once it is known. */
export interface Converted {
  rows: AsyncIterable<FeatureRow>
  /** undefined: nothing beyond ASCII has been read so far. */
  readonly encoding: Encoding | undefined
}

const textsOf = ({ properties }: FeatureRow) => [
  ...Object.keys(properties),
  ...Object.values(properties).filter((value) => typeof value === 'string')
]

/** Whether a name or a text of the row has a character beyond ASCII. */
function isBeyondAscii({ properties }: FeatureRow): boolean {
  for (const name in properties) {
    const value = properties[name]
    if (NOT_ASCII.test(name) || (typeof value === 'string' && NOT_ASCII.test(value))) return true
  }
  return false
}

const LOST = '\ufffd'

/** Cells of a sheet have their places for names until its header is found. */
const cellOf = (name: string) =>
  /^\d+$/.test(name)
    ? { vi: `ô thứ ${Number(name) + 1}`, en: `cell ${Number(name) + 1}` }
    : { vi: `cột «${name}»`, en: `column «${name}»` }

function unreadable(name: string, text: string): RowProblem {
  const cell = cellOf(name)
  return {
    reason: {
      vi: `Chữ ở ${cell.vi} không theo bảng mã đã nhận ra của tệp. Hãy chỉ rõ bảng mã (--encoding tcvn3, vni, cp1258 hoặc utf8), hoặc sửa ô này.`,
      en: `The text in ${cell.en} is not in the encoding that was recognised. Name it (--encoding tcvn3, vni, cp1258 or utf8), or mend the cell.`
    },
    value: quoted(text)
  }
}

function convertRow(row: FeatureRow, encoding: Encoding, raw: boolean): FeatureRow {
  if (!isBeyondAscii(row)) return row
  let problem = row.problem
  const properties = Object.fromEntries(
    Object.entries(row.properties).map(([name, value]) => {
      const own = convertText(name, encoding, raw)
      if (typeof value !== 'string') return [own, value]
      const text = convertText(value, encoding, raw)
      if (text.includes(LOST) && !value.includes(LOST)) problem ??= unreadable(own, text)
      return [own, text]
    })
  )
  return { ...row, properties, ...(problem ? { problem } : {}) }
}

interface Ahead {
  rows: FeatureRow[]
  texts: string[]
}

/** Reads on until there is enough text beyond ASCII to tell the encoding, or 5000 rows. `first`: a row that was read already. */
async function readAhead(iterator: AsyncIterator<FeatureRow>, first: readonly FeatureRow[]): Promise<Ahead> {
  const rows = [...first]
  const texts = first.flatMap(beyondAscii)
  while (rows.length < AHEAD_ROWS && texts.length < ENOUGH_TEXTS) {
    const next = await iterator.next()
    if (next.done) break
    rows.push(next.value)
    texts.push(...beyondAscii(next.value))
  }
  return { rows, texts }
}

const beyondAscii = (row: FeatureRow) => textsOf(row).filter((text) => NOT_ASCII.test(text))

/** The rows of an iterator; at the first one beyond ASCII it reads ahead once and tells `decide` the texts. */
function watched(
  iterator: AsyncIterator<FeatureRow>,
  decide: (texts: readonly string[]) => void
): AsyncIterator<FeatureRow> {
  let rest: AsyncIterator<FeatureRow> | undefined
  return {
    async next() {
      if (rest) return rest.next()
      const read = await iterator.next()
      if (read.done || !isBeyondAscii(read.value)) return read
      const { rows, texts } = await readAhead(iterator, [read.value])
      decide(texts)
      rest = resumed(rows, iterator, (row) => row)[Symbol.asyncIterator]()
      return rest.next()
    },
    async return() {
      await iterator.return?.()
      return { done: true, value: undefined }
    }
  }
}

/**
 * Reads ahead until there is enough text beyond ASCII to tell the encoding (or 5000 rows), then converts row by row. A file
 * that begins with more ASCII than that is told by its first texts that are not. A row whose text does not fit is refused.
 */
export async function convertRows(
  source: AsyncIterable<FeatureRow>,
  raw: boolean,
  forced: Encoding | undefined
): Promise<Converted> {
  const iterator = source[Symbol.asyncIterator]()
  const ahead = forced ? { rows: [], texts: [] } : await readAhead(iterator, [])
  let encoding = forced ?? recogniseEncoding(ahead.texts, raw)
  const decide = (texts: readonly string[]) => {
    encoding = recogniseEncoding(texts, raw)
  }
  const rest = encoding ? iterator : watched(iterator, decide)
  return {
    rows: resumed(ahead.rows, rest, (row) => convertRow(row, encoding ?? 'utf8', raw)),
    get encoding() {
      return encoding
    }
  }
}
