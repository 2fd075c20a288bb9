import { chains } from './chain-sql.ts'
import { alikeTo, type Things } from './same-thing-sql.ts'
import { identifier, type TableColumn } from './table-columns.ts'

/**
 * Ends and begins pieces so that what is held now equals what is wanted: closes current pieces that are not wanted and
 * inserts wanted ones that are not there, as copies of the raw row with other validity. `wanted` yields (origin_id,
 * valid_from, valid_to), `present` yields (id, origin_id, valid_from, valid_to). `hasMet` is answered. $1 import, $2 moment.
 */
function difference(table: string, columns: readonly TableColumn[], hasMet: string) {
  const names = columns.map(({ name }) => identifier(name))
  return `
  difference as materialized (
    select present.id, wanted.origin_id, wanted.valid_from, wanted.valid_to
      from present full join wanted on wanted.origin_id = present.origin_id
       and wanted.valid_from = present.valid_from and wanted.valid_to = present.valid_to
     where present.id is null or wanted.origin_id is null
  ), ended as (
    update ${identifier(table)} t set known_to = $2::timestamptz from difference where t.id = difference.id
  ), begun as (
    insert into ${identifier(table)} (import_id, row_number, origin, known_from, valid_from, valid_to, ${names.join(', ')})
    select o.import_id, o.row_number, o.id, $2::timestamptz, difference.valid_from, difference.valid_to, ${names.map((name) => `o.${name}`).join(', ')}
      from difference join ${identifier(table)} o on o.id = difference.origin_id
  )
  select ${hasMet} as "hasMet"`
}

/**
 * Whether a raw row holds the days that it takes: one that only says an end takes them and holds none. Asked of collections
 * that are edited by hand alone.
 */
const holds = (table: string, id: string) => `${id} not in (
      select ended.id from place_edit e join ${identifier(table)} ended on ended.import_id = e.import_id where e.action = 'end')`

/**
 * The state of each key that an import has: its raw rows of imports not undone, in the order of their publication; a
 * later one takes its validity, earlier ones keep what is left of theirs. A key with a null is nobody else's, and a key that
 * no other import has needs nothing.
 */
export function settleKeys(table: string, key: readonly string[], columns: readonly TableColumn[]) {
  const names = key.map(identifier)
  const same = names.map((name) => `t.${name} = changed.${name}`).join(' and ')
  return `
  with changed as materialized (
    select distinct ${names.map((name) => `n.${name}`).join(', ')} from ${identifier(table)} n
     where n.import_id = $1 and n.origin is null and ${names.map((name) => `n.${name} is not null`).join(' and ')}
       and exists (select from ${identifier(table)} t
                    where ${names.map((name) => `t.${name} = n.${name}`).join(' and ')} and t.origin is null and t.import_id <> $1)
  ), raw as materialized (
    select t.id, daterange(t.valid_from, t.valid_to) as validity, ${names.map((name) => `t.${name}`).join(', ')}, i.published_at
      from changed join ${identifier(table)} t on ${same} join import i on i.id = t.import_id
     where t.origin is null and i.undone_at is null
  ), taken as (
    select id, validity, range_agg(validity) over (
             partition by ${names.join(', ')} order by published_at desc, id desc
             rows between unbounded preceding and 1 preceding) as by_later
      from raw
  ), wanted as (
    select taken.id as origin_id, lower(piece) as valid_from, upper(piece) as valid_to
      from taken cross join lateral unnest(datemultirange(validity) - coalesce(by_later, '{}'::datemultirange)) as piece
  ), present as (
    select t.id, t.origin_id, t.valid_from, t.valid_to
      from changed join ${identifier(table)} t on ${same}
     where t.known_to = 'infinity'
  ), ${difference(table, columns, 'exists (select from changed)')}`
}

/**
 * `settleKeys` where more than the key tells which rows take each other's place. Whatever the planner expects, each row is
 * looked up by an index: no part is joined with another.
 */
export function settleThings(things: Things, columns: readonly TableColumn[], isEdited: boolean) {
  const compared = (row: string) => things.columns.map((name) => `${row}.${name}`).join(', ')
  const published = `(select published_at, undone_at from import where id = same.import_id offset 0)`
  const { chain } = things
  const [key, chained, taken, chainHeld] = chain
    ? [
        `, ${[...chain.names, 'commune_code'].map((name) => `raw.${name}`).join(', ')}`,
        `${chains(chain)},`,
        `(select id, validity, by_later from judged where not has_chain or commune_code is null
           union all select id, validity, by_later from chain)`,
        'union select * from chain_held'
      ]
    : ['', '', 'direct', '']
  return `
  with recursive changed as materialized (
    select n.id, n.origin_id, n.import_id, n.valid_to, ${compared('n')} from ${identifier(things.table)} n
     where n.import_id = $1 and n.origin is null and ${things.mayMeet}
  ), touched as materialized (
    select distinct on (same.id) same.* from changed cross join lateral ${alikeTo(things, 'changed')} same order by same.id
  ), raw as materialized (
    select same.*, i.published_at from touched same cross join lateral ${published} i
     where same.origin is null and i.undone_at is null
  ), direct as materialized (
    select raw.id, daterange(raw.valid_from, raw.valid_to) as validity,
           range_agg(daterange(same.valid_from, same.valid_to)) filter (
             where same.origin is null and (i.published_at, same.id) > (raw.published_at, raw.id)) as by_later,
           array_agg(same.id order by same.id) filter (where same.origin is null) as alike${key}
      from raw cross join lateral ${alikeTo(things, 'raw')} same cross join lateral ${published} i
     where i.undone_at is null
     group by raw.id, raw.valid_from, raw.valid_to${key}
  ), ${chained} wanted as (
    select taken.id as origin_id, lower(piece) as valid_from, upper(piece) as valid_to
      from ${taken} taken cross join lateral unnest(datemultirange(validity) - coalesce(by_later, '{}'::datemultirange)) as piece
     where ${isEdited ? holds(things.table, 'taken.id') : 'true'}
  ), present as (
    select id, origin_id, valid_from, valid_to from touched where known_to = 'infinity' ${chainHeld}
  ), ${difference(things.table, columns, 'exists (select from changed)')}`
}

/**
 * `settleKeys` for rows without a key that people edited: what an edit says of a thing takes the place of the row that it
 * was made of (`place_edit.thing`) and of the edits before it.
 */
export function settleEdits(table: string, key: readonly string[], columns: readonly TableColumn[]) {
  const keyless = (row: string) => key.map((name) => `${row}.${identifier(name)} is null`).join(' or ')
  return `
  with changed as materialized (
    select e.thing from place_edit e join ${identifier(table)} n on n.import_id = e.import_id and n.origin is null
     where e.import_id = $1 and (${keyless('n')})
  ), raw as materialized (
    select t.id, t.valid_from, t.valid_to, changed.thing, t.import_id
      from changed join ${identifier(table)} t on t.id = changed.thing
    union all
    select t.id, t.valid_from, t.valid_to, changed.thing, t.import_id
      from changed join place_edit e using (thing) join ${identifier(table)} t on t.import_id = e.import_id and t.origin is null
  ), taken as (
    select raw.id, daterange(valid_from, valid_to) as validity,
           range_agg(daterange(valid_from, valid_to)) over (
             partition by thing order by i.published_at desc, raw.id desc
             rows between unbounded preceding and 1 preceding) as by_later
      from raw join import i on i.id = raw.import_id
     where i.undone_at is null
  ), wanted as (
    select taken.id as origin_id, lower(piece) as valid_from, upper(piece) as valid_to
      from taken cross join lateral unnest(datemultirange(validity) - coalesce(by_later, '{}'::datemultirange)) as piece
     where ${holds(table, 'taken.id')}
  ), present as (
    select t.id, t.origin_id, t.valid_from, t.valid_to
      from ${identifier(table)} t
     where t.known_to = 'infinity' and t.origin_id in (select id from raw)
  ), ${difference(table, columns, 'exists (select from changed)')}`
}

/**
 * The validity of rows that come as deliveries, as the open view shows it: until the day on which later deliveries of the same operator and
 * technology govern every commune that theirs speaks for (deliveries that speak for none take turns among themselves).
 */
export function settleClaims(table: string, columns: readonly TableColumn[]) {
  return `
  with pair as materialized (
    select distinct operator, technology from delivery where import_id = $1
  ), live as materialized (
    select d.id, d.operator, d.technology, d.valid_from, d.commune_codes, i.published_at
      from delivery d join pair using (operator, technology) join import i on i.id = d.import_id
     where i.undone_at is null
  ), turn as (
    select id, coalesce(lead(valid_from) over (
             partition by operator, technology, code order by valid_from, published_at), 'infinity') as until
      from live cross join lateral unnest(case when commune_codes = '{}' then array[''] else commune_codes end) as code
  ), governs as materialized (
    select id, max(until) as until from turn group by id
  ), wanted as (
    select t.id as origin_id, t.valid_from, least(t.valid_to, governs.until) as valid_to
      from ${identifier(table)} t join governs on governs.id = t.delivery_id
     where t.origin is null and t.valid_from < least(t.valid_to, governs.until)
  ), present as (
    select t.id, t.origin_id, t.valid_from, t.valid_to
      from ${identifier(table)} t join delivery d on d.id = t.delivery_id join pair on pair.operator = d.operator and pair.technology = d.technology
     where t.known_to = 'infinity'
  ), ${difference(table, columns, 'false')}`
}
