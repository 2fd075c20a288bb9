import type { Pool } from 'pg'
import type { Geometry } from 'geojson'
import { km } from './check-place.ts'
import { ImportRefused, type SourceCrs } from './request.ts'

/** A village's centre in the file's coordinates. */
export interface Centre {
  number: number
  name: string
  x: number
  y: number
}

const NEAREST_M = 1

const placed = (crs: SourceCrs) =>
  'srid' in crs
    ? 'st_transform(st_setsrid(st_makepoint(x, y), $4::integer), 4326)'
    : 'st_transform(st_makepoint(x, y), $4::text, 4326)'

/**
 * Voronoi cells of the centres, drawn in metres (UTM), clipped to the commune; a lone centre has all of it. Each row says
 * how far the centre lies from the commune (metres, 0 inside) and which earlier centre stands at the same place.
 * $1 numbers, $2 x, $3 y, $4 CRS, $5 commune.
 */
const cells = (crs: SourceCrs) => `
  with shape as materialized (
    select geom, case when st_x(st_centroid(geom)) < 108 then 3405 else 3406 end as srid
      from commune where code = $5 and known_to = 'infinity' and geom is not null order by valid_from desc limit 1
  ), centre as materialized (
    select number, ${placed(crs)} as geom from unnest($1::integer[], $2::float8[], $3::float8[]) as given (number, x, y)
  ), cell as materialized (
    select st_transform((st_dump(st_voronoipolygons(
             (select st_collect(distinct st_transform(centre.geom, srid)) from centre), 0,
             st_expand(st_transform(shape.geom, srid), 10000)))).geom, 4326) as geom
      from shape
  )
  select centre.number, st_length(st_shortestline(centre.geom, shape.geom)::geography) as "metresOut",
         (select min(other.number) from centre other where other.number < centre.number
             and st_dwithin(other.geom::geography, centre.geom::geography, ${NEAREST_M})) as twin,
         st_asgeojson(st_multi(st_collectionextract(
           case when (select count(*) from centre) = 1 then shape.geom else st_intersection(cell.geom, shape.geom) end, 3)), 12)::json as geometry
    from shape cross join centre
    left join lateral (select geom from cell where st_intersects(cell.geom, centre.geom) limit 1) cell on true
   order by 1`

interface Cell {
  number: number
  metresOut: number
  twin: number | null
  geometry: Geometry | null
}

const named = (centres: readonly Centre[], number: number) => {
  const name = centres.find((centre) => centre.number === number)?.name ?? ''
  return `«${name}» (${number})`
}

function requireSound(found: readonly Cell[], centres: readonly Centre[], commune: string) {
  if (found.length === 0)
    throw new ImportRefused({
      vi: `Xã ${commune} chưa có ranh giới nên không chia thôn được. Hãy nạp ranh giới xã trước (npm run import -- communes TỆP).`,
      en: `Commune ${commune} has no boundary yet, so it cannot be divided. Import it first (npm run import -- communes FILE).`
    })
  const out = found.filter(({ metresOut }) => metresOut > 0)
  const twins = found.filter(({ twin }) => twin !== null)
  if (out.length > 0) {
    const list = (comma: boolean) =>
      out.map(({ number, metresOut }) => `${named(centres, number)} ${km(metresOut, comma)} km`).join('; ')
    throw new ImportRefused({
      vi: `Các điểm trung tâm thôn nằm ngoài xã ${commune}: ${list(true)}. Hãy sửa tọa độ, hoặc chỉ rõ --crs.`,
      en: `Village centres lie outside commune ${commune}: ${list(false)}. Mend the coordinates, or state --crs.`
    })
  }
  if (twins.length === 0) return
  const list = twins
    .map(({ number, twin }) => `${named(centres, number)} = ${named(centres, twin ?? 0)}`)
    .join('; ')
  throw new ImportRefused({
    vi: `Các điểm trung tâm thôn trùng một chỗ: ${list}. Mỗi thôn cần một điểm riêng.`,
    en: `Village centres stand at the same place: ${list}. Each village needs its own.`
  })
}

/** The cell of each centre, by row number, EPSG:4326. Throws `ImportRefused` for a centre outside or two at one place. */
export async function villageCells(
  db: Pool,
  commune: string,
  crs: SourceCrs,
  centres: readonly Centre[]
): Promise<Map<number, Geometry>> {
  const { rows } = await db.query<Cell>(cells(crs), [
    centres.map(({ number }) => number),
    centres.map(({ x }) => x),
    centres.map(({ y }) => y),
    'srid' in crs ? crs.srid : crs.definition,
    commune
  ])
  requireSound(rows, centres, commune)
  return new Map(rows.flatMap(({ number, geometry }) => (geometry ? [[number, geometry] as const] : [])))
}
