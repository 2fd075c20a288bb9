import { identifier } from '../collections/import/table-columns.ts'
import type { Queryable } from '../db/pool.ts'
import type { PlaceLine } from './contract.ts'
import type { Editable } from './form.ts'

/** Whether two rows have one key. */
type Same = (one: string, other: string) => string

/** More are not listed. */
const MOST = 2000

/** Whose places, as of which day. */
interface Asked {
  /** null: of all communes. */
  commune: string | null
  day: string
  /** Those that are over too, and those that were entered by mistake. */
  ended: boolean
}

/** Of each thing that was ended by hand the last end that holds, as row `t` with the edit's thing and reason. */
const endsSql = (name: string) => `
  ends as materialized (
    select distinct on (e.thing) t.*, e.thing, e.reason
      from place_edit e join import i on i.id = e.import_id join ${name} t on t.import_id = e.import_id and t.origin is null
     where $3::boolean and e.action = 'end' and i.undone_at is null and ($1::text is null or t.commune_code = $1)
     order by e.thing, i.published_at desc
  )`

/** The thing of which row `of` is one, where it has no key. */
const thingOf = (of: string) =>
  `coalesce((select thing from place_edit where import_id = ${of}.import_id), ${of}.origin_id)`

// $1 commune or null, $2 the day, $3 with those that are over. Of pieces of one thing with a key the one that holds longest.
const inForceSql = (name: string, same: Same) => `
  held as (
    select t.*, t.valid_to <= $2::date as ended
      from ${name} t
     where t.known_to = 'infinity' and ($1::text is null or t.commune_code = $1) and ($3::boolean or t.valid_to > $2::date)
       and not exists (select from ${name} later where ${same('later', 't')} and later.known_to = 'infinity' and later.valid_to > t.valid_to)
       and not exists (select from place_edit e join ${name} later on later.import_id = e.import_id
                        where e.thing = ${thingOf('t')}
                          and later.known_to = 'infinity' and later.valid_to > t.valid_to)
  )`

/** Whether a row `o` of the thing that row `ends` ended has something: each way to tell them is looked up by itself. */
const hasEnded = (name: string, same: Same, what: string) => `(
       exists (select from ${name} o ${what} and ${same('o', 'ends')})
       or exists (select from ${name} o ${what} and o.origin_id = ends.thing)
       or exists (select from place_edit s join ${name} o on o.import_id = s.import_id ${what} and s.thing = ends.thing))`

const IN_FORCE = `where o.known_to = 'infinity'`
const SAID = `join import i on i.id = o.import_id left join place_edit e on e.import_id = i.id
                    where o.origin is null and i.undone_at is null and e.action is distinct from 'end'`

/** Things of which nothing was ever in force, though something was said of them that was not taken back. */
const withdrawnSql = (name: string, same: Same) => `
  withdrawn as (
    select ends.* from ends
     where not ${hasEnded(name, same, IN_FORCE)} and ${hasEnded(name, same, SAID)}
  )`

const listSql = ({ table, label, key }: Editable) => {
  const name = identifier(table)
  const same: Same = (one, other) =>
    key.map((part) => `${one}.${identifier(part)} = ${other}.${identifier(part)}`).join(' and ')
  const text = `coalesce(t.${identifier(label)}, t.ref, '')`
  const line = `t.id, ${text} as label, t.commune_code as "communeCode",
         st_x(st_pointonsurface(t.geom)) as lng, st_y(st_pointonsurface(t.geom)) as lat`
  return `
  with ${endsSql(name)}, ${inForceSql(name, same)}, ${withdrawnSql(name, same)}
  select * from (
    select ${line}, t.ended, case when t.ended then t.valid_to::text end as "endedOn",
           case when t.ended then coalesce(ends.reason, own.reason) end as "endReason", false as withdrawn
      from held t
      left join ends on t.ended and ends.valid_from = t.valid_to and (${same('ends', 't')} or ends.thing = ${thingOf('t')})
      left join place_edit own on own.import_id = t.import_id
       and exists (select from ${name} o where o.import_id = t.import_id and o.origin is null and o.valid_to = t.valid_to)
     union all
    select ${line}, true, t.valid_from::text, t.reason, true from withdrawn t
  ) line
   order by search_text(label), id
   limit ${MOST}`
}

/** The places of a commune by name. */
export async function listPlaces(
  db: Queryable,
  collection: Editable,
  { commune, day, ended }: Asked
): Promise<PlaceLine[]> {
  return (await db.query<PlaceLine>(listSql(collection), [commune, day, ended])).rows
}
