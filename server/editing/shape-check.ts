import { leaps, LEAPS } from '../collections/import/check-degrees.ts'
import { checkGeometry } from '../collections/import/check-geometry.ts'
import { writeWkb } from '../collections/import/write-wkb.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import type { PlaceShape } from './contract.ts'
import type { Editable } from './form.ts'
import { findDistance, findFault, findOverlaps, type Overlap, type ShapeFault } from './shape-queries.ts'

/** As for imports: farther out is another commune's, or a mistake. */
const FARTHEST_OUT_M = 1000

const OFF_GLOBE = {
  vi: 'Tọa độ nằm ngoài Trái Đất (kinh độ ±180, vĩ độ ±90).',
  en: 'The coordinates lie off the globe (longitude ±180, latitude ±90).'
}

/** What GEOS calls a fault begins with these words. */
const FAULTS = [
  ['Self-intersection', { vi: 'Ranh giới tự cắt', en: 'The boundary crosses itself' }],
  ['Ring Self-intersection', { vi: 'Ranh giới tự chạm vào chính nó', en: 'The boundary touches itself' }],
  ['Hole lies outside', { vi: 'Có phần khoét nằm ngoài ranh giới', en: 'A hole lies outside the boundary' }],
  ['Nested', { vi: 'Có hai vòng lồng nhau sai', en: 'Two rings lie within one another' }],
  ['Interior is disconnected', { vi: 'Phần khoét cắt rời vùng', en: 'A hole cuts the area apart' }],
  ['Too few points', { vi: 'Vùng có quá ít đỉnh', en: 'The area has too few corners' }]
] as const
const BROKEN = { vi: 'Ranh giới bị lỗi hình học', en: 'The shape is broken' }

/** Six digits after the point: a tenth of a metre. */
const at = ({ lng, lat }: Pick<ShapeFault, 'lng' | 'lat'>, comma: boolean) => {
  if (lng === null || lat === null) return ''
  const [x, y] = [lng.toFixed(6), lat.toFixed(6)]
  return comma
    ? ` tại kinh độ ${x.replace('.', ',')}, vĩ độ ${y.replace('.', ',')}`
    : ` at longitude ${x}, latitude ${y}`
}

function crossed(fault: ShapeFault): HttpError {
  const words = FAULTS.find(([start]) => fault.reason.startsWith(start))?.[1] ?? BROKEN
  return new HttpError(422, {
    vi: `${words.vi}${at(fault, true)}. Hãy kéo đỉnh ở chỗ ấy ra rồi lưu lại.`,
    en: `${words.en}${at(fault, false)}. Move the corners there apart, then save again.`
  })
}

/** Two digits after the point, as the language writes numbers. */
const decimals = (value: number, locale: string) =>
  value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

async function requireNear(db: Queryable, wkb: string, commune: string) {
  const found = await findDistance(db, wkb, commune)
  if (!found || found.metres <= FARTHEST_OUT_M) return
  const km = (locale: string) => decimals(found.metres / 1000, locale)
  throw new HttpError(422, {
    vi: `Vị trí nằm cách ${found.name} (${found.code}) ${km('vi-VN')} km, quá 1 km ngoài ranh giới xã. Hãy đặt lại trên bản đồ.`,
    en: `The place lies ${km('en-GB')} km from ${found.name} (${found.code}), more than 1 km outside the commune. Place it again on the map.`
  })
}

const hectares = (areaM2: number, locale: string) => decimals(areaM2 / 10_000, locale)

/** What a shape is looked at with: whose it is, and on which day. */
export interface Setting {
  commune: string | undefined
  /** A row of the thing itself; null: it is new. */
  own: number | null
  day: string
  /** The neighbours' ground may be taken. */
  overlaps: boolean
}

function overlapping(taken: readonly Overlap[]): HttpError {
  const vi = taken.map((one) => `«${one.label}» (${hectares(one.areaM2, 'vi-VN')} ha${at(one, true)})`)
  const en = taken.map((one) => `“${one.label}” (${hectares(one.areaM2, 'en-GB')} ha${at(one, false)})`)
  const more = (taken[0]?.count ?? 0) - taken.length
  const [viMore, enMore] = more > 0 ? [` và ${more} địa điểm khác`, ` and ${more} more`] : ['', '']
  return new HttpError(409, {
    vi: `Hình này chồng lên ${vi.join(', ')}${viMore}. Hãy sửa cho khớp ranh giới, hoặc xác nhận vẫn lưu phần chồng lấn.`,
    en: `The shape takes ground of ${en.join(', ')}${enMore}. Draw it along the border, or confirm that the overlap is to be saved.`
  })
}

const isOnGlobe = (value: unknown): boolean =>
  Array.isArray(value) && typeof value[0] === 'number'
    ? Math.abs(value[0]) <= 180 && Math.abs(Number(value[1])) <= 90
    : Array.isArray(value) && value.every(isOnGlobe)

/**
 * Refuses a shape that an import would refuse or mend by itself: of another kind, broken (422, with the place), far outside
 * the commune (422). Answers it as WKB in hexadecimal.
 */
export async function requireShape(
  db: Queryable,
  collection: Editable,
  shape: PlaceShape,
  commune: string | undefined
): Promise<string> {
  // Its coordinates are read, not trusted: their type is the reader's business.
  const checked = checkGeometry(shape, collection.geometry)
  if ('problem' in checked) throw new HttpError(422, checked.problem.reason)
  if (!isOnGlobe(shape.coordinates)) throw new HttpError(422, OFF_GLOBE)
  if (leaps(checked.geometry)) throw new HttpError(422, LEAPS)
  const wkb = writeWkb(checked.geometry)
  const fault = await findFault(db, wkb)
  if (fault) throw crossed(fault)
  if (commune !== undefined) await requireNear(db, wkb, commune)
  return wkb
}

/** Refuses an area of rooted keys on a neighbour's ground (409), unless that is meant. `wkb`: as `requireShape` answers it. */
export async function requireFree(
  db: Queryable,
  collection: Editable,
  wkb: string,
  setting: Setting
): Promise<void> {
  if (!collection.rooted || setting.overlaps) return
  const taken = await findOverlaps(db, collection, wkb, setting)
  if (taken.length > 0) throw overlapping(taken)
}
