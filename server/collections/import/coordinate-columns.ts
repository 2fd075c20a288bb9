import { isNorthingFirst } from './zones.ts'
import type { Localized } from '../contract.ts'
import { parseCoordinate } from './parse-coordinates.ts'
import type { FeatureRow } from './request.ts'
import { bareWord, quoted, withoutUnit } from './words.ts'

const LNG = [
  'lng',
  'lon',
  'long',
  'longitude',
  'kinh độ',
  'kinhdodms',
  'kinhdowgs84',
  'kd',
  'kinh',
  'toadokinhdo'
]
const LAT = ['lat', 'latitude', 'vĩ độ', 'vidodms', 'vidowgs84', 'vd', 'vi', 'toadovido']
const X = ['x', 'toadox', 'xvn2000', 'easting', 'x m', 'coordx', 'pointx', 'toa do x vn2000', 'hoành độ', 'e']
const Y = ['y', 'toadoy', 'yvn2000', 'northing', 'y m', 'coordy', 'pointy', 'toa do y vn2000', 'tung độ', 'n']

/** All names that coordinate columns go by. */
export const COORDINATE_WORDS: readonly string[] = [...LNG, ...LAT, ...X, ...Y].map(bareWord)

/** Which columns hold a table's coordinates. `degrees`: they are named longitude and latitude. */
export interface CoordinateColumns {
  x: string
  y: string
  degrees: boolean
}

function find(columns: readonly string[], aliases: readonly string[]) {
  for (const alias of aliases.map(bareWord)) {
    const column =
      columns.find((name) => bareWord(name) === alias) ??
      columns.find((name) => bareWord(withoutUnit(name)) === alias)
    if (column !== undefined) return column
  }
  return undefined
}

/** Coordinate columns of a table by their Vietnamese or English names, or by `--map lng=… --map lat=…` (or x, y). */
export function findCoordinates(
  columns: readonly string[],
  map: Readonly<Record<string, string>> = {}
): CoordinateColumns | undefined {
  const named = (name: string | undefined, aliases: readonly string[]) =>
    name === undefined ? find(columns, aliases) : find(columns, [name])
  const [lng, lat] = [named(map.lng, LNG), named(map.lat, LAT)]
  if (lng !== undefined && lat !== undefined) return { x: lng, y: lat, degrees: true }
  const [x, y] = [named(map.x, X), named(map.y, Y)]
  return x !== undefined && y !== undefined ? { x, y, degrees: false } : undefined
}

export const COORDINATE_NAMES = ['lng', 'lat', 'x', 'y'] as const

/** How the two columns become a position: as they stand, or exchanged (Vietnamese paper maps: X north, Y east). */
export function axisOrder(rows: readonly FeatureRow[], columns: CoordinateColumns) {
  const pairs = rows.flatMap(({ properties }) => {
    const [x, y] = [parseCoordinate(properties[columns.x]), parseCoordinate(properties[columns.y])]
    return x === null || y === null ? [] : [[x, y] as const]
  })
  const swapped = pairs.filter((pair) => isNorthingFirst(pair) || (!columns.degrees && isLatitudeFirst(pair)))
  return { exchanged: pairs.length > 0 && swapped.length > pairs.length / 2, pairs }
}

const isLatitudeFirst = ([x, y]: readonly [number, number]) => x > 6 && x < 24 && y > 102 && y < 118

export const EXCHANGED: Localized = {
  vi: 'Cột X ghi hướng bắc, cột Y ghi hướng đông (lối bản đồ giấy): đã đổi lại theo độ lớn của số.',
  en: 'Column X is northing and column Y easting (as on paper maps): exchanged, going by their size.'
}

/** The row with its point, or with the sentence why its coordinates cannot be read. */
export function placeRow(row: FeatureRow, columns: CoordinateColumns, exchanged: boolean): FeatureRow {
  const cells = [row.properties[columns.x], row.properties[columns.y]]
  const [x, y] = cells.map(parseCoordinate)
  if (x === null || x === undefined || y === null || y === undefined) {
    const reason = {
      vi: `Không đọc được tọa độ ở cột «${columns.x}», «${columns.y}».`,
      en: `The coordinates in «${columns.x}», «${columns.y}» cannot be read.`
    }
    return {
      ...row,
      problem: row.problem ?? { reason, value: cells.map((cell) => quoted(cell) ?? '').join(' | ') }
    }
  }
  return { ...row, geometry: { type: 'Point', coordinates: exchanged ? [y, x] : [x, y] } }
}
