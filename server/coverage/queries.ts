import type { Queryable } from '../db/pool.ts'
import type { Ask } from '../figures/draft.ts'
import type { LngLat } from '../figures/distance.ts'
import type { Ground } from '../figures/ground.ts'
import { MEMBERS, memberValues } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'

/** A household point of the commune asked about, for rules that look at neighbours. It never leaves the server as a point. */
export interface Home extends LngLat {
  villageCode: string | null
  importId: number
  residents: number | null
  households: number
  covered: boolean
}

// $6: the slices in force. One commune at a time: its slices count for all its places.
const HOMES = `
  with ${MEMBERS}
  select member.village_code as "villageCode", premises.import_id as "importId", residents, households,
         st_x(geom) as lng, st_y(geom) as lat,
         exists (select from place_coverage
                  where place_coverage.place_id = member.place_id and slice_id = any($6::bigint[]) and depth >= 2)
           as covered
    from member
    join premises on premises.origin_id = member.place_id
   where ${visible('premises')}
   order by premises.origin_id`

/** The household points of one commune and whether one of the slices covers them. */
export async function findHomes({ db, areas, moment }: Ask, sliceIds: readonly number[]): Promise<Home[]> {
  const { rows } = await db.query<Home>(HOMES, [...memberValues(areas, moment), sliceIds])
  return rows
}

/** Where a village is looked at, and whether any map covers that point. */
export interface VillagePoint extends LngLat {
  villageCode: string
  importId: number
  from: 'cultural_house' | 'centre'
  covered: boolean
}

// The first cultural house of a village by name; only without any, its centre.
const VILLAGE_POINTS = `
  with ${MEMBERS}, spot as (
    select member.village_code, cultural_house.import_id, cultural_house.origin_id as place_id, geom as point,
           'cultural_house' as "from", row_number() over (order by name collate "C", origin_id) as turn
      from member
      join cultural_house on cultural_house.origin_id = member.place_id
     where member.village_code is not null and ${visible('cultural_house')}
    union all
    select ranked.village_code, village_centre.import_id, village_centre.id, point, 'centre', 1000000000
      from ranked
      join village_centre on village_centre.id = ranked.area_id
     where ranked.commune_code is not null
  )
  select distinct on (village_code) village_code as "villageCode", import_id as "importId", "from",
         st_x(point) as lng, st_y(point) as lat,
         exists (select from place_coverage
                  where place_coverage.place_id = spot.place_id and slice_id = any($6::bigint[]) and depth >= 2)
           as covered
    from spot
   order by village_code, turn`

/** The point of every village of one commune. */
export async function findVillagePoints({ db, areas, moment }: Ask, sliceIds: readonly number[]) {
  const { rows } = await db.query<VillagePoint>(VILLAGE_POINTS, [...memberValues(areas, moment), sliceIds])
  return rows
}

/** Metres to what is nearest of a centre; null: none is known within 50 km. It may lie in another commune, but not in fiction. */
export interface Nearest {
  culturalHouseM: number | null
  cellSiteM: number | null
}

// The index orders by degrees, in which east and north are not alike: the nearest eight are then measured on the spheroid.
// 0.6° are more than 50 km in every direction up to 40° north.
const nearest = (table: 'cultural_house' | 'cell_site') => `
  (select min(metres)
     from (select st_distance(near.geom::geography, centre.point::geography) as metres
             from (select geom from ${table}
                    where geom && st_expand(centre.point, 0.6) and ${visible(table)}
                      and $5 = exists (select from illustrated
                                        where code = ${table}.commune_code or st_covers(illustrated.geom, ${table}.geom))
                    order by geom <-> centre.point limit 8) near) measured
    where metres <= 50000)`

// An illustration is measured to its own only, and nothing real to an illustration.
const NEAREST = `
  with illustrated as materialized (
    select code, geom from commune where illustration and ${visible('commune')}
  )
  select ${nearest('cultural_house')} as "culturalHouseM", ${nearest('cell_site')} as "cellSiteM"
    from (select st_setsrid(st_makepoint(lng, lat), 4326) as point, number
            from unnest($1::double precision[], $4::double precision[]) with ordinality as c (lng, lat, number)) centre
   order by number`

/** For each centre of a commune, in their order. */
export async function findNearest(
  db: Queryable,
  { asOf, knownAt }: Ask['moment'],
  { illustration }: Pick<Ground, 'illustration'>,
  centres: readonly LngLat[]
) {
  if (centres.length === 0) return []
  const columns = [centres.map(({ lng }) => lng), asOf, knownAt, centres.map(({ lat }) => lat), illustration]
  const { rows } = await db.query<Nearest>(NEAREST, columns)
  return rows
}
