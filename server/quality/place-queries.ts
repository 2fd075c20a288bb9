import type { Queryable } from '../db/pool.ts'
import type { Shown } from './found.ts'
import { PLACE, recordsSql, SHOWN_PLACE, type Kept } from './record-sql.ts'

/** Whose records, on which day, and whether hidden places are the asker's to see. */
export interface Asked {
  commune: string
  day: string
  seesHidden: boolean
}

/** A place far from every commune is no commune's. */
const NEAREST_M = 5000

/** A record that lies outside. `hidden`: its place is kept from the asker, and so is the distance. */
export interface OutsideRow extends Shown {
  id: number
  thing: string
  label: string
  /** Its commune says that it is its own; else it is nobody's, and this commune is the nearest. */
  own: boolean
  metres: number
  hidden: boolean
}

// $1 commune, $2 day, $3 sees hidden places, $4 metres. The border itself is inside. For whom a place is hidden, its cell is
// measured: else a limit, which he may set, would tell the distance.
const outsideSql = (collection: Kept) => `
  with border as materialized (
    select geom from commune
     where code = $1 and known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to and geom is not null
     order by origin_id desc limit 1
  ), record as (${recordsSql(collection)}
     and (t.commune_code = $1 or t.commune_code is null)
  ), told as materialized (
    select record.*, shown.geom as place from record ${SHOWN_PLACE('record')}
  ), away as materialized (
    select told.*, st_distance(border.geom::geography, told.place::geography) as metres
      from told, border
     where not st_covers(border.geom, told.place)
       and (told.commune_code = $1 or told.place && st_expand(border.geom, 0.05))
  )
  select away.id, thing, label, away.commune_code is not null as own, metres, ${PLACE}, away.hidden
    from away ${SHOWN_PLACE('away')}
   where metres > $4
     and (away.commune_code = $1 or metres < ${NEAREST_M} and not exists (
       select from commune c
        where c.known_to = 'infinity' and c.valid_from <= $2::date and $2::date < c.valid_to and c.code <> $1
          and c.geom && st_expand(away.place, 0.05)
          and st_distance(c.geom::geography, away.place::geography) < metres))
   order by metres desc, away.id`

/** Records of a commune that lie more than so many metres outside it, and nobody's that lie near it, farthest first. */
export async function findOutside(
  db: Queryable,
  collection: Kept,
  { commune, day, seesHidden }: Asked,
  leastM: number
) {
  const { rows } = await db.query<OutsideRow>(outsideSql(collection), [commune, day, seesHidden, leastM])
  return rows
}

/** One of two records that lie near one another. */
export interface PairRecord {
  id: number
  thing: string
  label: string
  /** Of the commune asked for: those of others are not its to mend. */
  own: boolean
}

export interface PairRow extends Shown {
  a: PairRecord
  b: PairRecord
  metres: number
}

const one = (of: string) =>
  `json_build_object('id', ${of}.id, 'thing', ${of}.thing, 'label', ${of}.label, 'own', ${of}.commune_code = $1)`

// $4 metres; a degree of longitude is at least 102 km in Việt Nam.
const pairsSql = (collection: Kept) => `
  with record as materialized (${recordsSql(collection)}
  ), own as (select * from record where commune_code = $1
  ), pair as materialized (
    select ${one('a')} as a, ${one('b')} as b, a.hidden or b.hidden as hidden,
           st_distance(a.point::geography, b.point::geography) as metres, a.point
      from own a
      join record b on b.id <> a.id and a.told_apart = b.told_apart
       and b.point && st_expand(a.point, $4::double precision / 102000)
       and (b.commune_code is distinct from $1 or a.id < b.id)
  )
  select a, b, metres, ${PLACE}
    from pair ${SHOWN_PLACE('pair')}
   where metres <= $4 and not pair.hidden order by metres, a ->> 'thing', b ->> 'thing'`

/**
 * Pairs of a collection's records within so many metres, the nearest first; whether they are one their names tell. What lies
 * beside a hidden place would give it away: such pairs are only for who sees it, and never with another commune's.
 */
export async function findPairs(
  db: Queryable,
  collection: Kept,
  { commune, day, seesHidden }: Asked,
  mostM: number
) {
  const { rows } = await db.query<PairRow>(pairsSql(collection), [commune, day, seesHidden, mostM])
  return rows
}

/** How many records of each collection the commune has on a day. */
export async function countRecords(db: Queryable, collections: readonly Kept[], { commune, day }: Asked) {
  let count = 0
  for (const { table } of collections) {
    const { rows } = await db.query<{ count: number }>(
      `select count(*) as count from "${table}"
        where commune_code = $1 and known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to`,
      [commune, day]
    )
    count += rows[0]?.count ?? 0
  }
  return count
}

/** How many household points say that they are the commune's and lie outside it, with the farthest. Their places stay in the database. */
export async function countPremisesOutside(db: Queryable, { commune, day }: Asked, leastM: number) {
  const { rows } = await db.query<{ count: number; metres: number }>(
    `with border as materialized (
       select geom from commune
        where code = $1 and known_to = 'infinity' and valid_from <= $2::date and $2::date < valid_to and geom is not null
        order by origin_id desc limit 1
     ), away as materialized (
       select st_distance(border.geom::geography, p.geom::geography) as metres
         from premises p, border
        where p.commune_code = $1 and p.known_to = 'infinity' and p.valid_from <= $2::date and $2::date < p.valid_to
          and not st_covers(border.geom, p.geom)
     )
     select count(*) as count, coalesce(max(metres), 0) as metres from away where metres > $3`,
    [commune, day, leastM]
  )
  return rows[0] ?? { count: 0, metres: 0 }
}
