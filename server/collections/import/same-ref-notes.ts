import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { surveyedAnew } from './same-thing-sql.ts'
import { identifier } from './table-columns.ts'

/** Of more imports than this a report does not speak. */
const MOST = 10

/** Communes `c` as they are held to be now, on the last day before `until`. */
const inForce = (code: string, until: string, joins: 'on' | 'where') =>
  `commune c ${joins} c.code = ${code} and c.known_to = 'infinity' and c.valid_from < ${until} and ${until} <= c.valid_to`

/**
 * Rows in force of other imports and communes with the rest of the key of an import's own: near one another, or of a commune
 * that is no longer and whose ground the own row's commune has. $1 import.
 */
function sameRefs(collection: Collection) {
  const { table, key } = collection
  const names = key.filter((name) => name !== 'commune_code').map(identifier)
  const others = `
        select t.id, t.import_id, t.commune_code as other from ${identifier(table)} t
         where ${names.map((name) => `t.${name} = n.${name}`).join(' and ')} and t.import_id <> $1 and t.known_to = 'infinity'
           and daterange(t.valid_from, t.valid_to) && daterange(n.valid_from, n.valid_to)`
  return `
  with n as materialized (
    select concat_ws(' ', ${names.join(', ')}) as named, ${names.join(', ')}, commune_code, valid_from, valid_to, geom
      from ${identifier(table)} where import_id = $1 and origin is null and commune_code is not null
  ), merged as materialized (
    select distinct on (mine.commune_code, mine.valid_to, old.code) mine.*, old.code as other, st_force2d(c.geom) as ground
      from (select distinct commune_code, valid_to from n) mine join ${inForce('mine.commune_code', 'mine.valid_to', 'on')}
           join commune old on old.geom && c.geom and old.code <> c.code
     where not exists (select from ${inForce('old.code', 'mine.valid_to', 'where')})
  ), met as (
    select t.*, n.named from n cross join lateral (${others}
           and t.commune_code <> n.commune_code and ${surveyedAnew(collection, 't', 'n')} offset 0) t
     union
    select t.*, n.named from merged join n using (commune_code, valid_to) cross join lateral (${others}
           and t.commune_code = merged.other and st_intersects(merged.ground, st_pointonsurface(t.geom)) offset 0) t
  )
  select i.id, i.title, count(*)::integer as rows, min(met.named collate "C") as first, array_agg(distinct met.other) as communes
    from met join import i on i.id = met.import_id
   group by i.id, i.title order by i.id limit ${MOST}`
}

interface SameRefs {
  id: number
  title: string
  rows: number
  first: string
  communes: string[]
}

const note = ({ id, title, rows, first, communes }: SameRefs): Localized => ({
  vi: `Có ${rows} dòng cùng mã (ref) với dòng của xã ${communes.join(', ')} ở lần nạp số ${id} («${title}»), và cả hai đều còn hiệu lực (mã đầu tiên: ${first}). Nếu là cùng một đối tượng thì nó đang có hai lần; khi tệp này thay cho lần nạp ấy, hãy gỡ: npm run import -- undo ${id}`,
  en: `${rows} row(s) have the ref of a row of commune ${communes.join(', ')} in import ${id} («${title}»), and both are in force (first ref: ${first}). If they are the same things, each is there twice; where this file replaces that import, undo it: npm run import -- undo ${id}`
})

/** What the report says of rows that may be another commune's, counted twice, and that nothing proves to be the same. */
export async function sameRefNotes(
  db: Queryable,
  collection: Collection,
  importId: number
): Promise<Localized[]> {
  if (collection.samePlaceM === undefined) return []
  const { rows } = await db.query<SameRefs>(sameRefs(collection), [importId])
  return rows.map(note)
}
