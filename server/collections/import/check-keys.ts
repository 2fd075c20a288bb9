import type { Pool } from 'pg'
import type { Collection } from '../collection.ts'
import type { Staging } from './staging.ts'

/** The key's part in a staged row; names come from the registry. */
const part = (name: string) =>
  name === 'commune_code' ? 'coalesce(r.commune_code, $2::text)' : `r.fields->>'${name.replace(/'/g, "''")}'`

const VALIDITY = `daterange(coalesce((r.fields->>'valid_from')::date, '-infinity'), coalesce((r.fields->>'valid_to')::date, 'infinity'))`

/** Rows whose key an earlier row of the file has for some of the same days. $1 staging, $2 commune or null. */
const repeated = (key: readonly string[]) => `
  with keyed as materialized (
    select r.row_number, jsonb_build_array(${key.map(part).join(', ')}) as key, ${VALIDITY} as validity
      from import_row r
     where r.staging_id = $1 and r.problem is null and ($2::text is null or true) and ${key.map((name) => `${part(name)} is not null`).join(' and ')}
  ), shared as materialized (
    select * from (select keyed.*, count(*) over (partition by key) as times from keyed) k where times > 1
  )
  select later.row_number as row, later.key::text as value, min(earlier.row_number) as earlier
    from shared later join shared earlier on earlier.key = later.key
     and earlier.row_number < later.row_number and earlier.validity && later.validity
   group by 1, 2 order by 1`

/** Refuses staged rows that repeat the key of an earlier one of the file while that one is valid. */
export async function checkKeys(
  db: Pool,
  staging: Staging,
  collection: Collection,
  commune: string | undefined
) {
  if (collection.key.length === 0) return
  const { rows } = await db.query<{ row: number; value: string; earlier: number }>(repeated(collection.key), [
    staging.id,
    commune ?? null
  ])
  const shown = (value: string) =>
    JSON.parse(value)
      .filter((item: unknown) => item !== commune)
      .join(', ')
  await staging.mark(
    'duplicate_key',
    rows.map(({ row, value, earlier }) => ({ row, value: `${shown(value)} (dòng ${earlier})` }))
  )
}
