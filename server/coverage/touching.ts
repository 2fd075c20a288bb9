import type { Queryable } from '../db/pool.ts'
import type { RankedAreas } from '../figures/members.ts'
import type { Moment } from '../figures/moment.ts'
import { visible } from '../figures/visible.ts'

/** A line or polygon of an operator that meets a village or commune (village null). Meeting in one point is enough. */
export interface Touch {
  communeCode: string
  villageCode: string | null
  operator: string
  importId: number
}

const touching = (table: 'fibre_line' | 'fixed_service', operator: 'operator' | 'provider') => `
  select distinct ranked.commune_code as "communeCode", ranked.village_code as "villageCode",
         ${table}.${operator} as operator, ${table}.import_id as "importId"
    from unnest($1::bigint[], $4::text[], $5::text[]) as ranked (area_id, commune_code, village_code)
    join area on area.id = ranked.area_id and area.kind in ('village', 'commune')
    join ${table} on ${table}.geom && area.geom and st_intersects(area.geom, ${table}.geom)
   where ranked.commune_code is not null and ${visible(table)}`

const TOUCHING = {
  fibre_line: touching('fibre_line', 'operator'),
  fixed_service: touching('fixed_service', 'provider')
}

/** The areas of the communes asked for that features of a table meet, whose these are and the imports they come from. */
export async function findTouches(
  db: Queryable,
  table: keyof typeof TOUCHING,
  { areaIds, communeCodes, villageCodes }: RankedAreas,
  { asOf, knownAt }: Moment
) {
  const { rows } = await db.query<Touch>(TOUCHING[table], [
    areaIds,
    asOf,
    knownAt,
    communeCodes,
    villageCodes
  ])
  return rows
}
