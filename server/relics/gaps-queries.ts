import type { Queryable } from '../db/pool.ts'
import type { RelicGapsRow, RelicGapsShape } from './staff-contract.ts'

// A hidden place names no commune that does not hold its whole cell: with its border the cell is cut smaller.
const TELLS_COMMUNE = `(not s.protected or exists (
           select from open.communes c where c.code = s.commune_code and st_covers(c.geom, p.geom))) as "tellsCommune"`

// $1 the commune or null, $2 the day. The place as the public reads it: a protected one is its cell here too, because this
// list is passed on; the true place stands in the relic's form and in staff's exports. What has no coordinates has no place.
const gapsSql = (columns: string) => `
  select s.slug, (select max(p.feature_id) from open.relic_places p where p.site_id = s.site_id) as "placeId", s.name, s.rank, s.kind,
         s.commune_code as "communeCode", s.protected as "isProtected", s.images::integer, s.decided, s.placed,
         s.pictured, s.described, s.more, s.addressed, s.archived, s.score, ${TELLS_COMMUNE}, ${columns}
    from staff.relic_scores s
    left join lateral (
      select p.geom, st_pointonsurface(p.geom) as point
        from open.relic_places p
       where p.site_id = s.site_id and not st_isempty(p.geom)
         and (p.valid_from is null or p.valid_from <= $2::date) and (p.valid_to is null or $2::date < p.valid_to)
       order by p.feature_id desc
       limit 1
    ) p on true
   where $1::text is null or s.commune_code = $1
   order by s.score, search_text(s.name), s.slug`

const PLACE = `case when p.geom is not null then json_build_object('lng', st_x(p.point), 'lat', st_y(p.point)) end as place`

/** How far each relic in force on a day (YYYY-MM-DD) is digitised, of a commune or (null) of all; those that lack most first. */
export async function findRelicGaps(
  db: Queryable,
  communeCode: string | null,
  day: string
): Promise<RelicGapsRow[]> {
  const { rows } = await db.query<RelicGapsRow>(gapsSql(PLACE), [communeCode, day])
  return rows
}

// Rings run as RFC 7946 wants them, which has no member that names the coordinates.
const SHAPE = `${PLACE}, st_asgeojson(st_forcepolygonccw(p.geom), 7, 0)::json as geometry`

/** The same with what each covers; a protected one's cell. */
export async function findRelicGapShapes(
  db: Queryable,
  communeCode: string | null,
  day: string
): Promise<RelicGapsShape[]> {
  const { rows } = await db.query<RelicGapsShape>(gapsSql(SHAPE), [communeCode, day])
  return rows
}
