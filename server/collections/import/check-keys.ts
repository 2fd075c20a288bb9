import type { Pool } from 'pg'
import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { ImportRequest } from './request.ts'
import { repeatedKeys, type KeyedRow } from './repeated-keys.ts'
import type { Staging } from './staging.ts'
import { MARK } from './staging-sql.ts'
import { identifier } from './table-columns.ts'

/** The key's part in a staged row; names come from the registry. $2 the commune of all rows, or null. */
export const keyPart = (name: string) =>
  name === 'commune_code' ? 'coalesce(r.commune_code, $2::text)' : `r.fields->>'${name.replace(/'/g, "''")}'`

const VALIDITY = `daterange(coalesce((r.fields->>'valid_from')::date, '-infinity'), coalesce((r.fields->>'valid_to')::date, 'infinity'))`

/** One number for a key, null where a part of it is: keys by the hundred thousand are compared by it first. */
const hashOf = (key: readonly string[]) =>
  `hashtextextended(${key.map((name) => `(${keyPart(name)})`).join(` || e'\\x1f' || `)}, 0)`

/** Rows that share their key with another, in their order. $1 staging, $2 commune or null. */
const sharing = (key: readonly string[]) => `
  with shared as materialized (
    select ${hashOf(key)} as hash
      from import_row r
     where r.staging_id = $1 and r.problem is null and ($2::text is null or true) and ${hashOf(key)} is not null
     group by 1 having count(*) > 1
  )
  select r.row_number as row, array[${key.map(keyPart).join(', ')}] as key,
         coalesce(r.fields->>'valid_from', '') as "from", coalesce(r.fields->>'valid_to', '~') as "to"
    from shared join import_row r on ${hashOf(key)} = shared.hash
   where r.staging_id = $1 and r.problem is null and (select count(*) from shared) > 0
   order by 1`

/** Less than this share of the smaller of two areas is a sliver along their border, not a place that both hold. */
const LEAST_OVERLAP = 0.1

/**
 * Areas whose key another commune's area has for some of the same days without lying there: they would take its place.
 * On a grid, for the reason told in staging-sql.ts. $1 staging, $2 commune or null.
 */
const taken = ({ table, key, label = 'ref' }: Collection) => `
  select distinct on (r.row_number) r.row_number as row,
         concat_ws(', ', ${key.map(keyPart).join(', ')}) || ' (= ' || concat_ws(', ', t.${identifier(label)}, t.commune_code) || ')' as value
    from import_row r join ${identifier(table)} t on ${key.map((name) => `t.${identifier(name)} = ${keyPart(name)}`).join(' and ')}
   where r.staging_id = $1 and r.problem is null and t.known_to = 'infinity'
     and t.commune_code is distinct from coalesce($2::text, r.commune_code)
     and daterange(t.valid_from, t.valid_to) && ${VALIDITY}
     and (not st_intersects(t.geom, r.geom)
          or st_area(st_intersection(t.geom, r.geom, 1e-9)) < ${LEAST_OVERLAP} * least(st_area(t.geom), st_area(r.geom)))
   order by r.row_number, t.id`

/** Refuses staged rows that repeat the key of an earlier one of the file while that one is valid, and those that would take another place's key. */
export async function checkKeys(
  db: Pool,
  staging: Staging,
  collection: Collection,
  { commune, set }: Pick<ImportRequest, 'commune' | 'set'>,
  columns: Readonly<Record<string, string>>
) {
  const { key } = collection
  const filled = { ...columns, ...set, commune_code: '' }
  if (key.length === 0 || key.some((name) => !(name in filled))) return
  const { rows } = await db.query<KeyedRow>(sharing(key), [staging.id, commune ?? null])
  const marks = repeatedKeys(rows).map((repeated) => ({
    row: repeated.row,
    value: `${repeated.key.join(', ')} (= ${repeated.earlier})`
  }))
  await staging.mark('duplicate_key', marks)
  await refuseTaken(db, staging.id, collection, commune)
}

/**
 * Refuses staged rows that would take another place's key, and answers how many. To be looked at again once it is this
 * import's turn: another one may have taken the key meanwhile.
 */
export async function refuseTaken(
  db: Queryable,
  stagingId: number,
  collection: Collection,
  commune: string | undefined
): Promise<number> {
  if (!collection.rooted) return 0
  const { rows } = await db.query<{ row: number; value: string }>(taken(collection), [
    stagingId,
    commune ?? null
  ])
  const [numbers, values] = [rows.map(({ row }) => row), rows.map(({ value }) => value)]
  if (rows.length > 0) await db.query(MARK, [stagingId, 'key_elsewhere', numbers, values])
  return rows.length
}
