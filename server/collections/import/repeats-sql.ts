import type { Collection } from '../collection.ts'
import { innerPoint } from '../inner-point.ts'
import { keyPart } from './check-keys.ts'
import { CELL_DEGREES } from './find-repeats.ts'
import { identifier } from './table-columns.ts'

/** A collection whose places have names and keys of their own. */
export interface NamedCollection extends Collection {
  label: string
}

/** What tells a thing in two files, but for its commune: a text, null where a part of it is not known. */
const keyText = (key: readonly string[], part: (name: string) => string) => {
  const parts = key.filter((name) => name !== 'commune_code').map((name) => `(${part(name)})`)
  return parts.length === 0 ? 'null::text' : `(${parts.join(` || e'\\x1f' || `)})`
}

const day = (value: string, none: string) =>
  `case when isfinite(${value}) then ${value}::text else '${none}' end`

/** The file's good rows. $1 staging, $2 the commune of all of them or null. */
const rowPlaces = ({ key, label, toldApartBy }: NamedCollection) => `
  mine as materialized (
    select r.row_number as "row", coalesce(${keyPart(label)}, ${keyPart('ref')}, '') as label,
           ${toldApartBy === undefined ? `''` : `coalesce(${keyPart(toldApartBy)}, '')`} as apart,
           ${keyText(key, keyPart)} as key, coalesce($2::text, r.commune_code) as commune,
           coalesce(r.fields->>'valid_from', '') as "from", coalesce(r.fields->>'valid_to', '~') as "to",
           st_centroid(${innerPoint('r')}) as point
      from import_row r
     where r.staging_id = $1 and r.problem is null and r.geom is not null and not st_isempty(r.geom)
  )`

/** Places in force on day $3 or later, as known now. */
const inForce = `t.known_to = 'infinity' and t.valid_to > $3::date`

/** Staged rows with whether they renew a place that is there. $1 staging, $2 commune or null, $3 day, $4 at most so many. */
export const stagedPlaces = (collection: NamedCollection) => `
  with ${rowPlaces(collection)}, renewed as materialized (
    select distinct ${keyText(collection.key, (name) => `t.${identifier(name)}`)} as key, t.commune_code as commune
      from ${identifier(collection.table)} t where ${inForce} and t.commune_code in (select commune from mine)
  )
  select mine."row", mine.label, mine.apart, mine.key, mine.commune, mine."from", mine."to",
         st_x(mine.point) as lng, st_y(mine.point) as lat, renewed.key is not null as replaces
    from mine left join renewed on renewed.key = mine.key and renewed.commune = mine.commune
   order by mine."row" limit $4`

/**
 * Places that are there in the cells in which rows lie, and around them; of the rows' own communes alone, as what others keep
 * back is not told here. $1 staging, $2 commune or null, $3 day, $4 at most so many.
 */
export const knownPlaces = (collection: NamedCollection) => `
  with ${rowPlaces(collection)}, cell as materialized (
    select distinct floor(st_x(point) / ${CELL_DEGREES})::integer + x as x, floor(st_y(point) / ${CELL_DEGREES})::integer + y as y
      from mine cross join generate_series(-1, 1) x cross join generate_series(-1, 1) y
  ), reach as materialized (
    select st_expand(st_setsrid(st_extent(point)::geometry, 4326), ${CELL_DEGREES}) as box from mine
  ), there as materialized (
    select coalesce(t.${identifier(collection.label)}, t.ref, '') as label, t.ref,
           ${collection.toldApartBy === undefined ? `''` : `coalesce(t.${identifier(collection.toldApartBy)}, '')`} as apart,
           ${keyText(collection.key, (name) => `t.${identifier(name)}`)} as key, t.commune_code as commune,
           ${day('t.valid_from', '')} as "from", ${day('t.valid_to', '~')} as "to", st_centroid(${innerPoint('t')}) as point
      from ${identifier(collection.table)} t, reach
     where ${inForce} and t.geom && reach.box and t.commune_code in (select commune from mine)
  )
  select label, ref, apart, key, commune, "from", "to", st_x(point) as lng, st_y(point) as lat from there
   where (floor(st_x(point) / ${CELL_DEGREES})::integer, floor(st_y(point) / ${CELL_DEGREES})::integer) in (select x, y from cell)
   limit $4`
