import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Change, Derivation } from '../derivation.ts'
import { RAISE_VERSIONS } from './publish-sql.ts'
import { thingsOf } from './same-thing-sql.ts'
import { settleClaims, settleEdits, settleKeys, settleThings } from './settle-sql.ts'
import type { TableColumn } from './table-columns.ts'

/**
 * Brings the pieces of every key or delivery that an import touches to what the imports now say. Same for publishing and
 * undoing. Answers whether another import may have something of this one's.
 */
export async function settle(
  db: Queryable,
  collection: Collection,
  columns: readonly TableColumn[],
  change: Change
): Promise<boolean> {
  const { table, key, managedBy } = collection
  const values = [change.importId, change.at]
  if (managedBy) await db.query(settleEdits(table, key, columns), values)
  const sql = settleSql(collection, columns)
  if (sql === undefined) return false
  const { rows } = await db.query<{ hasMet: boolean }>(sql, values)
  return rows[0]?.hasMet ?? false
}

/** undefined: nothing takes the place of anything. */
function settleSql(collection: Collection, columns: readonly TableColumn[]) {
  const { delivered, key, table } = collection
  if (delivered) return settleClaims(table, columns)
  const things = thingsOf(collection)
  if (things) return settleThings(things, columns, collection.managedBy !== undefined)
  return key.length > 0 ? settleKeys(table, key, columns) : undefined
}

/** Refreshes what is derived, in order, and raises the versions that caches carry. */
export async function follow(db: Queryable, derivations: readonly Derivation[], change: Change) {
  const changed = new Set([change.collection])
  for (const derivation of derivations) {
    if (!derivation.follows.includes(change.collection)) continue
    await derivation.refresh(db, change)
    for (const id of derivation.changes ?? []) changed.add(id)
  }
  await db.query(RAISE_VERSIONS, [[...changed].sort()])
}
