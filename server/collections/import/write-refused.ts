import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Language } from './arguments.ts'
import type { FeatureRow, RefusedRow } from './request.ts'

/** Beside the file: "ho.csv" gives "ho.khong-nap.geojson". */
export const refusedPath = (file: string) =>
  join(dirname(resolve(file)), `${basename(file, extname(file))}.khong-nap.geojson`)

/**
 * Writes refused rows, with number, reason and value, as GeoJSON (coordinates as in the file) beside it. Throws the
 * system's error when the folder cannot be written.
 */
export async function writeRefused(
  path: string,
  rows: AsyncIterable<FeatureRow>,
  refused: readonly RefusedRow[],
  language: Language
): Promise<void> {
  const reasons = new Map(refused.map((row) => [row.row, row]))
  const out = createWriteStream(path)
  out.write('{"type":"FeatureCollection","features":[\n')
  let separator = ''
  for await (const { number, properties, geometry } of rows) {
    const row = reasons.get(number)
    if (!row) continue
    const told = { ...properties, dong: number, ly_do: row.reason[language], gia_tri: row.value }
    const more = out.write(`${separator}${JSON.stringify({ type: 'Feature', properties: told, geometry })}`)
    separator = ',\n'
    if (!more) await once(out, 'drain')
  }
  out.end('\n]}\n')
  await finished(out)
}
