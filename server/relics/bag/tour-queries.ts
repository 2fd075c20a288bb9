import type { Queryable } from '../../db/pool.ts'
import { putStops } from '../tour-desk-queries.ts'
import type { BagTour } from './contract.ts'
import { moment, shape } from './row-sql.ts'

/** A tour that leads past some relics. */
export interface FoundTour {
  tour: BagTour
  /** It leads past others as well. */
  isCut: boolean
}

// $1 sites. A stop that is nowhere in force is no stop of its page.
const TOURS = `
  select t.slug, t.commune_code as "communeCode", t.title_vi as "titleVi", t.title_en as "titleEn", t.lead_vi as "leadVi",
         t.lead_en as "leadEn", t.published, ${moment('t.changed_at')} as "changedAt",
         ${shape('t.line')} -> 'coordinates' as line,
         coalesce(stop.slugs, '[]') as stops, coalesce(stop."isCut", false) as "isCut"
    from relic_tour t
    left join lateral (
      select json_agg(g.slug order by p.position) as slugs, bool_or(p.site_id <> all($1::bigint[])) as "isCut",
             bool_or(p.site_id = any($1::bigint[])) as "isMet"
        from relic_tour_stop p
        join lateral (select slug from relic_slug where site_id = p.site_id order by position desc limit 1) g on true
       where p.tour_id = t.id
         and exists (select from relic r join relic_site_row j on j.origin_id = r.origin_id
                      where j.site_id = p.site_id and r.known_to = 'infinity')
    ) stop on true`

/** The tours that lead past some relics, by their addresses; `all`: those that lead nowhere too. */
export async function findTours(db: Queryable, sites: readonly number[], all: boolean): Promise<FoundTour[]> {
  const { rows } = await db.query<BagTour & { isCut: boolean }>(
    `${TOURS} where $2::boolean or stop."isMet" order by t.slug`,
    [sites, all]
  )
  return rows.map(({ isCut, ...tour }) => ({ tour, isCut }))
}

/** The tours of some addresses as they are here. */
export async function findToursHere(db: Queryable, slugs: readonly string[]): Promise<BagTour[]> {
  const { rows } = await db.query<BagTour & { isCut: boolean }>(
    `${TOURS} where t.slug = any($2::text[]) order by t.slug`,
    [[], slugs]
  )
  return rows.map(({ isCut: _isCut, ...tour }) => tour)
}

const PUT = `
  insert into relic_tour (slug, commune_code, title_vi, title_en, lead_vi, lead_en, line, published, changed_at)
  values ($1, $2, $3, $4, $5, $6, st_setsrid(st_geomfromgeojson($7), 4326), $8, $9::timestamptz)
      on conflict (slug) do update
     set title_vi = excluded.title_vi, title_en = excluded.title_en, lead_vi = excluded.lead_vi, lead_en = excluded.lead_en,
         line = excluded.line, published = excluded.published, changed_at = excluded.changed_at, version = relic_tour.version + 1
  returning id::integer as id`

/** Says of a tour what a bag says of it; `siteIds`: its stops in their order. */
export async function putTour(db: Queryable, tour: BagTour, siteIds: readonly number[]) {
  const { slug, communeCode, titleVi, titleEn, leadVi, leadEn, line, published, changedAt } = tour
  const way = line && JSON.stringify({ type: 'LineString', coordinates: line })
  const said = [slug, communeCode, titleVi, titleEn, leadVi, leadEn, way, published, changedAt]
  const { rows } = await db.query<{ id: number }>(PUT, said)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('relic_tour gave no id')
  await putStops(db, id, siteIds)
}
