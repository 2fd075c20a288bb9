import { identifier } from '../collections/import/table-columns.ts'
import type { Queryable } from '../db/pool.ts'
import type { Neighbour } from './contract.ts'
import type { Editable } from './form.ts'
import { EXACT, thingSql } from './place-queries.ts'

const MOST_NEIGHBOURS = 200

// About 500 m around. Areas with rooted keys are public, and share borders with those of other communes.
const neighboursSql = (collection: Editable) => `
  with ${thingSql(collection)}
  select coalesce(t.${identifier(collection.label)}, '') as label, st_asgeojson(t.geom, ${EXACT}, 0)::json as geometry
    from ${identifier(collection.table)} t
   where t.known_to = 'infinity' and t.valid_from <= $2::date and $2::date < t.valid_to
     and t.geom && (select st_expand(st_extent(geom)::geometry, 0.005) from mine where known_to = 'infinity')
     and t.id not in (select id from mine)
     and ${collection.rooted ? 'true' : 't.commune_code is not distinct from (select commune_code from one)'}
   order by t.id limit ${MOST_NEIGHBOURS}`

// $1 the commune, $2 the day.
const groundsSql = ({ table, label }: Editable) => `
  select coalesce(t.${identifier(label)}, '') as label, st_asgeojson(t.geom, ${EXACT}, 0)::json as geometry
    from ${identifier(table)} t
   where t.known_to = 'infinity' and t.valid_from <= $2::date and $2::date < t.valid_to and t.commune_code = $1
   order by t.id limit ${MOST_NEIGHBOURS}`

/** What lies in a commune on a day; of none nothing. */
export async function findGrounds(db: Queryable, collection: Editable, commune: string | null, day: string) {
  const { rows } = await db.query<Neighbour>(groundsSql(collection), [commune, day])
  return rows
}

/** What lies near a place of the same collection on a day: of its commune, and of others where anyone may see it. */
export async function findNeighbours(db: Queryable, collection: Editable, id: number, day: string) {
  const { rows } = await db.query<Neighbour>(neighboursSql(collection), [id, day])
  return rows
}
