import type { Queryable } from '../db/pool.ts'
import { findGround } from '../figures/ground.ts'
import { findRankedAreas, memberValues, MEMBERS } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'
import type { Shown } from './found.ts'

/** A village with its register, and when that was last stated. */
export interface RegisterRow extends Shown {
  id: number
  code: string
  name: string
  population: number | null
  households: number | null
  /** YYYY-MM-DD. */
  statedOn: string
  /** Whole months since then. */
  months: number
  /** More months than the limit. */
  stale: boolean
}

const CENTRE = `case when st_isvalid(v.geom) then st_pointonsurface(v.geom) else st_centroid(v.geom) end`

// Whoever mends a border by hand says the register again as it was: that states nothing anew, a file does.
const STATED = `
  select max(said.published_at)
    from (select p.published_at, e.import_id is not null as edited,
                 (t.population, t.households) is distinct from
                   (lag(t.population) over before, lag(t.households) over before) as renewed
            from village t
            join import p on p.id = t.import_id
            left join place_edit e on e.import_id = p.id
           where t.code = v.code and t.origin is null and p.undone_at is null and p.published_at <= i.published_at
          window before as (order by p.published_at, t.id)) said
   where not said.edited or said.renewed`

/** The villages of a commune on a day with their registers, by code. */
export async function findRegisters(db: Queryable, commune: string, day: string, months: number) {
  const { rows } = await db.query<RegisterRow>(
    `with register as materialized (
       select v.id, v.code, v.kind || ' ' || v.name as name, v.population, v.households, ${CENTRE} as point,
              (coalesce((${STATED}), i.published_at) at time zone 'Asia/Ho_Chi_Minh')::date as stated_on
         from village v join import i on i.id = v.import_id
        where v.commune_code = $1 and v.known_to = 'infinity' and v.valid_from <= $2::date and $2::date < v.valid_to
     )
     select id, code, name, population, households, stated_on::text as "statedOn",
            (extract(year from age($2::date, stated_on)) * 12 + extract(month from age($2::date, stated_on)))::integer as months,
            stated_on < $2::date - make_interval(months => $3) as stale,
            st_x(point) as lng, st_y(point) as lat, st_asgeojson(point, 7, 0)::json as geometry
       from register order by code collate "C"`,
    [commune, day, months]
  )
  return rows
}

/** What the household points of a village come to. */
export interface PointSums {
  points: number
  households: number
  /** Of those points that say it. */
  residents: number
  /** Points that do not say how many live there. */
  blanks: number
}

const SUMS = `
  with ${MEMBERS}
  select member.village_code as code, count(*) as points, coalesce(sum(households), 0) as households,
         coalesce(sum(residents), 0) as residents, count(*) filter (where residents is null) as blanks
    from member
    join premises on premises.origin_id = member.place_id
   where member.village_code is not null and ${visible('premises')}
   group by 1`

/** The sums by village code; a place belongs to the village that figures count it in. */
export async function findPointSums(db: Queryable, commune: string, day: string) {
  const moment = { asOf: day, knownAt: new Date().toISOString() }
  const grounds = await findGround(db, [commune], moment)
  const areas = await findRankedAreas(db, grounds, moment)
  const { rows } = await db.query<PointSums & { code: string }>(SUMS, memberValues(areas, moment))
  return new Map(rows.map(({ code, ...sums }) => [code, sums]))
}
