import type { Queryable } from '../db/pool.ts'
import type { RankedAreas } from './members.ts'
import type { Moment } from './moment.ts'
import { visible } from './visible.ts'

/** A line or polygon that meets a village or commune (village null). Meeting in one point is enough. */
export interface Touch {
  communeCode: string
  villageCode: string | null
  importId: number
}

const touching = (table: 'fibre_line' | 'fixed_service') => `
  select distinct ranked.commune_code as "communeCode", ranked.village_code as "villageCode",
         ${table}.import_id as "importId"
    from unnest($1::bigint[], $4::text[], $5::text[]) as ranked (area_id, commune_code, village_code)
    join area on area.id = ranked.area_id and area.kind in ('village', 'commune')
    join ${table} on ${table}.geom && area.geom and st_intersects(area.geom, ${table}.geom)
   where ranked.commune_code is not null and ${visible(table)}`

const TOUCHING = { fibre_line: touching('fibre_line'), fixed_service: touching('fixed_service') }

/** The areas of the communes asked for that features of a table meet, and the imports these come from. */
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
