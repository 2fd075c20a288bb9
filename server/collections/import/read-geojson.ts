import { createReadStream } from 'node:fs'
import type { Geometry } from 'geojson'
import { ImportRefused, type FeatureRow } from './request.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const LARGEST_FEATURE = 256 * 1024 * 1024

const broken = (detail: string) =>
  new ImportRefused({
    vi: `Tệp không phải là GeoJSON hợp lệ: ${detail}. Tệp có thể bị cắt cụt hoặc bị sửa tay; hãy xuất lại từ phần mềm nguồn.`,
    en: `The file is not valid GeoJSON: ${detail}. It may be truncated or edited by hand; export it again at the source.`
  })

function parse(text: string, at: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw broken(`${error instanceof Error ? error.message : String(error)} (byte ${at})`)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Cuts a JSON text into the members of its `features` array and the rest, without holding the whole of it. */
class FeatureCutter {
  /** The text outside the features, with an empty array in their place. */
  rest: Buffer[] = []
  features: { text: string; at: number }[] = []
  #depth = 0
  #inString = false
  #escaped = false
  #inFeatures = false
  #current: Buffer[] = []
  #size = 0
  #start = -1
  #seen = 0
  #lastKey = ''
  #keyBytes: number[] = []

  /** Whether the text ended where its outermost bracket closed. */
  get isWhole() {
    return this.#depth === 0 && !this.#inString && this.#seen > 0
  }

  push(chunk: Buffer) {
    let restFrom = this.#inFeatures ? -1 : 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0
      if (this.#inString) {
        this.#string(byte)
        continue
      }
      // Digits, signs, commas, spaces: most of the file.
      if (byte < OPEN_BRACKET && byte !== QUOTE) continue
      if (byte === QUOTE) this.#openString()
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (this.#inFeatures && this.#depth === 2) this.#start = i
        this.#depth++
        if (!this.#inFeatures && this.#depth === 2 && byte === OPEN_BRACKET && this.#lastKey === 'features') {
          this.rest.push(chunk.subarray(restFrom, i + 1))
          this.#inFeatures = true
          restFrom = -1
        }
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        this.#depth--
        if (this.#inFeatures && this.#depth === 2) this.#end(chunk, i)
        else if (this.#inFeatures && this.#depth === 1) {
          this.#inFeatures = false
          restFrom = i
        }
      }
    }
    this.#carry(chunk, restFrom)
    this.#seen += chunk.length
  }

  #openString() {
    this.#inString = true
    this.#keyBytes = []
  }

  #string(byte: number) {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) {
      this.#inString = false
      if (this.#depth === 1) this.#lastKey = Buffer.from(this.#keyBytes).toString()
      return
    }
    if (this.#depth === 1 && this.#keyBytes.length < 16) this.#keyBytes.push(byte)
  }

  #end(chunk: Buffer, i: number) {
    const text = Buffer.concat([...this.#current, chunk.subarray(Math.max(this.#start, 0), i + 1)]).toString()
    this.features.push({ text, at: this.#seen + i })
    this.#current = []
    this.#size = 0
    this.#start = -1
  }

  /** What of the chunk belongs to a feature or to the rest that goes on in the next chunk. */
  #carry(chunk: Buffer, restFrom: number) {
    if (this.#inFeatures && (this.#start >= 0 || this.#current.length > 0) && this.#depth > 2) {
      this.#current.push(Buffer.from(chunk.subarray(Math.max(this.#start, 0))))
      this.#start = -1
    } else if (!this.#inFeatures && restFrom >= 0) this.rest.push(Buffer.from(chunk.subarray(restFrom)))
    this.#size += chunk.length
    if (this.#size > LARGEST_FEATURE) throw broken('một đối tượng lớn quá 256 MB')
    if (!this.#inFeatures) this.#size = this.rest.reduce((total, part) => total + part.length, 0)
  }
}

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

/** What stands around the features: a lone feature or geometry is one row; anything else is refused. */
function* loneRows(rest: unknown, hadFeatures: boolean): Generator<FeatureRow> {
  if (!isObject(rest)) throw broken('phần ngoài cùng phải là một đối tượng { … }')
  if (rest.type === 'FeatureCollection' && Array.isArray(rest.features)) return
  if (hadFeatures) return
  if (rest.type === 'Feature') yield toRow(rest, 1)
  else if (GEOMETRIES.has(String(rest.type))) yield toRow({ type: 'Feature', geometry: rest }, 1)
  else if (rest.type === 'FeatureCollection') throw broken('FeatureCollection không có mảng "features"')
  else
    throw broken('thiếu "type", hoặc "type" không phải là FeatureCollection, Feature hay một kiểu hình học')
}

/** Rows of a GeoJSON file, one feature in memory at a time. Throws `ImportRefused` where the text breaks off or is no GeoJSON. */
export async function* readGeoJson(path: string): AsyncGenerator<FeatureRow> {
  const cutter = new FeatureCutter()
  let number = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    cutter.push(number === 0 && chunk.subarray(0, 3).equals(BOM) ? chunk.subarray(3) : chunk)
    for (const { text, at } of cutter.features.splice(0)) yield toRow(parse(text, at), ++number)
  }
  if (!cutter.isWhole) throw broken('tệp kết thúc giữa chừng')
  const rest = parse(Buffer.concat(cutter.rest).toString(), 0)
  yield* loneRows(rest, number > 0)
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
