import type { Pool } from 'pg'
import type { Localized } from '../contract.ts'
import { VIET_NAM } from './place-sql.ts'
import type { ImportRequest, SourceCrs } from './request.ts'

/** x, y as in the file. */
export type Pair = readonly [number, number]

/** Coordinate systems that files of Vietnamese offices come in, beside degrees; the likelier first. */
const METRIC_SRIDS = [
  5896, 9205, 9206, 9207, 9208, 5897, 9209, 9210, 9211, 9212, 9213, 9214, 9215, 9216, 5899, 5898, 9217, 9218,
  3405, 3406, 32648, 32649, 3857
]
const SAMPLE = 25
/** A system fits when it puts the data at most so far from the commune, metres. */
const FITTING_M = 1000

/**
 * Where each system would put the sample's middle: degrees, how many of the sample lie within 1 km of a commune (those
 * given, else any known), the nearest commune. $1 x, $2 y, $3 systems, $4 communes or null.
 */
const LANDINGS = `
  with candidate as (
    select srid, st_transform(st_setsrid(st_makepoint(x, y), srid), 4326) as geom, number
      from unnest($3::integer[]) as srid cross join unnest($1::float8[], $2::float8[]) with ordinality as given (x, y, number)
  ), landing as (
    select srid, st_setsrid(st_centroid(st_collect(geom)), 4326) as middle, st_collect(geom) as sample,
           count(*) filter (where exists (
             select from commune c where c.known_to = 'infinity' and ($4::text[] is null or c.code = any($4)) and st_intersects(c.geom, candidate.geom))) as inside
      from candidate group by srid
  )
  select landing.srid, s.srtext as name, st_x(middle) as lng, st_y(middle) as lat, nearest.code, nearest.name as commune, nearest.metres
    from landing join spatial_ref_sys s on s.srid = landing.srid
    left join lateral (
      select c.code, c.kind || ' ' || c.name as name, st_length(st_shortestline(c.geom, landing.sample)::geography) as metres
        from commune c where c.known_to = 'infinity' and c.geom is not null and ($4::text[] is null or c.code = any($4))
       order by st_distance(c.geom, landing.sample), c.code limit 1) nearest on true
   order by landing.inside desc, nearest.metres nulls last, array_position($3::integer[], landing.srid)`

interface Landing {
  srid: number
  name: string
  lng: number
  lat: number
  code: string | null
  commune: string | null
  metres: number | null
}

/** Whether degrees lie in Viet Nam's bounds. */
export const inVietNam = ({ lng, lat }: { lng: number; lat: number }) =>
  lng >= VIET_NAM.west && lng <= VIET_NAM.east && lat >= VIET_NAM.south && lat <= VIET_NAM.north

/** Whether a position can be degrees at all. */
export const isDegrees = ([x, y]: Pair) => Math.abs(x) <= 180 && Math.abs(y) <= 90
/** Northing first: metres from the equator, then metres about 500,000. */
export const isNorthingFirst = ([x, y]: Pair) => x > 880_000 && x < 2_650_000 && y > 100_000 && y < 900_000

function plausible([x, y]: Pair) {
  return Math.abs(x) < 20_000_000 && Math.abs(y) < 20_000_000
}

/** Every system that puts the positions into Viet Nam, those that meet the commune first. */
async function landings(
  db: Pool,
  positions: readonly Pair[],
  communes: readonly string[] | undefined
): Promise<Landing[]> {
  const step = Math.max(1, Math.floor(positions.length / SAMPLE))
  const sample = positions.filter((pair, index) => index % step === 0 && plausible(pair)).slice(0, SAMPLE)
  if (sample.length === 0 || sample.every(isDegrees)) return []
  const { rows } = await db.query<Landing>(LANDINGS, [
    sample.map(([x]) => x),
    sample.map(([, y]) => y),
    METRIC_SRIDS,
    communes ?? null
  ])
  return rows.filter(inVietNam)
}

const systemName = ({ srid, name }: Landing) => {
  const title = /^[A-Z]+\["([^"]+)"/.exec(name)?.[1]
  return `EPSG:${srid}${title ? ` (${title})` : ''}`
}

function landingLine(landing: Landing): Localized {
  const at = `${landing.lat.toFixed(4)} N, ${landing.lng.toFixed(4)} E`
  const km = landing.metres === null ? '' : (landing.metres / 1000).toFixed(1)
  if (landing.metres === null)
    return { vi: `${systemName(landing)} → ${at}`, en: `${systemName(landing)} → ${at}` }
  const commune = `${landing.commune} (${landing.code})`
  return landing.metres === 0
    ? {
        vi: `${systemName(landing)} → ${at}: trong ${commune}`,
        en: `${systemName(landing)} → ${at}: in ${commune}`
      }
    : {
        vi: `${systemName(landing)} → ${at}: cách ${commune} ${km.replace('.', ',')} km`,
        en: `${systemName(landing)} → ${at}: ${km} km from ${commune}`
      }
}

/** What to choose from, a line each, with where each would put the data. */
function choice(shown: readonly Landing[]): Localized {
  const lines = shown.map(landingLine)
  const example = shown[0]?.srid
  return {
    vi: `Hãy chọn bằng --crs, ví dụ --crs EPSG:${example}. Các hệ tọa độ có thể:\n${lines.map(({ vi }) => `  ${vi}`).join('\n')}`,
    en: `Choose one with --crs, for example --crs EPSG:${example}. Systems that would fit:\n${lines.map(({ en }) => `  ${en}`).join('\n')}`
  }
}

const fits = ({ metres }: Landing) => metres !== null && metres <= FITTING_M

/** The list of systems that a sentence ends with; says so when there is none. */
export async function zoneList(
  db: Pool,
  positions: readonly Pair[],
  communes: string | readonly string[] | undefined
): Promise<Localized> {
  const found = await landings(db, positions, typeof communes === 'string' ? [communes] : communes)
  if (found.length === 0)
    return {
      vi: 'Không hệ tọa độ nào thường dùng ở Việt Nam đặt dữ liệu này vào trong nước.',
      en: 'No system in use in Viet Nam would put this data inside the country.'
    }
  const fitting = found.filter(fits)
  return choice(fitting.length > 0 ? fitting : found)
}

/** The same list, of systems that would put the positions into the communes only; undefined when there is none but `now`. */
export async function fittingZones(
  db: Pool,
  positions: readonly Pair[],
  communes: readonly string[],
  now: SourceCrs | undefined
): Promise<Localized | undefined> {
  const isOther = ({ srid }: Landing) => !now || !('srid' in now) || now.srid !== srid
  const fitting = (await landings(db, positions, communes)).filter(
    (landing) => fits(landing) && isOther(landing)
  )
  return fitting.length > 0 ? choice(fitting) : undefined
}

/** Two sentences in a row. */
export const joined = (a: Localized, b: Localized): Localized => ({
  vi: `${a.vi} ${b.vi}`,
  en: `${a.en} ${b.en}`
})

/** The refusal of a file that states no coordinate system. */
export async function noCrsSentence(
  db: Pool,
  positions: readonly Pair[],
  commune: string | undefined
): Promise<Localized> {
  const start = {
    vi: 'Tệp không nói hệ tọa độ (thiếu .prj hoặc tương tự) và chương trình không đoán.',
    en: 'The file does not state its coordinate system (no .prj or the like), and it is not guessed.'
  }
  if (positions.length > 0 && positions.every(isDegrees))
    return joined(start, {
      vi: 'Tọa độ là độ: thêm --crs EPSG:4326 nếu là WGS 84, --crs EPSG:4756 nếu là VN-2000.',
      en: 'The coordinates are degrees: add --crs EPSG:4326 for WGS 84, --crs EPSG:4756 for VN-2000.'
    })
  return joined(start, await zoneList(db, positions, commune))
}

/** The refusal of a file that lands elsewhere, with the systems that would fit. */
export async function missSentence(
  db: Pool,
  { commune }: ImportRequest,
  { finding, communes }: { finding: Localized; communes?: readonly string[] | undefined },
  positions: readonly Pair[]
) {
  if (positions.filter(isNorthingFirst).length > positions.length / 2) return joined(finding, NORTHING_FIRST)
  const option = communes ? '--speaks-for' : '--commune'
  if (positions.every(isDegrees))
    return joined(finding, {
      vi: `Hãy kiểm tra tọa độ và mã xã (${option}).`,
      en: `Check the coordinates and the commune code (${option}).`
    })
  return joined(finding, await zoneList(db, positions, communes ?? commune))
}

const NORTHING_FIRST: Localized = {
  vi: 'Tọa độ có vẻ ghi theo lối bản đồ giấy (X là hướng bắc, Y là hướng đông); hãy đổi chỗ hai cột cho nhau.',
  en: 'The coordinates seem to be written as on paper maps (X northing, Y easting); exchange the two.'
}
