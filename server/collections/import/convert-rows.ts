import type { FeatureRow } from './request.ts'
import type { Encoding } from './legacy-encodings.ts'
import { convertText, recogniseEncoding } from './recognise-encoding.ts'

const ENOUGH_TEXTS = 3000
const AHEAD_ROWS = 5000

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

function convertRow(row: FeatureRow, encoding: Encoding, raw: boolean): FeatureRow {
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
    texts.push(...textsOf(next.value).filter((text) => /[^\x00-\x7f]/.test(text)))
  }
  const encoding = forced ?? recogniseEncoding(texts, raw)
  async function* rows() {
    for (const row of ahead.splice(0)) yield convertRow(row, encoding ?? 'utf8', raw)
    for await (const row of { [Symbol.asyncIterator]: () => iterator })
      yield convertRow(row, encoding ?? 'utf8', raw)
  }
  return { rows: rows(), encoding }
}
