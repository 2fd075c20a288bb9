import type { LineString } from 'geojson'
import type { Queryable } from '../db/pool.ts'
import type { Tour, TourSummary } from './tour-contract.ts'

interface Row extends Omit<Tour, 'line'> {
  shape: LineString | null
}

const TOUR = `
  select t.slug, t.title_vi as "titleVi", t.title_en as "titleEn", t.lead_vi as "leadVi", t.lead_en as "leadEn",
         st_asgeojson(t.line, 6)::json as shape, st_length(t.line::geography) as "lineM"
    from open.relic_tours t`

const tourOf = ({ shape, ...row }: Row): Tour => ({
  ...row,
  // Positions of a way of ours have two numbers.
  line: shape && (shape.coordinates as [number, number][])
})

/** The published tour of an address; undefined: there is none. */
export async function findTour(db: Queryable, slug: string): Promise<Tour | undefined> {
  const { rows } = await db.query<Row>(`${TOUR} where t.slug = $1`, [slug])
  return rows.map(tourOf)[0]
}

// A hidden stop names no commune that does not hold its whole cell, and its tour, all of one commune, would.
const HIDES_COMMUNE = `
  select from open.relic_tour_stops s join open.relic_places p on p.site_id = s.site_id
   where s.tour_id = t.id and p.protected
     and not exists (select from open.communes c where c.code = $2 and st_covers(c.geom, p.geom))`

// $1 the day, $2 the commune or null.
const SUMMARIES = `
  with stop as (
    select s.tour_id, s.position, p.point
      from open.relic_tour_stops s
      join lateral (
        select st_pointonsurface(p.geom) as point
          from open.relic_places p
         where p.site_id = s.site_id and (p.valid_from is null or p.valid_from <= $1::date)
           and (p.valid_to is null or $1::date < p.valid_to)
         order by p.feature_id desc
         limit 1
      ) p on true
  ), leg as (
    select tour_id, st_distance(point::geography, lag(point) over (partition by tour_id order by position)::geography) as metres
      from stop
  )
  select t.slug, t.title_vi as "titleVi", t.title_en as "titleEn", t.lead_vi as "leadVi", t.lead_en as "leadEn",
         count(*)::integer as stops, coalesce(st_length(t.line::geography), sum(l.metres), 0) as metres,
         t.line is not null as "isAlongWay"
    from open.relic_tours t
    join leg l on l.tour_id = t.id
   where $2::text is null or (t.commune_code = $2 and not exists (${HIDES_COMMUNE}))
   group by t.id, t.slug, t.title_vi, t.title_en, t.lead_vi, t.lead_en, t.line
   order by search_text(t.title_vi), t.slug`

/** Every published tour (of a commune, where one is named) with a stop in force on a day, by its title. */
export async function findTours(db: Queryable, day: string, commune?: string): Promise<TourSummary[]> {
  const { rows } = await db.query<TourSummary>(SUMMARIES, [day, commune ?? null])
  return rows
}

/** The published tours that lead past the relic of an address, by their title. */
export async function findToursOf(db: Queryable, slug: string): Promise<Tour[]> {
  const { rows } = await db.query<Row>(
    `${TOUR}
      where exists (select from open.relic_tour_stops s join open.relic_slugs g on g.site_id = s.site_id
                     where s.tour_id = t.id and g.slug = $1)
      order by search_text(t.title_vi), t.slug`,
    [slug]
  )
  return rows.map(tourOf)
}
