import { identifier, type TableColumn } from './table-columns.ts'

/** Publications and undos take turns, so that their moments differ and follow one another. */
export const TAKE_TURN = 'lock table import in share row exclusive mode'

/** Seen by readers before the publication begins: their "now" stays before the moment that it will be known from. */
export const ANNOUNCE = 'update import_staging set publishing_at = clock_timestamp() where id = $1'
export const ANNOUNCED_DONE = 'update import_staging set publishing_at = null where id = $1'

/** The next millisecond, later than every earlier publication and undo; as text with microseconds. */
export const MOMENT = `
  select to_char(greatest(date_trunc('milliseconds', clock_timestamp()),
                          (select max(greatest(published_at, coalesce(undone_at, published_at))) from import)
                 ) at time zone 'utc' + interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`

/** $4: it must not have refused more rows than that. */
export const SAME_FILE = `
  select id, published_at as "publishedAt" from import
   where sha256 = $1 and collection = $2 and options = $3::jsonb and undone_at is null and rows_refused <= $4
   order by rows_refused, id limit 1`

/**
 * Later imports with rows of the same keys for some of the same days; `replaces`: the import has rows with no piece in
 * force. $1 import.
 */
export const laterRows = (table: string, key: readonly string[]) => `
  with mine as materialized (
    select t.id, i.published_at, daterange(t.valid_from, t.valid_to) as validity, ${key.map((name) => `t.${identifier(name)}`).join(', ')}
      from ${identifier(table)} t join import i on i.id = t.import_id where t.import_id = $1 and t.origin is null
  ), later as materialized (
    select distinct l.id, l.title
      from mine join ${identifier(table)} t on ${key.map((name) => `t.${identifier(name)} = mine.${identifier(name)}`).join(' and ')}
           join import l on l.id = t.import_id
     where t.origin is null and l.undone_at is null and l.published_at > mine.published_at
       and daterange(t.valid_from, t.valid_to) && mine.validity
  )
  select later.id, later.title,
         (select count(*) from mine) > (select count(distinct origin_id) from ${identifier(table)}
                                         where import_id = $1 and known_to = 'infinity') as replaces
    from later order by later.id`

/** Later deliveries that govern where those of an import did; `replaces`: from the same day. $1 import. */
export const LATER_DELIVERIES = `
  select l.id, l.title, bool_or(later.valid_from = d.valid_from) as replaces
    from delivery d join import i on i.id = d.import_id
         join delivery later on later.operator = d.operator and later.technology = d.technology and later.valid_from >= d.valid_from
              and (later.commune_codes && d.commune_codes or (later.commune_codes = '{}' and d.commune_codes = '{}'))
         join import l on l.id = later.import_id
   where d.import_id = $1 and l.undone_at is null and l.published_at > i.published_at
   group by l.id, l.title order by l.id`

export const RECORD = `
  insert into import (collection, title, file_name, sha256, size_bytes, options, crs, commune_code,
                      rows_in, rows_refused, rows_repaired, imported_by, published_at)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13) returning id`

/** A column's value in a staged row, as its type: what no file says is null. */
function stagedValue({ name, type }: TableColumn) {
  const key = `'${name.replace(/'/g, "''")}'`
  if (type === 'text') return `r.fields->>${key}`
  if (type !== 'text[]') return `(r.fields->>${key})::${type}`
  return `case when r.fields ? ${key} then array(select jsonb_array_elements_text(r.fields->${key})) end`
}

/** So many ids, one after another: the first; null where another session took one between. $1 how many. */
export const TAKE_IDS = `
  select case when max(id) - min(id) = $1::integer - 1 then min(id) end as "firstId"
    from (select nextval('feature_id') as id from generate_series(1, $1::integer)) taken`

/**
 * The staged rows, as rows of the collection's table. What a file does not say takes the column's default. `fixed` are
 * columns no file may fill. In the order of their places (Hilbert), in which spatial indexes grow fastest and neighbours lie
 * together. Each value is taken by itself, which is faster than making a record of each row. $1 import, $2 staging, $3 moment, $4 commune or null,
 * $5 fixed values as JSON, and $6 for rows `withIds` the first id (see `StagedRows`).
 */
export function insertRows(
  table: string,
  columns: readonly TableColumn[],
  { isCommune = false, isClaim = false, hasFixed = false, withIds = false } = {}
) {
  const values = columns.map((column) => {
    const { name, fallback } = column
    if (name === 'geom') return 'r.geom'
    if (name === 'commune_code') return isCommune ? `r.fields->>'code'` : 'coalesce($4, r.commune_code)'
    if (name === 'delivery_id') return 'd.id'
    return fallback === null ? stagedValue(column) : `coalesce(${stagedValue(column)}, ${fallback})`
  })
  const delivery = isClaim
    ? `join delivery d on d.import_id = $1 and d.operator = r.fields->>'operator' and d.technology = r.fields->>'technology'
        and d.valid_from = (r.fields->>'valid_from')::date`
    : ''
  const fields = hasFixed ? 'fields || $5::jsonb as fields' : 'fields'
  return `
  insert into ${identifier(table)} (${withIds ? 'id, ' : ''}import_id, row_number, known_from, valid_from, valid_to, ${columns.map(({ name }) => identifier(name)).join(', ')})
  select ${withIds ? '$6::bigint - 1 + row_number() over (order by r.geom, r.row_number), ' : ''}$1, r.row_number, $3, coalesce((r.fields->>'valid_from')::date, '-infinity'),
         coalesce((r.fields->>'valid_to')::date, 'infinity'), ${values.join(', ')}
    from (select row_number, geom, commune_code, ${fields} from import_row
           where staging_id = $2 and problem is null and ($4::text is null or true) and ($5::jsonb is null or true) offset 0) r ${delivery}
   order by ${columns.some(({ name }) => name === 'geom') ? 'r.geom, ' : ''}r.row_number`
}

/** Sorts of many rows stay in memory, until the publication ends. */
export const SORT_IN_MEMORY = `select set_config('work_mem', '32MB', true)`

/** Right after many rows came in, the planner must know of them: without it, what follows was seen to loop for minutes. */
export const ANALYZE_FROM = 1000
export const analyze = (table: string, columns: readonly string[]) =>
  `analyze ${identifier(table)} (${columns.map(identifier).join(', ')})`

/** One delivery for each operator, technology and day in the file. $1 import, $2 staging, $3 communes it speaks for. */
export const RECORD_DELIVERIES = `
  insert into delivery (import_id, operator, technology, valid_from, commune_codes)
  select distinct $1::bigint, fields->>'operator', fields->>'technology', (fields->>'valid_from')::date, $3::text[]
    from import_row where staging_id = $2 and problem is null`

/** A delivery without a claim: "no coverage here". */
export const RECORD_EMPTY_DELIVERY = `
  insert into delivery (import_id, operator, technology, valid_from, commune_codes) values ($1, $2, $3, $4, $5)`

export const RAISE_VERSIONS = `
  insert into collection_version (collection, version, changed_at)
  select collection, 1, clock_timestamp() from unnest($1::text[]) as given (collection)
      on conflict (collection) do update set version = collection_version.version + 1, changed_at = excluded.changed_at`

export const UNDO = `update import set undone_at = $2, undone_by = $3 where id = $1`
export const FIND = `
  select id, collection, title, commune_code as commune, undone_at as "undoneAt" from import where id = $1 for update`

/** What an undone import had said is no longer held to be so. $1 import, $2 moment. */
export const closeRows = (table: string) => `
  update ${identifier(table)} set known_to = $2 where import_id = $1 and known_to = 'infinity'`
