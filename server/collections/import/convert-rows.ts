import type { FeatureRow } from './request.ts'
import type { Encoding } from './legacy-encodings.ts'
import { convertText, recogniseEncoding } from './recognise-encoding.ts'
import { resumed } from './row-stream.ts'

const ENOUGH_TEXTS = 3000
const AHEAD_ROWS = 5000
const NOT_ASCII = /[^\x00-\x7f]/

/** Rows with their texts in Unicode, and the encoding once it is known. */
export interface Converted {
  rows: AsyncIterable<FeatureRow>
  /** undefined: the file has nothing beyond ASCII. */
  encoding: Encoding | undefined
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

function convertRow(row: FeatureRow, encoding: Encoding, raw: boolean): FeatureRow {
  if (!isBeyondAscii(row)) return row
  const convert = (value: unknown) => (typeof value === 'string' ? convertText(value, encoding, raw) : value)
  const properties = Object.fromEntries(
    Object.entries(row.properties).map(([name, value]) => [convertText(name, encoding, raw), convert(value)])
  )
  return { ...row, properties }
}

/** Reads ahead until there is enough text beyond ASCII to tell the encoding (or 5000 rows), then converts row by row. */
export async function convertRows(
  source: AsyncIterable<FeatureRow>,
  raw: boolean,
  forced: Encoding | undefined
): Promise<Converted> {
  const iterator = source[Symbol.asyncIterator]()
  const ahead: FeatureRow[] = []
  const texts: string[] = []
  while (!forced && ahead.length < AHEAD_ROWS && texts.length < ENOUGH_TEXTS) {
    const next = await iterator.next()
    if (next.done) break
    ahead.push(next.value)
    texts.push(...textsOf(next.value).filter((text) => NOT_ASCII.test(text)))
  }
  const encoding = forced ?? recogniseEncoding(texts, raw)
  return { rows: resumed(ahead, iterator, (row) => convertRow(row, encoding ?? 'utf8', raw)), encoding }
}
