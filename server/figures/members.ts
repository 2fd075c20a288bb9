import type { Queryable } from '../db/pool.ts'
import type { Ground } from './ground.ts'
import type { Moment } from './moment.ts'
import { visible } from './visible.ts'

/**
 * The areas that decide which part of a commune a place belongs to, the winner first: villages before communes, those with
 * boundaries of their own before provisional ones, then the lower code. Those of communes that were not asked for have a
 * null commune: they may win a place, which is then nobody's here. Parallel arrays, as the queries take them: told their
 * lengths, the planner joins well.
 */
export interface RankedAreas {
  areaIds: number[]
  communeCodes: (string | null)[]
  villageCodes: (string | null)[]
}

// A place that two areas share lies in the boxes of both: areas beyond the box of all asked for cannot take one. Villages
// outlive a commune that was merged into another; they have no figures then, and no place of the other's.
const NEIGHBOURS = `
  with own as (
    select geom from village where origin_id = any($1) and ${visible('village')}
    union all
    select geom from commune where origin_id = any($1) and ${visible('commune')}
  ), extent as (
    select st_setsrid(st_extent(geom)::geometry, 4326) as geom from own
  )
  select origin_id as "areaId", commune_code as "communeCode", code as "villageCode"
    from village
   where geom && (select geom from extent) and ${visible('village')}
     and commune_code in (select code from commune where ${visible('commune')})
   order by provisional, code collate "C", origin_id`

const COMMUNES_ABOUT = `
  with own as (
    select geom from village where origin_id = any($1) and ${visible('village')}
    union all
    select geom from commune where origin_id = any($1) and ${visible('commune')}
  ), extent as (
    select st_setsrid(st_extent(geom)::geometry, 4326) as geom from own
  )
  select origin_id as "areaId", code as "communeCode", null as "villageCode"
    from commune
   where geom && (select geom from extent) and ${visible('commune')}
   order by code collate "C", origin_id`

interface AreaRow {
  areaId: number
  communeCode: string
  villageCode: string | null
}

/** The areas that have a say in where the places of these communes belong, at the moment. */
export async function findRankedAreas(
  db: Queryable,
  grounds: readonly Ground[],
  { asOf, knownAt }: Moment
): Promise<RankedAreas> {
  const own = grounds.flatMap(({ areaId, villages }) => [
    areaId,
    ...villages.map((village) => village.areaId)
  ])
  const values = [own.filter((id) => id !== null), asOf, knownAt]
  const [villages, communes] = await Promise.all([
    db.query<AreaRow>(NEIGHBOURS, values),
    db.query<AreaRow>(COMMUNES_ABOUT, values)
  ])
  const asked = new Set(grounds.map(({ code }) => code))
  const rows = [...villages.rows, ...communes.rows]
  return {
    areaIds: rows.map(({ areaId }) => areaId),
    communeCodes: rows.map(({ communeCode }) => (asked.has(communeCode) ? communeCode : null)),
    villageCodes: rows.map(({ villageCode }) => villageCode)
  }
}

/** The first five parameters of a query that begins with `MEMBERS`. */
export const memberValues = (
  { areaIds, communeCodes, villageCodes }: RankedAreas,
  { asOf, knownAt }: Moment
) => [areaIds, asOf, knownAt, communeCodes, villageCodes]

/**
 * Common table expressions, to be followed by more or by a query: `member (place_id, commune_code, village_code)`, every
 * place of the communes asked for, each once. $1, $4, $5 are the ranked areas, $2 and $3 the moment. A place on an edge or
 * in an overlap belongs to the village with the lowest code, to a provisional one only if to no other; what no village
 * covers lies outside villages (village_code null), in the commune with the lowest code. The names are looked up by place in the arrays: joined, the
 * planner would take all members for as few as there are areas.
 */
export const MEMBERS = `
  ranked as (
    select * from unnest($1::bigint[], $4::text[], $5::text[]) with ordinality
      as ranked (area_id, commune_code, village_code, rank)
  ), winner as (
    select place_id, min(rank)::integer as rank
      from ranked
      join place_area using (area_id)
     group by place_id
    having bool_or(commune_code is not null)
  ), member as materialized (
    select place_id, ($4::text[])[rank] as commune_code, ($5::text[])[rank] as village_code
      from winner
     where ($4::text[])[rank] is not null
  )`
