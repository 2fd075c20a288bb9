import type { Queryable } from '../db/pool.ts'
import type { NamedArea, Relic, RelicFilters, RelicScore, RelicSort } from './contract.ts'
import type { TourStop } from './tour-contract.ts'

interface Row extends Omit<Relic, 'place'> {
  lng: number
  lat: number
}

// $1 the day. Of a site the row in force that day, else the one that was in force last.
const OF_SITES = `
  select distinct on (p.site_id) p.*,
         (p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or $1::date < p.valid_to) as in_force,
         st_pointonsurface(p.geom) as point
    from open.relic_places p
   order by p.site_id,
            ((p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or $1::date < p.valid_to)) desc,
            p.valid_to desc nulls first, p.valid_from desc nulls last, p.feature_id desc`

// $2, $3 longitude and latitude of where the reader asks from, or null.
const COLUMNS = `
  r.slug, r.name, coalesce(r.other_names, '{}') as "otherNames", r.rank, r.kind, r.decision_number as "decisionNumber",
  r.decision_date::text as "decisionDate", r.period, r.condition, r.opening, r.manager, r.manager_contact as "managerContact",
  r.sources, r.accuracy_m as "accuracyM", st_x(r.point) as lng, st_y(r.point) as lat,
  r.description, r.description_en as "descriptionEn", r.description_author as "descriptionAuthor", r.description_licence as "descriptionLicence",
  r.protected as "isProtected",
  case when st_dimension(r.geom) = 2 and not r.protected then st_area(r.geom::geography) end as "areaM2",
  case when st_dimension(r.geom) = 2 then st_asgeojson(st_multi(r.geom), 7)::json end as ground,
  v.area as village, c.area as commune,
  st_distance(r.point::geography, st_setsrid(st_makepoint($2::float8, $3::float8), 4326)::geography) as "distanceM", r.in_force as "inForce"`

// A hidden place names no village, and no commune that does not hold its whole cell: with its border the cell is cut smaller.
const AREAS = `
  left join lateral (
    select json_build_object('code', v.code, 'name', v.name, 'kind', v.kind) as area, v.code
      from open.villages v
     where st_covers(v.geom, r.point) and not r.protected
       and (v.valid_from is null or v.valid_from <= $1::date) and (v.valid_to is null or $1::date < v.valid_to)
     order by v.provisional, v.code
     limit 1
  ) v on true
  left join lateral (
    select json_build_object('code', c.code, 'name', c.name, 'kind', c.kind) as area, c.code
      from open.communes c
     where c.code = r.commune_code and (not r.protected or st_covers(c.geom, r.geom))
     order by (c.valid_from is null or c.valid_from <= $1::date) and (c.valid_to is null or $1::date < c.valid_to) desc,
              c.valid_to desc nulls first
     limit 1
  ) c on true`

const ORDERS: Record<RelicSort, string> = {
  rank: `array_position(array['special_national', 'national', 'provincial', 'inventory'], r.rank) nulls last, search_text(r.name), r.slug`,
  name: 'search_text(r.name), r.slug',
  distance: '"distanceM", search_text(r.name), r.slug'
}

// $4 commune, $5 village, $6 rank, $7 kind, $8 words.
const listSql = (sort: RelicSort) => `
  select ${COLUMNS}, count(*) over ()::integer as total
    from (${OF_SITES}) r ${AREAS}
   where r.in_force
     and ($4::text is null or case when r.protected then c.code else r.commune_code end = $4)
     and ($5::text is null or v.code = $5)
     and ($6::text is null or r.rank = $6)
     and ($7::text is null or lower(r.kind) = lower($7))
     and ($8::text is null
          or strpos(search_text(r.name || ' ' || array_to_string(coalesce(r.other_names, '{}'), ' ')), search_text($8)) > 0)
   order by ${ORDERS[sort]}
   limit $9 offset $10`

const relicOf = ({ lng, lat, ...row }: Row): Relic => ({ ...row, place: { lng, lat } })

/** Where of the list a page begins. */
export interface PageOf {
  sort: RelicSort
  limit: number
  offset: number
}

/** Relics in force on a day (YYYY-MM-DD) and how many there are in all; 0 also beyond the last page. */
export async function listRelics(db: Queryable, day: string, filters: RelicFilters, page: PageOf) {
  const { commune, village, rank, kind, q, near } = filters
  const { rows } = await db.query<Row & { total: number }>(listSql(page.sort), [
    day,
    near?.lng,
    near?.lat,
    commune,
    village,
    rank,
    kind,
    q || null,
    page.limit,
    page.offset
  ])
  return { relics: rows.map(({ total: _total, ...row }) => relicOf(row)), total: rows[0]?.total ?? 0 }
}

/** The relic that has, or once had, an address; undefined: none ever had it, or it was taken back. */
export async function findRelic(db: Queryable, slug: string, day: string): Promise<Relic | undefined> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from (${OF_SITES}) r ${AREAS}
      where r.site_id = (select site_id from open.relic_slugs where slug = $4)`,
    [day, null, null, slug]
  )
  return rows.map(relicOf)[0]
}

// $4 the tour's address. A way's length up to a stop: where the way comes nearest to it.
const STOPS = `
  select ${COLUMNS}, st_distance(r.point::geography, lag(r.point) over (order by s.position)::geography) as "straightM",
         st_length(st_linesubstring(t.line, 0, st_linelocatepoint(t.line, r.point))::geography) as "alongM",
         (select json_build_object('thumbnail', p.thumbnail, 'width', p.thumb_width, 'height', p.thumb_height,
                                   'altVi', p.alt_vi, 'altEn', p.alt_en)
            from open.relic_pictures p where p.site_id = r.site_id order by p.position, p.id limit 1) as cover
    from open.relic_tours t
    join open.relic_tour_stops s on s.tour_id = t.id
    join (${OF_SITES}) r on r.site_id = s.site_id
         ${AREAS}
   where t.slug = $4 and r.in_force
   order by s.position`

/** The stops of a published tour that are in force on a day, in their order. */
export async function listStops(db: Queryable, tour: string, day: string): Promise<TourStop[]> {
  type StopRow = Row & Pick<TourStop, 'straightM' | 'alongM' | 'cover'>
  const { rows } = await db.query<StopRow>(STOPS, [day, null, null, tour])
  return rows.map(({ straightM, alongM, cover, ...row }) => ({ ...relicOf(row), straightM, alongM, cover }))
}

/** How far the relic of an address is digitised today; undefined: it is not in force. */
export async function findScore(db: Queryable, slug: string): Promise<RelicScore | undefined> {
  const { rows } = await db.query<RelicScore>(
    `select s.decided, s.placed, s.images::integer, s.pictured, s.described, s.more, s.addressed, s.archived, s.score
       from open.relic_scores s
      where s.site_id = (select site_id from open.relic_slugs where slug = $1)`,
    [slug]
  )
  return rows[0]
}

/** The address of the relic that a feature of the map is a row of; undefined where it is none. */
export async function findSlugOf(db: Queryable, featureId: number): Promise<string | undefined> {
  const { rows } = await db.query<{ slug: string }>(
    'select slug from open.relic_places where feature_id = $1',
    [featureId]
  )
  return rows[0]?.slug
}

/** Every address that is one's own today. */
export async function listSlugs(db: Queryable, day: string): Promise<string[]> {
  const { rows } = await db.query<{ slug: string }>(
    `select slug from (${OF_SITES}) r where in_force order by slug`,
    [day]
  )
  return rows.map(({ slug }) => slug)
}

/** What a reader can choose from: kinds as they are written, villages and communes that hold a relic. */
export interface RelicChoices {
  kinds: string[]
  villages: NamedArea[]
  communes: NamedArea[]
}

const areasOf = (areas: readonly (NamedArea | null)[]) => [
  ...new Map(areas.flatMap((area) => (area ? [[area.code, area] as const] : []))).values()
]

/** The choices of the list on a day, over all relics in force. */
export async function listChoices(db: Queryable, day: string): Promise<RelicChoices> {
  const { rows } = await db.query<Pick<Relic, 'kind' | 'village' | 'commune'>>(
    `select r.kind, v.area as village, c.area as commune from (${OF_SITES}) r ${AREAS} where r.in_force`,
    [day]
  )
  return {
    // Written with a capital or without, it is the same kind.
    kinds: [
      ...new Map(rows.flatMap(({ kind }) => (kind ? [[kind.toLocaleLowerCase('vi'), kind]] : []))).values()
    ],
    villages: areasOf(rows.map(({ village }) => village)),
    communes: areasOf(rows.map(({ commune }) => commune))
  }
}
