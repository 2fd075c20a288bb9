import { createHash } from 'node:crypto'
import { identifier } from '../collections/import/table-columns.ts'
import type { Queryable } from '../db/pool.ts'
import type { Place } from './contract.ts'
import type { PlaceValues } from './form-contract.ts'
import { placeFields, type Editable } from './form.ts'

/** Digits that give every coordinate back as it is kept. */
export const EXACT = 15

/** `values` of a row `t` as JSON, days as YYYY-MM-DD. */
export function valuesSql(collection: Editable, row: string): string {
  const columns = placeFields(collection).map(({ name }) => `'${name}', ${row}.${identifier(name)}`)
  return `jsonb_build_object(${columns.join(', ')})`
}

/** The columns of a version or a place, of a row `t`. */
export const rowSql = (collection: Editable) => `
  ${valuesSql(collection, 't')} as "values", st_asgeojson(t.geom, ${EXACT}, 0)::json as geometry,
  to_char(nullif(t.valid_from, '-infinity'), 'YYYY-MM-DD') as "validFrom",
  to_char(nullif(t.valid_to, 'infinity'), 'YYYY-MM-DD') as "validTo"`

/**
 * Every row of the thing of which $1 is one, raw rows and pieces, as `mine`: told by its key, where that has a null by the
 * row that it began with and what was edited of it.
 */
export function thingSql({ table, key }: Editable): string {
  const name = identifier(table)
  const keyed = key.map((part) => `one.${identifier(part)} is not null`).join(' and ')
  const same = key.map((part) => `t.${identifier(part)} = one.${identifier(part)}`).join(' and ')
  return `
  one as materialized (
    select o.*, coalesce(e.thing, o.origin_id) as thing
      from ${name} o left join place_edit e on e.import_id = o.import_id where o.id = $1::bigint
  ), mine as materialized (
    select t.* from one join ${name} t on ${same} where ${keyed}
    union all
    select t.* from one join ${name} t on t.origin_id = one.thing where not (${keyed})
    union all
    select t.* from one join place_edit e on e.thing = one.thing join ${name} t on t.import_id = e.import_id
     where not (${keyed})
  )`
}

/** What of a row `t` is hidden whatever it says itself, as `{ field: true }`. */
function hiddenSql(collection: Editable) {
  const names = placeFields(collection).flatMap(({ name, hides }) => (hides ? [name] : []))
  const held = names.map((name) => `'${name}', nullif(o.${identifier(name)}, false)`).join(', ')
  return names.length === 0
    ? `'{}'::json`
    : `(select json_strip_nulls(json_build_object(${held})) from open.${identifier(collection.id)} o where o.id = t.id)`
}

/**
 * Adds to `mine`, as `shown`, what a place can be read from: what is known of it, else, where it was ended on the day on which it
 * began and so was never in force, what was last said of it.
 */
const shownSql = `, withdrawn as (
    select t.id from mine t join import i on i.id = t.import_id left join place_edit e on e.import_id = i.id
     where t.origin is null and i.undone_at is null and e.action is distinct from 'end'
       and not exists (select from mine where known_to = 'infinity')
       and exists (select from mine m join place_edit e on e.import_id = m.import_id join import i on i.id = e.import_id
                    where e.action = 'end' and i.undone_at is null)
     order by i.published_at desc, t.id desc limit 1
  ), shown as (
    select * from mine where known_to = 'infinity' or id = (select id from withdrawn)
  )`

// $2 the day of today. What holds today counts, else what held last.
const placeSql = (collection: Editable) => `
  with ${thingSql(collection)}${shownSql}
  select (select min(id) from mine where origin is null) as id, t.id as "rowId", t.ref,
         t.commune_code as "communeCode", coalesce(t.${identifier(collection.label)}, t.ref, '') as label, ${rowSql(collection)},
         t.valid_to <= $2::date as ended, t.known_to <> 'infinity' as withdrawn,
         ${collection.setColumn === undefined ? 'false' : `t.${identifier(collection.setColumn)}`} as "inSet",
         ${hiddenSql(collection)} as hidden,
         case when st_dimension(t.geom) = 2 then st_area(t.geom::geography) end as "areaM2",
         case when st_dimension(t.geom) = 2 then st_perimeter(t.geom::geography)
              when st_dimension(t.geom) = 1 then st_length(t.geom::geography) end as "lengthM",
         (select array_agg(id order by id) from shown) as pieces
    from shown t
   order by (t.valid_from <= $2::date and $2::date < t.valid_to) desc, t.valid_to desc, t.valid_from desc, t.id desc
   limit 1`

interface Row extends Omit<Place, 'collection' | 'etag'> {
  rowId: number
  ref: string | null
  inSet: boolean
  hidden: PlaceValues | null
  pieces: number[]
  withdrawn: boolean
}

/** A place with what only the program asks for: its source's id, and whether it is one of its commune's whole set. */
export interface FoundPlace {
  place: Place
  rowId: number
  ref: string | null
  inSet: boolean
  /** Fields whose yes hides its place: true, also where that was said elsewhere. The place's values say so too. */
  hidden: PlaceValues
}

const saidHidden = (collection: Editable, values: PlaceValues): PlaceValues =>
  Object.fromEntries(
    placeFields(collection).flatMap(({ name, hides }) =>
      hides && values[name] === true ? [[name, true]] : []
    )
  )

const etagOf = (pieces: readonly number[]) =>
  `"${createHash('sha256').update(pieces.join(',')).digest('hex').slice(0, 16)}"`

/**
 * The place of which a row has this id, as of a day; undefined: none is known now. One that was ended on the day on which it began
 * is over, and its days are none.
 */
export async function findPlace(
  db: Queryable,
  collection: Editable,
  id: number,
  day: string
): Promise<FoundPlace | undefined> {
  const { rows } = await db.query<Row>(placeSql(collection), [id, day])
  const [row] = rows
  if (!row) return undefined
  const { rowId, ref, inSet, pieces, withdrawn, hidden: held, ...said } = row
  const hidden = withdrawn ? saidHidden(collection, said.values) : (held ?? {})
  const values = { ...said.values, ...hidden }
  const never = withdrawn ? { validTo: said.validFrom, ended: true } : {}
  const place = { ...said, ...never, values, collection: collection.id, etag: etagOf(pieces) }
  return { place, rowId, ref, inSet, hidden }
}

/** The row that an account's wish brought before; undefined: none. Names come from the registry. */
export async function findMade(
  db: Queryable,
  { table }: Editable,
  accountId: number,
  wish: string
): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `select t.id from place_edit e join ${identifier(table)} t on t.import_id = e.import_id and t.origin is null
      where e.account_id = $1 and e.wish = $2`,
    [accountId, wish]
  )
  return rows[0]?.id
}

/** Whether a key is in force somewhere: the values of its fields, all given. */
export async function isKeyTaken(
  db: Queryable,
  { table, key }: Editable,
  values: PlaceValues
): Promise<boolean> {
  const same = key.map((part, index) => `${identifier(part)} = $${index + 1}`).join(' and ')
  const { rowCount } = await db.query(
    `select from ${identifier(table)} where known_to = 'infinity' and ${same} limit 1`,
    key.map((part) => values[part] ?? null)
  )
  return (rowCount ?? 0) > 0
}
