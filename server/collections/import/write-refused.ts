import { createWriteStream, existsSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { marked } from '../../http/csv.ts'
import type { Language } from './arguments.ts'
import type { FeatureRow, RefusedRow, SourceCrs } from './request.ts'

/** Beside the file: "ho.csv" gives "ho.khong-nap.csv"; one that is there already, perhaps being mended, is left alone. */
export function refusedPath(file: string, ending: '.csv' | '.geojson'): string {
  const start = join(dirname(resolve(file)), `${basename(file, extname(file))}.khong-nap`)
  for (let number = 1; ; number++) {
    const path = `${start}${number === 1 ? '' : `-${number}`}${ending}`
    if (!existsSync(path)) return path
  }
}

/** The refused ones of a file's rows, each with its number, the reason and the value in columns of their own. */
export async function* tellRefused(
  rows: AsyncIterable<FeatureRow>,
  refused: readonly RefusedRow[],
  language: Language
): AsyncGenerator<FeatureRow> {
  const reasons = new Map(refused.map((row) => [row.row, row]))
  for await (const row of rows) {
    const problem = reasons.get(row.number)
    if (!problem) continue
    const told = { dong: row.number, ly_do: problem.reason[language], gia_tri: problem.value }
    yield { ...row, properties: { ...row.properties, ...told } }
  }
}

const isThereAlready = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Writes a new file, and removes what was written when that fails; one that came to be meanwhile is left alone. */
async function writeFile(path: string, texts: AsyncIterable<string>) {
  try {
    await pipeline(texts, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    if (!isThereAlready(error)) rmSync(path, { force: true })
    throw error
  }
}

async function* featureTexts(rows: AsyncIterable<FeatureRow>, crs: SourceCrs | undefined) {
  const name = crs && 'srid' in crs && crs.srid !== 4326 ? `urn:ogc:def:crs:EPSG::${crs.srid}` : undefined
  const stated = name ? `"crs":${JSON.stringify({ type: 'name', properties: { name } })},` : ''
  yield `{"type":"FeatureCollection",${stated}"features":[\n`
  let separator = ''
  for await (const { properties, geometry } of rows) {
    yield `${separator}${JSON.stringify({ type: 'Feature', properties, geometry })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

/**
 * Writes rows as GeoJSON with coordinates as in the file, whose system it names, so that it can be mended and imported
 * again. Throws the system's error when that cannot be done.
 */
export const writeRefused = (crs: SourceCrs | undefined) => (path: string, rows: AsyncIterable<FeatureRow>) =>
  writeFile(path, featureTexts(rows, crs))

const NUMBER = /^[-+]?[\d.,]+$/

/** Taken in again, it is the same text; numbers are left as they are. */
const cell = (value: unknown) => {
  const plain = value === null || value === undefined ? '' : String(value)
  const text = NUMBER.test(plain) ? plain : marked(plain)
  return /[",;\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

async function* tableTexts(rows: AsyncIterable<FeatureRow>) {
  let columns: string[] | undefined
  for await (const { properties } of rows) {
    // The mark tells spreadsheets that it is UTF-8.
    if (!columns) yield `\ufeff${(columns = Object.keys(properties)).map(cell).join(';')}\r\n`
    yield `${columns.map((name) => cell(properties[name])).join(';')}\r\n`
  }
}

/** Writes rows of a table as CSV that spreadsheets open as it is. Throws the system's error when that cannot be done. */
export const writeRefusedTable = (path: string, rows: AsyncIterable<FeatureRow>) =>
  writeFile(path, tableTexts(rows))
