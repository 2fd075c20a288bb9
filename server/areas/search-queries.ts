import type { Queryable } from '../db/pool.ts'
import type { SearchHit } from './contract.ts'
import { boxOf } from './queries.ts'

/** A collection that is searched: its open view's name, and the field that holds the name. */
export interface Searched {
  id: string
  label: string
}

interface HitRow extends Omit<SearchHit, 'bbox'> {
  west: number | null
  south: number
  east: number
  north: number
}

/** A text as a part of a like pattern: its own percent signs and underscores mean themselves. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** How names are compared: by all the words asked for, or, when that finds nothing, by likeness (a slip of the finger). */
type Comparison = 'words' | 'likeness'

/**
 * Whether a name is meant: $1 the longest word as a pattern and $2 all words as patterns, or the likeness of $3 to a
 * part of it (pg_trgm's threshold 0.6); the trigram index answers both. Areas are found by their code too, $7.
 */
function meant(named: string, code: string | undefined, comparison: Comparison) {
  const name =
    comparison === 'words'
      ? `search_text(${named}) like $1 and search_text(${named}) like all ($2::text[])`
      : `$3::text <% search_text(${named})`
  return code === undefined ? name : `(${name} or ${code} = $7::text)`
}

/** Rank of a hit: the name itself (or the code), its beginning, the beginning of a word, anywhere. */
function rankOf(label: string, named: string, code: string | undefined) {
  const isCode = code === undefined ? '' : `or ${code} = $7::text`
  return `case when search_text(${label}) = $3 or search_text(${named}) = $3 ${isCode} then 0
                 when starts_with(search_text(${label}), $3) or starts_with(search_text(${named}), $3) then 1
                 when position(' ' || $3 in search_text(${named})) > 0 then 2
                 else 3 end`
}

/** Hits of one collection: $3 the whole text, $4 the day, $5 the commune's code or null, $6 the limit. */
function branch({ id, label }: Searched, comparison: Comparison, named: string, code?: string) {
  return `(select '${id}'::text as collection, v.id, v.${label} as name, ${code ?? 'null::text'} as code, v.geom,
            ${rankOf(`v.${label}`, named, code)} as rank, 1 - word_similarity($3, search_text(${named})) as unlikeness
       from open.${id} v
      where ${meant(named, code, comparison)}
        and (v.valid_from is null or v.valid_from <= $4::date) and (v.valid_to is null or $4::date < v.valid_to)
        and ${inCommune(id)}
      order by rank, unlikeness, char_length(v.${label}), v.id
      limit $6::int)`
}

/** Whether a row is of the commune: by code where rows carry one, else by place. */
function inCommune(id: string) {
  const place = `exists (select from commune_asked c where c.geom && v.geom and st_intersects(c.geom, v.geom))`
  if (id === 'communes') return '($5::text is null or v.code = $5::text)'
  if (id === 'villages') return '($5::text is null or v.commune_code = $5::text)'
  return `($5::text is null or ${place})`
}

const AREAS: readonly Searched[] = [
  { id: 'communes', label: 'name' },
  { id: 'villages', label: 'name' }
]

/** The commune and village of a hit; of an overlap the lowest code, as everywhere. */
const CONTEXT = `
  select h.collection, h.id, h.name, h.code,
         case h.collection when 'communes' then c.province
                           when 'villages' then nullif(concat_ws(', ', h.kind, c.name), '')
                           else coalesce(v.name, c.name) end as context,
         case when h.collection = 'communes' then h.code else coalesce(h.commune_code, c.code) end as "communeCode",
         coalesce(h.provisional, false) as provisional,
         st_xmin(h.geom) as west, st_ymin(h.geom) as south, st_xmax(h.geom) as east, st_ymax(h.geom) as north
    from located h
    left join lateral (
      select c.code, c.name, c.province
        from open.communes c
       where (c.valid_from is null or c.valid_from <= $4::date) and (c.valid_to is null or $4::date < c.valid_to)
         and case h.collection when 'communes' then c.id = h.id
                               when 'villages' then c.code = h.commune_code
                               else st_covers(c.geom, h.point) end
       order by c.code limit 1) c on true
    left join lateral (
      select v.name
        from open.villages v
       where h.collection not in ('communes', 'villages')
         and (v.valid_from is null or v.valid_from <= $4::date) and (v.valid_to is null or $4::date < v.valid_to)
         and st_covers(v.geom, h.point)
       order by v.code limit 1) v on true
   order by h.rank, h.area, h.unlikeness, char_length(h.name), h.name, h.id`

function searchSql(places: readonly Searched[], comparison: Comparison) {
  const areas = AREAS.map((area) => branch(area, comparison, `v.kind || ' ' || v.name`, 'v.code'))
  const others = places
    .filter(({ id }) => !AREAS.some((area) => area.id === id))
    .map((place) => branch(place, comparison, `v.${place.label}`))
  return `with given as (select $1::text, $2::text[], $3::text),
  commune_asked as (
    select geom from open.communes
     where code = $5::text and geom is not null
       and (valid_from is null or valid_from <= $4::date) and (valid_to is null or $4::date < valid_to)
  ),
  hit as (${[...areas, ...others].join(' union all ')}),
  best as (
    select *, case collection when 'communes' then 0 when 'villages' then 1 else 2 end as area
      from hit
     order by rank, area, unlikeness, char_length(name), name, id
     limit $6::int
  ),
  located as (
    select b.*, village.kind, village.commune_code, village.provisional, st_pointonsurface(b.geom) as point
      from best b
      left join open.villages village on b.collection = 'villages' and village.id = b.id
  ) ${CONTEXT}`
}

export interface Search {
  q: string
  /** null: everywhere. */
  commune: string | null
  limit: number
  /** YYYY-MM-DD */
  day: string
}

/**
 * What has all the words of `q` in its name (or `q` as its code), without regard to case and diacritics, the best first;
 * when there is nothing, what is most like it.
 */
export async function search(
  db: Queryable,
  places: readonly Searched[],
  { q, commune, limit, day }: Search
): Promise<SearchHit[]> {
  const words = await comparable(db, q)
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest === '') return []
  const [first, ...others] = [longest, ...words].map((word) => `%${literal(word)}%`)
  const values = [first, others, words.join(' '), day, commune, limit, q]
  const hits = await findHits(db, searchSql(places, 'words'), values)
  return hits.length > 0 ? hits : findHits(db, searchSql(places, 'likeness'), values)
}

async function findHits(db: Queryable, sql: string, values: unknown[]): Promise<SearchHit[]> {
  const { rows } = await db.query<HitRow>(sql, values)
  return rows.map(({ west, south, east, north, ...hit }) => ({
    ...hit,
    bbox: boxOf({ west, south, east, north })
  }))
}

/** The words of a text as names are compared: lower case, no diacritics, đ as d. */
async function comparable(db: Queryable, text: string): Promise<string[]> {
  const { rows } = await db.query<{ text: string }>('select search_text($1::text) as text', [text])
  return (rows[0]?.text ?? '').split(/\s+/).filter((word) => word !== '')
}
