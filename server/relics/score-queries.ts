import type { Moment } from '../figures/moment.ts'
import type { RankedAreas } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'
import type { Queryable } from '../db/pool.ts'

/** What one relic adds to its commune's figures. */
export interface ScoredRelic {
  communeCode: string
  importId: number
  /** All seven items of the rule are there. */
  digitised: boolean
  /** Its place has a stated accuracy. */
  placed: boolean
  /** The day since which the youngest of its media is here, YYYY-MM-DD; this and the next two null: it has none. */
  mediaFrom: string | null
  /** RFC 3339 with milliseconds. */
  mediaKnownFrom: string | null
  /** One checksum over the originals of its media. */
  mediaSha256: string | null
}

// A relic belongs to what holds a point of its ground, as all places do: villages before communes, then the lowest code.
const SCORED = `
  with ranked as (
    select * from unnest($1::bigint[], $4::text[]) with ordinality as ranked (area_id, commune_code, rank)
  ), area as (
    select origin_id, geom from village where origin_id = any($1) and ${visible('village')}
    union all
    select origin_id, geom from commune where origin_id = any($1) and geom is not null and ${visible('commune')}
  ), scored as materialized (
    select *, st_pointonsurface(geom) as point from relic_scores($2::date, $3::timestamptz)
  ), winner as (
    select scored.site_id, min(ranked.rank)::integer as rank
      from scored
      join area on st_covers(area.geom, scored.point)
      join ranked on ranked.area_id = area.origin_id
     group by scored.site_id
  )
  select ($4::text[])[winner.rank] as "communeCode", import_id as "importId", score = 7 as digitised, placed,
         media_from::text as "mediaFrom", media_sha256 as "mediaSha256",
         to_char(media_known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "mediaKnownFrom"
    from scored
    join winner using (site_id)
   where ($4::text[])[winner.rank] is not null
   order by site_id`

/** Every relic in force in the communes asked for, as scored at the moment, in an order that does not change. */
export async function findScoredRelics(
  db: Queryable,
  { areaIds, communeCodes }: RankedAreas,
  { asOf, knownAt }: Moment
): Promise<ScoredRelic[]> {
  const { rows } = await db.query<ScoredRelic>(SCORED, [areaIds, asOf, knownAt, communeCodes])
  return rows
}
