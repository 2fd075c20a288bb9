import type { Queryable } from '../db/pool.ts'
import type { BBox, Commune } from './contract.ts'

interface CommuneRow extends Omit<Commune, 'bbox'> {
  west: number | null
  south: number
  east: number
  north: number
}

/** A box from four columns; null where there is no geometry. */
export function boxOf(row: { west: number | null; south: number; east: number; north: number }): BBox | null {
  return row.west === null ? null : [row.west, row.south, row.east, row.north]
}

/** Communes that exist on a day (YYYY-MM-DD), by name; one row per code, the latest where validities meet. */
export async function listCommunesOn(db: Queryable, day: string): Promise<Commune[]> {
  const { rows } = await db.query<CommuneRow>(
    `with visible as (
       select distinct on (c.code) c.id, c.code, c.name, c.kind, c.province, c.illustration, c.geom
         from open.communes c
        where (c.valid_from is null or c.valid_from <= $1::date) and (c.valid_to is null or $1::date < c.valid_to)
        order by c.code, c.valid_from desc nulls last, c.id desc
     ),
     counted as (
       select v.commune_code, count(*) as villages, count(*) filter (where v.provisional) as provisional
         from open.villages v
        where (v.valid_from is null or v.valid_from <= $1::date) and (v.valid_to is null or $1::date < v.valid_to)
        group by v.commune_code
     )
     select c.code, c.name, c.kind, c.province, c.illustration,
            st_xmin(c.geom) as west, st_ymin(c.geom) as south, st_xmax(c.geom) as east, st_ymax(c.geom) as north,
            coalesce(n.villages, 0)::int as villages, coalesce(n.provisional, 0)::int as "provisionalVillages",
            h.premises, h.targets::int as targets, h.plan_year as "planYear"
       from visible c
       join open.commune_holdings h on h.commune_id = c.id
       left join counted n on n.commune_code = c.code
      order by search_text(c.name), c.code`,
    [day]
  )
  return rows.map(({ west, south, east, north, ...commune }) => ({
    ...commune,
    bbox: boxOf({ west, south, east, north })
  }))
}
