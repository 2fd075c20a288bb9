import type { Queryable } from '../db/pool.ts'
import type { RelicGaps } from './staff-contract.ts'

const GAPS = `
  select slug, (select max(p.feature_id) from open.relic_places p where p.site_id = s.site_id) as "placeId", name, rank, kind, commune_code as "communeCode", protected as "isProtected", images::integer, decided, placed,
         pictured, described, more, addressed, archived, score
    from staff.relic_scores s
   where $1::text is null or commune_code = $1
   order by score, search_text(name), slug`

/** How far each relic in force today is digitised, of a commune or (null) of all; those that lack most first. */
export async function findRelicGaps(db: Queryable, communeCode: string | null): Promise<RelicGaps[]> {
  const { rows } = await db.query<RelicGaps>(GAPS, [communeCode])
  return rows
}
