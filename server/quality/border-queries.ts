import type { Queryable } from '../db/pool.ts'
import { OVERLAY_GRID as GRID } from '../geo/overlay-grid.ts'
import { soundArea as sound } from '../geo/sound-area.ts'
import type { Shown } from './found.ts'

// $1 the commune, $2 the day. Of two rows of one commune (the plan's and a file's) the one with a border.
const AREAS = `
  border as materialized (
    select ${sound('c.geom')} as geom
      from (select geom from commune
             where code = $1 and known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to
               and geom is not null
             order by origin_id desc limit 1) c
  ), area as materialized (
    select v.id, v.code, v.kind || ' ' || v.name as name, v.provisional, v.geom as raw, ${sound('v.geom')} as geom
      from village v
     where v.commune_code = $1 and v.known_to = 'infinity' and v.valid_from <= $2::date and $2::date < v.valid_to
  )`

const SHOWN = (geom: string) => `
  st_x(st_pointonsurface(${geom})) as lng, st_y(st_pointonsurface(${geom})) as lat,
  st_asgeojson(${geom}, 7, 0)::json as geometry`

/** A village as findings name it. */
export interface VillageRow {
  id: number
  code: string
  name: string
}

/** What there is to look at: whether the commune has a border, and how many villages have one. */
export async function countAreas(db: Queryable, commune: string, day: string) {
  const { rows } = await db.query<{ bordered: boolean; villages: number; name: string | null }>(
    `select (select count(*) from village where commune_code = $1 and known_to = 'infinity'
                and valid_from <= $2::date and $2::date < valid_to) as villages,
            coalesce(bool_or(geom is not null), false) as bordered,
            (array_agg(kind || ' ' || name order by geom is null, origin_id desc))[1] as name
       from commune
      where code = $1 and known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to`,
    [commune, day]
  )
  return rows[0] ?? { bordered: false, villages: 0, name: null }
}

/** Villages whose border crosses itself or the like, with GEOS's reason and the place. */
export async function findInvalid(db: Queryable, commune: string, day: string) {
  const { rows } = await db.query<VillageRow & Shown & { fault: string }>(
    `with ${AREAS}, broken as (
       select id, code, name, st_isvaliddetail(raw) as detail from area where not st_isvalid(raw)
     )
     select id, code, name, reason(detail) as fault, st_x(location(detail)) as lng, st_y(location(detail)) as lat,
            st_asgeojson(location(detail), 7, 0)::json as geometry
       from broken order by code collate "C"`,
    [commune, day]
  )
  return rows
}

/** Ground that two villages both have. */
export interface OverlapRow extends Shown {
  a: VillageRow
  b: VillageRow
  /** One of both has a provisional border and the other has not. */
  provisional: boolean
  areaM2: number
}

const village = (of: string) => `json_build_object('id', ${of}.id, 'code', ${of}.code, 'name', ${of}.name)`

/** Pairs of villages that share more ground than so many m², largest first. Borders that only touch share none. */
export async function findOverlaps(db: Queryable, commune: string, day: string, leastM2: number) {
  const { rows } = await db.query<OverlapRow>(
    `with ${AREAS}, shared as materialized (
       select ${village('a')} as a, ${village('b')} as b, a.provisional <> b.provisional as provisional,
              st_multi(st_collectionextract(st_intersection(a.geom, b.geom, ${GRID}), 3)) as geom
         from area a join area b on a.code collate "C" < b.code collate "C" and a.geom && b.geom
     ), measured as materialized (
       select *, st_area(geom::geography) as area_m2 from shared where not st_isempty(geom)
     )
     select a, b, provisional, area_m2 as "areaM2", ${SHOWN('geom')}
       from measured where area_m2 > $3 order by area_m2 desc`,
    [commune, day, leastM2]
  )
  return rows
}

/** Ground of the commune that no village has. */
export interface GapRow extends Shown {
  areaM2: number
  /** The villages that it touches, by name. */
  beside: VillageRow[]
  /** The key by which it is known, where a case or a round under way has it. */
  known: string | null
  /** How much of that is this piece, in square degrees; the largest is the same one. */
  shared: number
}

/** Pieces of more than so many m², largest first. Holes that villages leave between them are pieces too. */
export async function findGaps(db: Queryable, commune: string, day: string, leastM2: number) {
  const { rows } = await db.query<GapRow>(
    `with ${AREAS}, whole as materialized (
       select st_unaryunion(st_collect(geom), ${GRID}) as geom from area
     ), piece as materialized (
       select (st_dump(st_collectionextract(st_difference(border.geom, whole.geom, ${GRID}), 3))).geom as geom
         from border, whole where whole.geom is not null
     ), measured as materialized (
       select geom, st_area(geom::geography) as area_m2 from piece
     )
     select m.area_m2 as "areaM2", ${SHOWN('m.geom')}, known.key as known, coalesce(known.shared, 0) as shared,
            coalesce((select json_agg(${village('v')} order by v.code collate "C") from area v
                       where st_dwithin(v.geom, m.geom, 1e-6)), '[]') as beside
       from measured m
       left join lateral (
         select k.key, st_area(st_intersection(${sound('k.geom')}, m.geom, ${GRID})) as shared
           from quality_known_gap k
          where k.commune_code = $1 and k.geom && m.geom
          order by 2 desc, 1 limit 1) known on known.shared > 0
      where m.area_m2 > $3 order by m.area_m2 desc`,
    [commune, day, leastM2]
  )
  return rows
}

/** Villages that have ground beyond their commune's border, of more than so many m², largest first. */
export async function findReaches(db: Queryable, commune: string, day: string, leastM2: number) {
  const { rows } = await db.query<VillageRow & Shown & { areaM2: number }>(
    `with ${AREAS}, beyond as materialized (
       select area.id, area.code, area.name,
              st_multi(st_collectionextract(st_difference(area.geom, border.geom, ${GRID}), 3)) as geom
         from area, border where not st_covers(border.geom, area.geom)
     ), measured as materialized (
       select *, st_area(geom::geography) as area_m2 from beyond where not st_isempty(geom)
     )
     select id, code, name, area_m2 as "areaM2", ${SHOWN('geom')}
       from measured where area_m2 > $3 order by area_m2 desc`,
    [commune, day, leastM2]
  )
  return rows
}
