import type { LineString } from 'geojson'
import type { Queryable } from '../db/pool.ts'
import type { StaffTour, TourWords } from './tour-contract.ts'

interface Row extends Omit<StaffTour, 'line'> {
  shape: LineString | null
  communeCode: string | null
}

/** A tour and whose it is. */
export interface OwnTour {
  tour: StaffTour
  communeCode: string | null
}

const TOUR = `
  select t.id::integer as id, t.version, t.slug, t.title_vi as "titleVi", t.title_en as "titleEn", t.lead_vi as "leadVi",
         t.lead_en as "leadEn", t.published, t.commune_code as "communeCode", st_asgeojson(t.line, 7)::json as shape,
         to_char(t.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt",
         (select json_agg(json_build_object('slug', g.slug, 'name', s.name, 'isProtected', s.protected) order by p.position)
            from relic_tour_stop p
            join relic_site s on s.id = p.site_id
            join lateral (select slug from relic_slug where site_id = s.id order by position desc limit 1) g on true
           where p.tour_id = t.id) as stops
    from relic_tour t`

const own = ({ shape, communeCode, ...row }: Row): OwnTour => ({
  communeCode,
  // Positions of a way of ours have two numbers.
  tour: { ...row, line: shape && (shape.coordinates as [number, number][]) }
})

/** All tours of a commune (null: of all), the one that was changed last first. */
export async function findOwnTours(db: Queryable, communeCode: string | null): Promise<StaffTour[]> {
  const { rows } = await db.query<Row>(
    `${TOUR} where $1::text is null or t.commune_code = $1 order by t.changed_at desc, t.id desc`,
    [communeCode]
  )
  return rows.map((row) => own(row).tour)
}

/** A tour of a commune (null: any); undefined: it is not there. Nobody else changes it until the transaction ends. */
export async function findOwnTour(db: Queryable, id: number, communeCode: string | null) {
  await db.query('select from relic_tour where id = $1 for update', [id])
  const { rows } = await db.query<Row>(
    `${TOUR} where t.id = $1 and ($2::text is null or t.commune_code = $2)`,
    [id, communeCode]
  )
  return rows.map(own)[0]
}

/** A relic that a tour may lead to. */
export interface StopSite {
  id: number
  name: string
  communeCode: string | null
  isProtected: boolean
  /** Metres from the way; null without one. */
  awayM: number | null
}

// The relic of an address `wanted.slug`, `s`, and its latest place, `r`.
const PLACE_OF = `
    join relic_slug g on g.slug = wanted.slug
    join relic_site s on s.id = g.site_id
    join lateral (select r.geom from relic r join relic_site_row j on j.origin_id = r.origin_id
                   where j.site_id = s.id and r.known_to = 'infinity' order by r.valid_to desc, r.id desc limit 1) r on true`

// $1 addresses in their order, $2 the commune or null, $3 the way as GeoJSON or null.
const STOP_SITES = `
  select s.id::integer as id, s.name, s.commune_code as "communeCode", s.protected as "isProtected",
         st_distance(r.geom::geography, st_setsrid(st_geomfromgeojson($3), 4326)::geography) as "awayM"
    from unnest($1::text[]) with ordinality as wanted (slug, place)
    ${PLACE_OF}
   where $2::text is null or s.commune_code = $2
   order by wanted.place`

const lineOf = (line: TourWords['line']) => line && JSON.stringify({ type: 'LineString', coordinates: line })

// $1 the way as GeoJSON, $2 stops as addresses in their order. The path is straight from stop to stop; metres on the spheroid.
const STRAY = `
  with stop as (
    select wanted.place, st_centroid(r.geom) as point
      from unnest($2::text[]) with ordinality as wanted (slug, place)
      ${PLACE_OF}
  ), leg as (
    select st_distance(point::geography, lag(point) over (order by place)::geography) as metres from stop
  ), path as (
    select st_makeline(point order by place)::geography as line from stop
  )
  select max(st_distance(corner.geom::geography, path.line)) as "strayM", (select max(metres) from leg) as "longestLegM"
    from path, st_dumppoints(st_setsrid(st_geomfromgeojson($1), 4326)) as corner
   group by path.line`

/** How far a way goes astray. */
export interface Stray {
  /** Of the corner that is farthest from the straight path from stop to stop. */
  strayM: number
  longestLegM: number
}

/** How far a way strays from the stops of a tour; undefined: it has no way, or its stops are nowhere. */
export async function findStray(db: Queryable, { stops, line }: Pick<TourWords, 'stops' | 'line'>) {
  if (line === null) return undefined
  const { rows } = await db.query<Stray>(STRAY, [lineOf(line), stops])
  return rows[0]
}

/** The relics of a commune (null: of all) that addresses name, in their order; those that there are not are left out. */
export async function findStopSites(
  db: Queryable,
  { stops, line }: Pick<TourWords, 'stops' | 'line'>,
  communeCode: string | null
): Promise<StopSite[]> {
  const { rows } = await db.query<StopSite>(STOP_SITES, [stops, communeCode, lineOf(line)])
  return rows
}

const wordsOf = ({ titleVi, titleEn, leadVi, leadEn, line }: TourWords) => [
  titleVi,
  titleEn,
  leadVi,
  leadEn,
  lineOf(line)
]

// Undefined where somebody takes the same address in the same moment.
const INSERT = `
  insert into relic_tour (commune_code, slug, title_vi, title_en, lead_vi, lead_en, line)
  select $1::text, free.slug, $2, $3, $4, $5, st_setsrid(st_geomfromgeojson($6), 4326)
    from (select relic_slug_base($2) || case when number > 1 then '-' || number else '' end as slug, number
            from generate_series(1, (select count(*) + 1 from relic_tour)) as number) free
   where not exists (select from relic_tour t where t.slug = free.slug)
   order by free.number
   limit 1
      on conflict (slug) do nothing
  returning id::integer as id`
const MOST_TRIES = 20

/** Adds a tour of no stops under an address made of its title, with a number where that is taken. Answers its id. */
export async function insertTour(
  db: Queryable,
  communeCode: string | null,
  words: TourWords
): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { rows } = await db.query<{ id: number }>(INSERT, [communeCode, ...wordsOf(words)])
    if (rows[0]) return rows[0].id
  }
  throw new Error('relic_tour gave no id')
}

/** Says all of a tour anew, its stops aside. */
export async function updateTour(db: Queryable, id: number, words: TourWords) {
  await db.query(
    `update relic_tour
        set title_vi = $2, title_en = $3, lead_vi = $4, lead_en = $5, line = st_setsrid(st_geomfromgeojson($6), 4326),
            version = version + 1, changed_at = now()
      where id = $1`,
    [id, ...wordsOf(words)]
  )
}

/** Gives a tour these stops and no others. */
export async function putStops(db: Queryable, id: number, siteIds: readonly number[]) {
  await db.query('delete from relic_tour_stop where tour_id = $1', [id])
  await db.query(
    `insert into relic_tour_stop (tour_id, position, site_id)
     select $1, place, site_id from unnest($2::bigint[]) with ordinality as stop (site_id, place)`,
    [id, siteIds]
  )
}

/** Puts a tour before the public, or takes it back. */
export async function setPublished(db: Queryable, id: number, published: boolean) {
  await db.query(
    'update relic_tour set published = $2, version = version + 1, changed_at = now() where id = $1',
    [id, published]
  )
}
