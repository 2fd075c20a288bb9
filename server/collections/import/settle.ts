import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Change, Derivation } from '../derivation.ts'
import { RAISE_VERSIONS } from './publish-sql.ts'
import { thingsOf } from './same-thing-sql.ts'
import { settleClaims, settleKeys, settleThings } from './settle-sql.ts'
import type { TableColumn } from './table-columns.ts'

/** Brings the pieces of every key or delivery that an import touches to what the imports now say. Same for publishing and undoing. */
export async function settle(
  db: Queryable,
  collection: Collection,
  columns: readonly TableColumn[],
  change: Change
) {
  const things = thingsOf(collection)
  const parameters = [change.importId, change.at]
  if (collection.delivered) await db.query(settleClaims(collection.table, columns), parameters)
  else if (things) await db.query(settleThings(things, columns), parameters)
  else if (collection.key.length > 0)
    await db.query(settleKeys(collection.table, collection.key, columns), parameters)
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
