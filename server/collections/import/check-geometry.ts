import type { Position } from 'geojson'
import type { GeometryType, Localized } from '../contract.ts'
import type { RowProblem } from './request.ts'
import { quoted } from './words.ts'
import type { FlatGeometry } from './write-wkb.ts'

export type CheckedGeometry = { geometry: FlatGeometry } | { problem: RowProblem }

class Bad extends Error {
  readonly reason: Localized
  readonly value: unknown

  constructor(vi: string, en: string, value: unknown) {
    super(en)
    this.reason = { vi, en }
    this.value = value
  }
}

const isArray = (value: unknown): value is unknown[] => Array.isArray(value)

function position(value: unknown): Position {
  if (!isArray(value) || value.length < 2)
    throw new Bad(
      'Tọa độ phải là một cặp số [kinh độ, vĩ độ].',
      'A coordinate must be a pair of numbers.',
      value
    )
  const [x, y] = value
  if (typeof x !== 'number' || typeof y !== 'number')
    throw new Bad(
      'Tọa độ phải là số, không phải là chữ hay trống.',
      'Coordinates must be numbers, not text or nothing.',
      value
    )
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new Bad(
      'Tọa độ không phải là số hữu hạn (NaN hoặc vô cực).',
      'The coordinate is not finite (NaN or infinity).',
      value
    )
  return [x, y]
}

function nested<T>(value: unknown, read: (item: unknown) => T): T[] {
  if (!isArray(value))
    throw new Bad(
      'Cấu trúc tọa độ không đúng với kiểu hình học.',
      'The coordinates do not fit the geometry type.',
      value
    )
  return value.map(read)
}

const same = ([ax, ay]: Position, [bx, by]: Position) => ax === bx && ay === by

function line(value: unknown): Position[] {
  const points = nested(value, position)
  const [first] = points
  if (!first || !points.some((point) => !same(point, first)))
    throw new Bad(
      'Đường phải có ít nhất hai điểm khác nhau.',
      'A line needs at least two different points.',
      value
    )
  return points
}

function ring(value: unknown): Position[] {
  const points = nested(value, position)
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 4)
    throw new Bad(
      `Vòng của đa giác chỉ có ${points.length} điểm, cần ít nhất 4 (điểm cuối trùng điểm đầu).`,
      `A ring has only ${points.length} points; it needs at least 4 (the last equals the first).`,
      value
    )
  if (!same(first, last))
    throw new Bad(
      'Vòng của đa giác không khép kín: điểm cuối khác điểm đầu.',
      'A polygon ring is not closed: its last point differs from its first.',
      `[${String(first)}] … [${String(last)}]`
    )
  return points
}

function polygon(value: unknown): Position[][] {
  const rings = nested(value, ring)
  if (rings.length === 0) throw new Bad('Hình học rỗng.', 'The geometry is empty.', value)
  return rings
}

function filled<T>(parts: T[]): T[] {
  if (parts.length === 0) throw new Bad('Hình học rỗng.', 'The geometry is empty.', null)
  return parts
}

function multiPoint(coordinates: unknown): FlatGeometry {
  const points = filled(nested(coordinates, position))
  const [first] = points
  if (!first || points.length > 1)
    throw new Bad(
      `Một dòng có ${points.length} điểm; mỗi dòng phải là một điểm.`,
      `The row has ${points.length} points; each row must be one point.`,
      coordinates
    )
  return { kind: 'Point', position: first }
}

const readers: Record<string, (coordinates: unknown) => FlatGeometry> = {
  Point: (value) => {
    if (isArray(value) && value.length === 0) throw new Bad('Hình học rỗng.', 'The geometry is empty.', value)
    return { kind: 'Point', position: position(value) }
  },
  MultiPoint: multiPoint,
  LineString: (value) => ({ kind: 'MultiLineString', lines: [line(value)] }),
  MultiLineString: (value) => ({ kind: 'MultiLineString', lines: filled(nested(value, line)) }),
  Polygon: (value) => ({ kind: 'MultiPolygon', polygons: [polygon(value)] }),
  MultiPolygon: (value) => ({ kind: 'MultiPolygon', polygons: filled(nested(value, polygon)) })
}

const NAMES: Record<FlatGeometry['kind'], Localized> = {
  Point: { vi: 'điểm', en: 'points' },
  MultiLineString: { vi: 'đường', en: 'lines' },
  MultiPolygon: { vi: 'vùng (đa giác)', en: 'polygons' }
}

/** A collection of one member is that member, as KML and DXF write it. */
function unwrapped(value: object): object {
  const inner = 'geometries' in value && isArray(value.geometries) ? value.geometries : undefined
  if (!inner) return value
  const [only] = inner
  if (inner.length === 1 && typeof only === 'object' && only !== null) return unwrapped(only)
  throw new Bad(
    'Một dòng có nhiều hình học khác nhau; hãy tách thành nhiều dòng.',
    'The row has several geometries; split it into rows.',
    `GeometryCollection (${inner.length})`
  )
}

function flatten(value: object): FlatGeometry {
  const geometry = unwrapped(value)
  const type = 'type' in geometry ? String(geometry.type) : ''
  const read = readers[type]
  if (!read)
    throw new Bad('Không rõ kiểu hình học.', 'The geometry type is not known.', type === '' ? geometry : type)
  return read('coordinates' in geometry ? geometry.coordinates : undefined)
}

/**
 * Reads a GeoJSON geometry as the column's type: third and fourth dimensions dropped, single made multi. What is broken
 * (not closed, not finite, too short, empty) or of another type is a problem with a sentence.
 */
export function checkGeometry(value: unknown, wanted: GeometryType): CheckedGeometry {
  try {
    if (typeof value !== 'object' || value === null)
      throw new Bad('Dòng không có hình học.', 'The row has no geometry.', null)
    const geometry = flatten(value)
    if (wanted !== 'Geometry' && wanted !== geometry.kind)
      throw new Bad(
        `Sai kiểu hình học: cần ${NAMES[wanted].vi}, tệp có ${NAMES[geometry.kind].vi}.`,
        `Wrong geometry type: ${NAMES[wanted].en} are needed, the file has ${NAMES[geometry.kind].en}.`,
        'type' in value ? value.type : null
      )
    return { geometry }
  } catch (error) {
    if (error instanceof Bad) return { problem: { reason: error.reason, value: quoted(error.value) } }
    throw error
  }
}
