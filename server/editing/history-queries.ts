import { identifier } from '../collections/import/table-columns.ts'
import type { Queryable } from '../db/pool.ts'
import type { PlaceChange, PlaceVersion } from './contract.ts'
import type { Editable } from './form.ts'
import { rowSql, thingSql } from './place-queries.ts'

// What is left of a row after later versions keeps its origin.
const HOLDS = `
  (select coalesce(json_agg(json_build_object('from', to_char(nullif(m.valid_from, '-infinity'), 'YYYY-MM-DD'),
                                              'to', to_char(nullif(m.valid_to, 'infinity'), 'YYYY-MM-DD'))
                            order by m.valid_from), '[]')
     from mine m where m.origin_id = t.id and m.known_to = 'infinity')`

// Latest first. A set's flag is not shown, but restored with its version.
const historySql = (collection: Editable) => `
  with ${thingSql(collection)}
  select t.id as version, coalesce(e.action, 'import') as action,
         to_char(i.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
         a.name as by, coalesce(e.reason, i.title) as reason, i.undone_at is not null as undone, ${rowSql(collection)},
         ${HOLDS} as holds,
         ${collection.setColumn === undefined ? 'false' : `t.${identifier(collection.setColumn)}`} as "inSet"
    from mine t
    join import i on i.id = t.import_id
    left join place_edit e on e.import_id = i.id
    left join account a on a.id = e.account_id
   where t.origin is null
   order by i.published_at desc, t.id desc`

/** A version as it is kept: `inSet` tells whether it was one of its commune's whole set. */
export interface KeptVersion extends PlaceVersion {
  inSet: boolean
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What a version says otherwise than the one before it. */
export function changesOf(
  before: Omit<KeptVersion, 'changes'>,
  after: Omit<KeptVersion, 'changes'>
): PlaceChange[] {
  const said = (version: Omit<KeptVersion, 'changes'>) => ({
    ...version.values,
    valid_from: version.validFrom,
    valid_to: version.validTo
  })
  const [was, is] = [said(before), said(after)]
  const fields = Object.entries(is).flatMap(([field, value]) => {
    const old = was[field as keyof typeof was] ?? null // both have the fields of one collection
    return equal(old, value) ? [] : [{ field, before: old, after: value }]
  })
  return equal(before.geometry, after.geometry)
    ? fields
    : [...fields, { field: 'geometry', before: null, after: null }]
}

/** Everything that was ever said of a place, latest first, each with what it changed. */
export async function findHistory(db: Queryable, collection: Editable, id: number): Promise<KeptVersion[]> {
  const { rows } = await db.query<Omit<KeptVersion, 'changes'>>(historySql(collection), [id])
  return rows.map((version, index) => {
    const before = rows.slice(index + 1).find(({ undone }) => !undone)
    return { ...version, changes: before ? changesOf(before, version) : [] }
  })
}
