import type { Chain } from './same-thing-sql.ts'
import { identifier } from './table-columns.ts'

const live = (row: string) =>
  `(select published_at, undone_at from import where id = ${row}.import_id offset 0)`
const days = (row: string) => `daterange(${row}.valid_from, ${row}.valid_to)`

/**
 * What likeness passes on: a thing that moved within a commune and then came to another's file is one from its first row to
 * its last, though these are not alike. To follow `direct`, the rows that a change touches, each with the rows alike to it
 * (`alike`, in order): where they all have the same ones, nothing is left to follow, which is so of nearly all. From the
 * others `part` goes over all that are linked, by commune, since rows of one commune with one key are one thing; `chain` is
 * those rows with what later ones take (`by_later`), `chain_held` their pieces in force. A later row takes nothing from its own
 * import's. Rows of no commune pass nothing on: many may lie in one place. Nor do rows of imports undone, which must leave
 * everything as if they had never been: the commune may have been the wrong one.
 */
export function chains({ table, names, columns, elsewhere }: Chain) {
  const key = (row: string) => names.map((name) => `${row}.${name}`).join(', ')
  const ofKey = (row: string, part: string) =>
    [...names.map((name) => `${row}.${name} = ${part}.${name}`), `${row}.commune_code = ${part}.code`].join(
      ' and '
    )
  const own = columns.map((name) => `t.${name}`).join(', ')
  return `
  judged as materialized (
    select direct.*, count(*) over w <> cardinality(alike) or min(alike) over w <> max(alike) over w as has_chain
      from direct window w as (partition by alike[1])
  ), part as (
    select distinct ${key('judged')}, commune_code as start, commune_code as code
      from judged where has_chain and commune_code is not null
    union
    select ${key('part')}, part.start, next.commune_code
      from part cross join lateral (
        select same.commune_code
          from (select ${own} from ${identifier(table)} t where ${ofKey('t', 'part')} and t.origin is null offset 0) one
               cross join lateral ${live('one')} i cross join lateral (${elsewhere(own, 'one')}) same cross join lateral ${live('same')} j
         where i.undone_at is null and j.undone_at is null and same.origin is null and same.commune_code is not null
        offset 0) next
  ), whole as materialized (
    select ${key('part')}, code, min(start) as thing from part group by ${key('part')}, code
  ), member as materialized (
    select t.*, whole.thing, i.published_at, i.undone_at
      from whole cross join lateral (select ${own} from ${identifier(table)} t where ${ofKey('t', 'whole')} offset 0) t
           cross join lateral ${live('t')} i
     where t.origin is null or t.known_to = 'infinity'
  ), chain as (
    select one.id, ${days('one')} as validity,
           coalesce(range_agg(${days('one')}) over (
                      partition by ${key('one')}, one.thing order by one.published_at desc
                      groups between unbounded preceding and 1 preceding), '{}')
             + coalesce(homeless.days, '{}') as by_later
      from member one cross join lateral (
        select range_agg(${days('same')}) as days
          from (${elsewhere(own, 'one')}) same cross join lateral ${live('same')} i
         where same.commune_code is null and same.origin is null and i.undone_at is null and i.published_at > one.published_at) homeless
     where one.origin is null and one.undone_at is null
  ), chain_held as (
    select id, origin_id, valid_from, valid_to from member where known_to = 'infinity'
  )`
}
