import type { Pool } from 'pg'
import { ImportRefused, type SourceCrs } from './request.ts'

/** VN-2000 TM-3 zones: central meridian in degrees to EPSG code (migration 0002 has their definitions). */
export const TM3_ZONES = new Map([
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
const SHIFT = '-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278'

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function epsg(value: unknown): number | undefined {
  const { authority, code } = object(object(value).id)
  return authority === 'EPSG' && Number.isInteger(Number(code)) ? Number(code) : undefined
}

function parameter(conversion: unknown, name: string): number | undefined {
  const { parameters } = object(conversion)
  if (!Array.isArray(parameters)) return undefined
  const found = parameters.map(object).find((item) => item.name === name)
  return typeof found?.value === 'number' ? found.value : undefined
}

const close = (a: number | undefined, b: number) => a !== undefined && Math.abs(a - b) < 1e-7

/** A transverse Mercator with Viet Nam's scale 0.9999 is VN-2000 whatever a file calls its datum, and needs its shift. */
function tm3(meridian: number): SourceCrs {
  const rounded = Math.round(meridian * 1e6) / 1e6
  const srid = TM3_ZONES.get(rounded)
  if (srid !== undefined) return { srid }
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${rounded} +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${SHIFT} +units=m +no_defs`
  return { definition }
}

/**
 * What a file's coordinate system (GDAL's PROJJSON) means here. VN-2000 is told by its name, or by scale and meridian, and
 * always gets the zone with the datum shift: many .prj files leave it out, which would put everything 225 m away.
 * undefined: the file has none.
 */
export function crsOfFile(projjson: unknown, wkt: string | undefined): SourceCrs | undefined {
  const bound = object(projjson)
  const crs = bound.type === 'BoundCRS' ? object(bound.source_crs) : bound
  if (typeof crs.type !== 'string') return undefined
  const isVietnamese = /vn[-_ ]?2000|viet ?_?nam/i.test(JSON.stringify([crs.name, crs.base_crs, crs.datum]))
  if (crs.type === 'ProjectedCRS') {
    const meridian = parameter(crs.conversion, 'Longitude of natural origin')
    const scale = parameter(crs.conversion, 'Scale factor at natural origin')
    if (meridian !== undefined && close(scale, 0.9999)) return tm3(meridian)
    if (isVietnamese && close(scale, 0.9996)) return { srid: meridian === 111 ? 3406 : 3405 }
  }
  if (crs.type === 'GeographicCRS' && isVietnamese) return { srid: 4756 }
  if (crs.type === 'GeographicCRS' && /wgs.?(19)?84|crs ?84/i.test(String(crs.name))) return { srid: 4326 }
  const code = epsg(crs)
  if (code !== undefined) return { srid: code }
  if (crs.type === 'EngineeringCRS' || wkt === undefined) return undefined
  return { definition: wkt }
}

/** The system that a name of old GeoJSON or `--crs` means; undefined: not understood. */
export function crsByName(name: string): SourceCrs | undefined {
  if (/CRS:?84$/i.test(name)) return { srid: 4326 }
  const code = /^(?:(?:urn:ogc:def:crs:)?EPSG:(?:[\d.]*:)?)?(\d{4,6})$/i.exec(name.trim())?.[1]
  return code === undefined ? undefined : { srid: Number(code) }
}

/** Refuses a system that the database has no definition of. */
export async function requireKnownCrs(db: Pool, crs: SourceCrs, option: string) {
  if ('definition' in crs) return
  const { rowCount } = await db.query('select from spatial_ref_sys where srid = $1', [crs.srid])
  if (rowCount) return
  throw new ImportRefused({
    vi: `${option}: không có hệ tọa độ EPSG:${crs.srid}. Ví dụ: EPSG:4326 (WGS 84), EPSG:9209 (VN-2000 kinh tuyến 105°30′).`,
    en: `${option}: there is no system EPSG:${crs.srid}. For example EPSG:4326 (WGS 84), EPSG:9209 (VN-2000, meridian 105°30′).`
  })
}

export const sameCrs = (a: SourceCrs, b: SourceCrs) =>
  'srid' in a && 'srid' in b ? a.srid === b.srid : JSON.stringify(a) === JSON.stringify(b)

/** A system as a report names it. */
export const crsName = (crs: SourceCrs) =>
  'srid' in crs ? `EPSG:${crs.srid}` : (/"([^"]+)"/.exec(crs.definition)?.[1] ?? crs.definition.slice(0, 60))
