import { createReadStream } from 'node:fs'
import type { Geometry } from 'geojson'
import { FeatureCutter, brokenGeoJson, parseJson } from './cut-features.ts'
import type { FeatureRow } from './request.ts'
import { oneByOne } from './row-stream.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function toRow(value: unknown, number: number): FeatureRow {
  if (!isObject(value) || value.type !== 'Feature') {
    const reason = { vi: 'Không phải là một Feature của GeoJSON.', en: 'It is not a GeoJSON Feature.' }
    return {
      number,
      properties: {},
      geometry: null,
      problem: { reason, value: JSON.stringify(value).slice(0, 80) }
    }
  }
  const properties = isObject(value.properties) ? value.properties : {}
  // What stands there is looked at by checkGeometry, which trusts nothing.
  const geometry = (isObject(value.geometry) ? value.geometry : null) as Geometry | null
  const withId = value.id === undefined || 'id' in properties ? properties : { ...properties, id: value.id }
  return { number, properties: withId, geometry }
}

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection'
])

const CUT_OFF = { vi: 'tệp kết thúc giữa chừng', en: 'the file breaks off' }
const NO_OBJECT = {
  vi: 'phần ngoài cùng phải là một đối tượng { … }',
  en: 'the outermost value must be an object { … }'
}
const NO_FEATURES = {
  vi: 'FeatureCollection không có mảng "features"',
  en: 'the FeatureCollection has no array "features"'
}
const NO_TYPE = {
  vi: 'thiếu "type", hoặc "type" không phải là FeatureCollection, Feature hay một kiểu hình học',
  en: '"type" is missing, or is not FeatureCollection, Feature or a kind of geometry'
}

/** What stands around the features: a lone feature or geometry is one row; anything else is refused. */
function* loneRows(rest: unknown, hadFeatures: boolean): Generator<FeatureRow> {
  if (!isObject(rest)) throw brokenGeoJson(NO_OBJECT)
  if (rest.type === 'FeatureCollection' && Array.isArray(rest.features)) return
  if (hadFeatures) return
  if (rest.type === 'Feature') yield toRow(rest, 1)
  else if (GEOMETRIES.has(String(rest.type))) yield toRow({ type: 'Feature', geometry: rest }, 1)
  else if (rest.type === 'FeatureCollection') throw brokenGeoJson(NO_FEATURES)
  else throw brokenGeoJson(NO_TYPE)
}

/** Rows of a GeoJSON file, a piece of it in memory at a time. Throws `ImportRefused` where the text breaks off or is no GeoJSON. */
export const readGeoJson = (path: string): AsyncIterable<FeatureRow> => oneByOne(pieces(path))

async function* pieces(path: string): AsyncGenerator<Iterable<FeatureRow>> {
  const cutter = new FeatureCutter()
  let number = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    cutter.push(number === 0 && chunk.subarray(0, 3).equals(BOM) ? chunk.subarray(3) : chunk)
    yield cutter.features.splice(0).map(({ text, at }) => toRow(parseJson(text, at), ++number))
  }
  if (!cutter.isWhole) throw brokenGeoJson(CUT_OFF)
  const rest = parseJson(Buffer.concat(cutter.rest).toString(), 0)
  yield loneRows(rest, number > 0)
}

const BOM = Buffer.from([0xef, 0xbb, 0xbf])

const CRS_NAME = /"crs"\s*:\s*\{[^{}]*\{\s*"name"\s*:\s*"([^"]{1,100})"/

/** The name of the coordinate system that an old GeoJSON file states near its head or its end; undefined: none. */
export async function geoJsonCrs(path: string, size: number): Promise<string | undefined> {
  for (const start of new Set([0, Math.max(0, size - 4096)])) {
    const parts: Buffer[] = []
    const stream = createReadStream(path, { start, end: start + 4095 })
    for await (const chunk of stream as AsyncIterable<Buffer>) parts.push(chunk)
    const found = CRS_NAME.exec(Buffer.concat(parts).toString())?.[1]
    if (found) return found
  }
  return undefined
}
