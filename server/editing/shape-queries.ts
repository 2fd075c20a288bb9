import { identifier } from '../collections/import/table-columns.ts'
import type { Queryable } from '../db/pool.ts'
import { OVERLAY_GRID } from '../geo/overlay-grid.ts'
import { soundArea } from '../geo/sound-area.ts'
import { DEFAULT_LIMITS } from '../quality/contract.ts'
import type { Editable } from './form.ts'

/** A shape in hexadecimal WKB, as PostGIS reads it. */
const SHAPE = `st_setsrid(st_geomfromwkb(decode($1, 'hex')), 4326)`

const FAULT = `
  select valid, reason(detail) as reason, st_x(location(detail)) as lng, st_y(location(detail)) as lat
    from (select st_isvalid(${SHAPE}) as valid, st_isvaliddetail(${SHAPE}) as detail) checked`

/** What is wrong with a polygon, in GEOS's English, and where, in degrees. */
export interface ShapeFault {
  reason: string
  lng: number | null
  lat: number | null
}

/** What makes a shape invalid; undefined: nothing. */
export async function findFault(db: Queryable, wkb: string): Promise<ShapeFault | undefined> {
  const { rows } = await db.query<ShapeFault & { valid: boolean }>(FAULT, [wkb])
  const [row] = rows
  return row && !row.valid ? { reason: row.reason, lng: row.lng, lat: row.lat } : undefined
}

// $2 the commune's code. Its latest boundary that is known.
const AWAY = `
  select c.name, c.code, st_distance(c.geom::geography, ${SHAPE}::geography) as metres
    from commune c
   where c.code = $2 and c.known_to = 'infinity' and c.geom is not null
   order by c.valid_to desc, c.id desc limit 1`

/** How far a shape lies from its commune, metres; undefined: the commune has no boundary. */
export async function findDistance(db: Queryable, wkb: string, commune: string) {
  const { rows } = await db.query<{ name: string; code: string; metres: number }>(AWAY, [wkb, commune])
  return rows[0]
}

/** A neighbour's ground that a shape takes. */
export interface Overlap {
  label: string
  areaM2: number
  lng: number
  lat: number
  /** Of all whose ground is taken, those that are not listed among them. */
  count: number
}

// $2 the id of a row of the thing itself or null, $3 the day, $4 the commune, $5 m² where the commune says none.
const overlapsSql = ({ table, key, label }: Editable) => `
  with shared as materialized (
    select t.${identifier(label)} as label, st_intersection(${soundArea('t.geom')}, ${SHAPE}, ${OVERLAY_GRID}) as geom
      from ${identifier(table)} t
     where t.known_to = 'infinity' and t.valid_from <= $3::date and $3::date < t.valid_to and t.geom && ${SHAPE}
       and not exists (select from ${identifier(table)} own where own.id = $2::bigint
                        and ${key.map((part) => `own.${identifier(part)} = t.${identifier(part)}`).join(' and ')})
  ), measured as materialized (
    select label, st_area(geom::geography) as area_m2, st_pointonsurface(st_collectionextract(geom, 3)) as at from shared
  )
  select label, area_m2 as "areaM2", st_x(at) as lng, st_y(at) as lat, count(*) over ()::integer as count
    from measured
   where area_m2 > coalesce((select (limits ->> 'overlapM2')::float8 from quality_limit where commune_code = $4), $5::float8)
   order by 2 desc limit 5`

/** Whose shape, on which day, of which commune. `own`: a row of the thing itself; null: it is new. */
interface Where {
  own: number | null
  day: string
  commune: string | undefined
}

/**
 * Whose ground an area takes on a day: of the same collection, with square metres and a point of it. What its commune does
 * not call an overlap (a border drawn twice) is none here either. At most five, the largest first.
 */
export async function findOverlaps(
  db: Queryable,
  collection: Editable,
  wkb: string,
  { own, day, commune }: Where
) {
  const given = [wkb, own, day, commune, DEFAULT_LIMITS.overlapM2]
  return (await db.query<Overlap>(overlapsSql(collection), given)).rows
}
