import type { Position } from 'geojson'

/** What a column holds once it is flat: one point, or lines, or polygons with their rings. */
export type FlatGeometry =
  | { kind: 'Point'; position: Position }
  | { kind: 'MultiLineString'; lines: Position[][] }
  | { kind: 'MultiPolygon'; polygons: Position[][][] }

const LITTLE_ENDIAN = 1
const CODES = { Point: 1, LineString: 2, Polygon: 3, MultiLineString: 5, MultiPolygon: 6 }
const HEADER = 5
const COUNT = 4
const PAIR = 16

class Writer {
  readonly #buffer: Buffer
  #at = 0

  constructor(size: number) {
    this.#buffer = Buffer.allocUnsafe(size)
  }

  header(code: number) {
    this.#at = this.#buffer.writeUInt8(LITTLE_ENDIAN, this.#at)
    this.#at = this.#buffer.writeUInt32LE(code, this.#at)
  }

  count(value: number) {
    this.#at = this.#buffer.writeUInt32LE(value, this.#at)
  }

  pair([x = NaN, y = NaN]: Position) {
    this.#at = this.#buffer.writeDoubleLE(x, this.#at)
    this.#at = this.#buffer.writeDoubleLE(y, this.#at)
  }

  pairs(positions: Position[]) {
    this.count(positions.length)
    for (const position of positions) this.pair(position)
  }

  hex() {
    return this.#buffer.toString('hex')
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, value) => total + value, 0)
const pairsSize = (positions: Position[]) => COUNT + positions.length * PAIR
const polygonSize = (rings: Position[][]) => HEADER + COUNT + sum(rings.map(pairsSize))

function writePoint(position: Position) {
  const writer = new Writer(HEADER + PAIR)
  writer.header(CODES.Point)
  writer.pair(position)
  return writer.hex()
}

function writeLines(lines: Position[][]) {
  const writer = new Writer(HEADER + COUNT + sum(lines.map((line) => HEADER + pairsSize(line))))
  writer.header(CODES.MultiLineString)
  writer.count(lines.length)
  for (const line of lines) {
    writer.header(CODES.LineString)
    writer.pairs(line)
  }
  return writer.hex()
}

function writePolygons(polygons: Position[][][]) {
  const writer = new Writer(HEADER + COUNT + sum(polygons.map(polygonSize)))
  writer.header(CODES.MultiPolygon)
  writer.count(polygons.length)
  for (const rings of polygons) {
    writer.header(CODES.Polygon)
    writer.count(rings.length)
    for (const ring of rings) writer.pairs(ring)
  }
  return writer.hex()
}

/** Well-known binary in hexadecimal, two dimensions, without SRID: what PostGIS reads fastest from a text parameter. */
export function writeWkb(geometry: FlatGeometry): string {
  if (geometry.kind === 'Point') return writePoint(geometry.position)
  if (geometry.kind === 'MultiLineString') return writeLines(geometry.lines)
  return writePolygons(geometry.polygons)
}
