import type { Collection } from '../collection.ts'
import { mergedOn, mergedTaking } from './merger-sql.ts'
import { identifier } from './table-columns.ts'

/** Metres as degrees of latitude; and with room to spare for longitude up to 60°, to look fewer places up. */
const DEGREES_PER_METRE = 9e-6
const ROOM_PER_METRE = 2e-5
/** How far apart two surveys put one point: a phone's position, or a household's door and its roof. */
const SURVEYED_ANEW_M = 50
/** Points of one shape times points of the other up to which all are compared with all: a fraction of a second. */
const MOST_PAIRS = 2.5e7

/** Which rows of a table take each other's place, where more than a key tells it. */
export interface Things {
  table: string
  /** Columns (quoted) by which a row is compared. */
  columns: readonly string[]
  /** Which rows `n` of an import others may be alike to: a condition that leaves most of a first import out. $1 import. */
  mayMeet: string
  /** Queries for the `row` columns of rows `t` alike to the row `of`; no row comes from two of them. */
  alike: (row: string, of: string) => string[]
  /** How likeness is followed to its end; without: it passes nothing on. */
  chain?: Chain
}

/** Rows of one thing by the key in one commune, and by place from one commune to another. */
export interface Chain {
  table: string
  /** Columns of the key but for the commune, quoted. */
  names: readonly string[]
  /** All columns by which rows are told and compared. */
  columns: readonly string[]
  /** A query for the `row` columns of rows `t` that are alike to the row `of` by place. */
  elsewhere: (row: string, of: string) => string
}

/** Columns of a row and of a piece, beside those compared. */
const OWN = ['id', 'origin', 'origin_id', 'import_id', 'valid_from', 'valid_to', 'known_to']

/** Whether two rows have columns (quoted) in common. */
const equal = (names: readonly string[], a: string, b: string) =>
  names.map((name) => `${a}.${name} = ${b}.${name}`).join(' and ')

/** Raw rows, and pieces in force. */
const COUNTS = `(t.origin is null or t.known_to = 'infinity')`

/** Whether two rows have as many points, and each lies within so many degrees of the one at its place in the other. */
const pointByPoint = (a: string, b: string, degrees: number) => `not exists (
            select from rows from (st_dumppoints(${a}.geom), st_dumppoints(${b}.geom)) as pair (path, point, other_path, other)
             where path is distinct from other_path or st_distance(point, other) > ${degrees})`

/**
 * Whether two shapes are one, exported twice: to the last digit, or with other digits, or begun at another corner. The last
 * takes the product of their sizes in time, so of very large ones only the first two are asked.
 */
const sameShape = (a: string, b: string, degrees: number) => `
          case when ${a}.geom = ${b}.geom then true
               when st_npoints(${a}.geom) = st_npoints(${b}.geom) and ${pointByPoint(a, b, degrees)} then true
               when st_npoints(${a}.geom)::float * st_npoints(${b}.geom) > ${MOST_PAIRS} then false
               else st_hausdorffdistance(${a}.geom, ${b}.geom) <= ${degrees} end`

/** Whether the boxes of two rows are one, but for so many metres and some more. */
function inOneBox(a: string, b: string, metres: number) {
  const within = (one: string, other: string) =>
    `${one}.geom @ st_expand(${other}.geom, ${metres * ROOM_PER_METRE})`
  return `${within(a, b)} and ${within(b, a)}`
}

/**
 * Whether two rows lie in one place: no part of either is farther from the other than that. Neighbours that touch and lines
 * that cross are not. Of points on the spheroid; of others in degrees, which is near enough to tell a thing from another:
 * mostly they are equal to the last digit, and boxes that differ spare the comparison.
 */
function inOnePlace(a: string, b: string, metres: number, isPoints: boolean) {
  if (!isPoints) return `${inOneBox(a, b, metres)} and ${sameShape(a, b, metres * DEGREES_PER_METRE)}`
  const near = `st_dwithin(${a}.geom::geography, ${b}.geom::geography, ${metres})`
  return `${a}.geom @ st_expand(${b}.geom, ${metres * ROOM_PER_METRE}) and ${near}`
}

/** Whether two rows lie where one thing may, surveyed twice; of lines and areas by their boxes. */
export const surveyedAnew = ({ geometry }: Collection, a: string, b: string) =>
  geometry === 'Point' ? inOnePlace(a, b, SURVEYED_ANEW_M, true) : inOneBox(a, b, SURVEYED_ANEW_M)

/**
 * `inOnePlace` where a merger of communes counts. A point surveyed anew for the merged commune is the old one. Where a file may
 * reach over many communes, two of them that both have it stand side by side until one is merged into the other.
 */
function inOnePlaceOrMerged(collection: Collection, a: string, b: string, metres: number) {
  const { table, geometry, wide } = collection
  if (wide) {
    const besides = `${a}.commune_code is null or ${b}.commune_code is null or ${mergedOn(table, a, b)}`
    return `${inOnePlace(a, b, metres, false)} and (${besides})`
  }
  if (geometry !== 'Point') return inOnePlace(a, b, metres, false)
  const isNear = `st_dwithin(${a}.geom::geography, ${b}.geom::geography, ${metres})`
  return `${surveyedAnew(collection, a, b)} and (${isNear} or ${mergedTaking(table, a, b)})`
}

/**
 * Things in a place whose key holds the commune, which a merger changes and which is null before boundaries are known: rows
 * with the rest of their key in common are alike in one commune, and in one place in any. Apart, since a ref that every
 * commune numbers from 1 meets many; and looked for by place only where another commune has it. By place never with another
 * row of the same import: flats of one house with the house's ref, neighbours over a border with one number are many things.
 */
function placed(collection: Collection, metres: number): Things {
  const { table, key } = collection
  const names = key.filter((name) => name !== 'commune_code').map(identifier)
  const known = names.map((name) => `n.${name} is not null`).join(' and ')
  const from = `from ${identifier(table)} t where ${COUNTS} and`
  const elsewhere = (of: string) =>
    `${equal(names, 't', of)} and (t.commune_code = ${of}.commune_code) is not true
          and (t.import_id <> ${of}.import_id or t.origin_id = ${of}.origin_id)`
  const near = (of: string) => inOnePlaceOrMerged(collection, 't', of, metres)
  const columns = [...names, 'commune_code', 'geom']
  const byPlace = (row: string, of: string) => `
      select near.* from (select where exists (select ${from} ${elsewhere(of)}) offset 0) known_elsewhere
        cross join lateral (select ${row} ${from} ${elsewhere(of)} and ${near(of)} offset 0) near`
  const chain = { table, names, columns: [...OWN, ...columns], elsewhere: byPlace }
  return {
    table,
    columns,
    mayMeet: `${known} and exists (
        select from ${identifier(table)} t where ${equal(names, 't', 'n')} and t.origin is null and t.import_id <> $1)`,
    alike: (row, of) => [
      `select ${row} ${from} ${equal(names, 't', of)} and t.commune_code = ${of}.commune_code`,
      byPlace(row, of)
    ],
    // Two communes that took over one wide row stand side by side.
    ...(collection.wide ? {} : { chain })
  }
}

/**
 * Whether of two rows the earlier import's is one of a set and its inner point lies in the other: what the later one says of
 * the ground, a boundary of its own or another commune's set after a merger, is better known than the set's cell. Never the
 * other way round: a cell that comes later takes nothing from a boundary.
 */
function coversCell(isSet: string, a: string, b: string) {
  const covers = (later: string, cell: string) =>
    `${cell}.${isSet} and st_intersects(${later}.geom, st_pointonsurface(${cell}.geom))`
  return `case when ${a}.import_id > ${b}.import_id then ${covers(a, b)} else ${covers(b, a)} end`
}

/**
 * Areas that come as a commune's whole set where a column says so: any of an import is alike to any of another's, and each
 * to a later import's area over its inner point.
 */
function inSets({ table, key }: Collection, column: string): Things {
  const [names, isSet] = [key.map(identifier), identifier(column)]
  const from = `from ${identifier(table)} t where ${COUNTS} and`
  const others = (of: string) => `t.import_id <> ${of}.import_id and (${equal(names, 't', of)}) is not true`
  // What somebody changed of one area by hand says nothing of the others.
  const oneSet = (of: string) => `${of}.${isSet} and t.${isSet} and t.commune_code = ${of}.commune_code
          and not exists (select from place_edit e where e.import_id = greatest(t.import_id, ${of}.import_id))`
  return {
    table,
    columns: [...names, 'commune_code', 'geom', isSet],
    mayMeet: names.map((name) => `n.${name} is not null`).join(' and '),
    alike: (row, of) => [
      `select ${row} ${from} ${equal(names, 't', of)}`,
      `select ${row} ${from} ${oneSet(of)} and ${others(of)}`,
      `select ${row} ${from} t.geom && ${of}.geom and ${others(of)}
          and (${oneSet(of)}) is not true and ${coversCell(isSet, 't', of)}`
    ]
  }
}

/** undefined: the key alone tells it. */
export function thingsOf(collection: Collection): Things | undefined {
  const { samePlaceM, setColumn } = collection
  if (samePlaceM !== undefined) return placed(collection, samePlaceM)
  return setColumn === undefined ? undefined : inSets(collection, setColumn)
}

/** To follow `lateral`: raw rows and pieces in force alike to the row `of`, a part of the query with import_id and the columns. */
export function alikeTo({ columns, alike }: Things, of: string) {
  return `(${alike([...OWN, ...columns].map((name) => `t.${name}`).join(', '), of).join('\n      union all\n      ')})`
}

/**
 * `laterRows` (publish-sql.ts) where more than the key tells it; `goneTo`: the communes for which it is the same file again,
 * else null. $1 import.
 */
export const laterThings = (things: Things) => `
  with mine as materialized (
    select ${things.columns.map((name) => `t.${name}`).join(', ')}, t.import_id, t.origin_id,
           t.valid_to, daterange(t.valid_from, t.valid_to) as validity,
           i.published_at, i.sha256
      from ${identifier(things.table)} t join import i on i.id = t.import_id where t.import_id = $1 and t.origin is null
  ), later as materialized (
    select l.id, l.title,
           case when bool_and(l.sha256 = mine.sha256 and (same.commune_code = mine.commune_code) is not true)
                then array_remove(array_agg(distinct same.commune_code), null) end as "goneTo"
      from mine cross join lateral ${alikeTo(things, 'mine')} same join import l on l.id = same.import_id
     where same.origin is null and l.undone_at is null and l.published_at > mine.published_at
       and daterange(same.valid_from, same.valid_to) && mine.validity
     group by l.id, l.title
  )
  select later.id, later.title, later."goneTo",
         (select count(*) from mine) > (select count(distinct origin_id) from ${identifier(things.table)}
                                         where import_id = $1 and known_to = 'infinity') as replaces
    from later order by later.id`
