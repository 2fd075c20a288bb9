import type { Point } from './camera.svelte.ts'

export interface Zone {
  /** Axis meridian, degrees east. */
  axis: number
  epsg: number
  /** Whether the province's own axis is known; otherwise it is the nearest one to the place. */
  official: boolean
}

/** TM-3 zones of VN-2000 by axis meridian; scale factor 0.9999, false easting 500 km. */
const EPSG_OF_AXIS: ReadonlyMap<number, number> = new Map([
  [102, 5896],
  [103, 9205],
  [104, 9206],
  [104.5, 9207],
  [104.75, 9208],
  [105, 5897],
  [105.5, 9209],
  [105.75, 9210],
  [106, 9211],
  [106.25, 9212],
  [106.5, 9213],
  [107, 9214],
  [107.25, 9215],
  [107.5, 9216],
  [107.75, 5899],
  [108, 5898],
  [108.25, 9217],
  [108.5, 9218]
])

/** The axis of each province's cadastral and administrative maps since 1 July 2025 (Circular 24/2025/TT-BNNMT). */
const PROVINCES_OF_AXIS: readonly (readonly [axis: number, provinces: readonly string[]])[] = [
  [103, ['Điện Biên']],
  [104, ['Sơn La']],
  [104.5, ['Cà Mau']],
  [104.75, ['Lai Châu', 'Lào Cai', 'Phú Thọ', 'Nghệ An', 'An Giang']],
  [105, ['Hà Nội', 'Ninh Bình', 'Thanh Hóa', 'Đồng Tháp', 'Cần Thơ']],
  [105.5, ['Hưng Yên', 'Hà Tĩnh', 'Vĩnh Long']],
  [105.75, ['Cao Bằng', 'Hải Phòng', 'Hồ Chí Minh', 'Tây Ninh']],
  [106, ['Tuyên Quang', 'Quảng Trị']],
  [106.5, ['Thái Nguyên']],
  [107, ['Bắc Ninh', 'Huế']],
  [107.25, ['Lạng Sơn']],
  [107.75, ['Quảng Ninh', 'Đà Nẵng', 'Lâm Đồng', 'Đồng Nai']],
  [108, ['Quảng Ngãi']],
  [108.25, ['Gia Lai', 'Khánh Hòa']],
  [108.5, ['Đắk Lắk']]
]

/** EPSG:6960 with the rotation signs that PROJ's `+towgs84` wants. */
const TO_WGS84 = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278'

/** The zone of the province; for an unknown one the zone whose axis is nearest to `lng`, the lower one on ties. */
export function zoneFor(province: string | null, lng: number): Zone {
  const name = province?.replace(/^(tỉnh|thành phố|tp\.?)\s+/i, '').normalize('NFC')
  const known = PROVINCES_OF_AXIS.find(([, provinces]) => provinces.some((candidate) => candidate === name))
  const axes = [...EPSG_OF_AXIS.keys()]
  const axis =
    known?.[0] ??
    axes.reduce((best, next) => (Math.abs(next - lng) < Math.abs(best - lng) ? next : best), 105)
  return { axis, epsg: EPSG_OF_AXIS.get(axis) ?? 0, official: known !== undefined }
}

/** 105.5 → 105°30′, as zones are called. */
export function axisName(axis: number): string {
  const minutes = Math.round((axis % 1) * 60)
  return `${Math.floor(axis)}°${String(minutes).padStart(2, '0')}′`
}

/** Easting and northing in metres; the projection library is read with the first call. */
export async function toVn2000(
  { lng, lat }: Point,
  { axis }: Zone
): Promise<{ eastM: number; northM: number }> {
  const { default: proj4 } = await import('proj4')
  const target = `+proj=tmerc +lat_0=0 +lon_0=${axis} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${TO_WGS84} +units=m +no_defs`
  const [eastM, northM] = proj4('EPSG:4326', target, [lng, lat])
  return { eastM, northM }
}
