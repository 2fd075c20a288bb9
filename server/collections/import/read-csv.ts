import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse, CsvError } from 'csv-parse'
import { unmarked } from '../../http/csv.ts'
import { isUtf8 } from './legacy-encodings.ts'
import { ImportRefused, type FeatureRow } from './request.ts'

const HEAD_BYTES = 1 << 20
const DELIMITERS = [';', ',', '\t', '|']

async function head(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function charset(bytes: Buffer): BufferEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  return isUtf8(bytes) ? 'utf8' : 'latin1'
}

/** Lines looked at: a title may stand above the header. */
const LINES = 30

/** In how many lines the mark stands equally often, at least once, outside quotes. */
function regularity(lines: readonly string[], mark: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const marks = line.split(mark).length - 1
    if (marks > 0) counts.set(marks, (counts.get(marks) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** The delimiter that divides most lines into the same number of cells. */
function delimiter(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const scores = DELIMITERS.map((mark) => regularity(lines, mark))
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ','
}

/** A table of text: its rows as cells by position, the header among them, and whether each character is one byte of a legacy encoding. */
export interface CsvFile {
  raw: boolean
  delimiter: string
  rows: () => AsyncGenerator<FeatureRow>
}

/** Opens a CSV file; delimiter and bytes are recognised by its beginning. */
export async function openCsv(path: string, name: string): Promise<CsvFile> {
  const bytes = await head(path)
  if (bytes.includes(0) && charset(bytes) !== 'utf16le') throw notText(name)
  const encoding = charset(bytes)
  const mark = delimiter(bytes.toString(encoding).replace(/^\ufeff/, ''))
  return { raw: encoding === 'latin1', delimiter: mark, rows: () => readRows(path, name, encoding, mark) }
}

const notText = (name: string) =>
  new ImportRefused({
    vi: `Tệp «${name}» không phải là bảng văn bản CSV.`,
    en: `The file «${name}» is not CSV text.`
  })

/** Rows by their number in a spreadsheet: blank ones, which are left out, count, and a cell of several lines is in one row. */
async function* readRows(
  path: string,
  name: string,
  encoding: BufferEncoding,
  mark: string
): AsyncGenerator<FeatureRow> {
  const parser = parse({
    delimiter: mark,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    trim: true
  })
  const source = createReadStream(path, { encoding })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++
      if (record.length > 1 || record[0])
        yield { number, properties: { ...record.map(unmarked) }, geometry: null }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ImportRefused({
      vi: `Tệp CSV «${name}» hỏng sau dòng ${number}: ${error.message}.`,
      en: `The CSV file «${name}» is broken after row ${number}: ${error.message}.`
    })
  } finally {
    source.destroy()
  }
}
