import type { Collection } from '../collection.ts'
import { identifier } from './table-columns.ts'

/** Metres as degrees of latitude; and with room to spare for longitude up to 60°, to look fewer places up. */
const DEGREES_PER_METRE = 9e-6
const ROOM_PER_METRE = 2e-5

/** What makes rows of a table the same thing. */
export interface Things {
  table: string
  /** The columns (quoted) of its key but for the commune. */
  names: readonly string[]
  metres: number
  isPoints: boolean
}

/** undefined: the key alone says it. */
export const thingsOf = ({ table, key, samePlaceM, geometry }: Collection): Things | undefined =>
  samePlaceM === undefined
    ? undefined
    : {
        table,
        names: key.filter((name) => name !== 'commune_code').map(identifier),
        metres: samePlaceM,
        isPoints: geometry === 'Point'
      }

/** Whether two rows have columns (quoted) in common. */
export const equal = (names: readonly string[], a: string, b: string) =>
  names.map((name) => `${a}.${name} = ${b}.${name}`).join(' and ')

/**
 * Whether two rows lie in one place: no part of either is farther from the other than that. Neighbours that touch and lines
 * that cross are not. Of points on the spheroid; of others in degrees, which is near enough to tell a thing from another:
 * mostly they are equal to the last digit, and boxes that differ spare the comparison.
 */
function inOnePlace(a: string, b: string, { metres, isPoints }: Things) {
  const within = (one: string, other: string) =>
    `${one}.geom @ st_expand(${other}.geom, ${metres * ROOM_PER_METRE})`
  if (isPoints) return `${within(a, b)} and st_dwithin(${a}.geom::geography, ${b}.geom::geography, ${metres})`
  return `${within(a, b)} and ${within(b, a)}
          and (${a}.geom = ${b}.geom or st_hausdorffdistance(${a}.geom, ${b}.geom) <= ${metres * DEGREES_PER_METRE})`
}

/**
 * To follow `lateral`: raw rows and pieces in force that are the same thing as the row `of` (a part of the query with the
 * columns `names`, commune_code and geom): of one commune, or in one place. Apart, since a ref that every commune numbers from
 * 1 meets many; and looked for by place only where another commune has it.
 */
export function sameThings(things: Things, of: string) {
  const { table, names } = things
  const columns = ['id', 'origin', 'origin_id', 'import_id', 'valid_from', 'valid_to', 'known_to']
  const row = [...columns, ...names, 'commune_code', 'geom'].map((name) => `t.${name}`).join(', ')
  const counts = `${equal(names, 't', of)} and (t.origin is null or t.known_to = 'infinity')`
  const elsewhere = `${counts} and (t.commune_code = ${of}.commune_code) is not true`
  return `(
      select ${row} from ${identifier(table)} t where ${counts} and t.commune_code = ${of}.commune_code
      union all
      select near.* from (select where exists (select from ${identifier(table)} t where ${elsewhere}) offset 0) known_elsewhere
       cross join lateral (select ${row} from ${identifier(table)} t where ${elsewhere} and ${inOnePlace('t', of, things)} offset 0) near
    )`
}

/**
 * `laterRows` (publish-sql.ts) of things in a place. What the same file brought again for another commune is as it was.
 * $1 import.
 */
export const laterThings = (things: Things) => `
  with mine as materialized (
    select ${[...things.names, 'commune_code', 'geom'].map((name) => `t.${name}`).join(', ')}, daterange(t.valid_from, t.valid_to) as validity,
           i.published_at, i.sha256
      from ${identifier(things.table)} t join import i on i.id = t.import_id where t.import_id = $1 and t.origin is null
  ), later as materialized (
    select distinct l.id, l.title
      from mine cross join lateral ${sameThings(things, 'mine')} same join import l on l.id = same.import_id
     where same.origin is null and l.undone_at is null and l.published_at > mine.published_at
       and daterange(same.valid_from, same.valid_to) && mine.validity
       and (same.commune_code = mine.commune_code or l.sha256 <> mine.sha256)
  )
  select later.id, later.title,
         (select count(*) from mine) > (select count(distinct origin_id) from ${identifier(things.table)}
                                         where import_id = $1 and known_to = 'infinity') as replaces
    from later order by later.id`
