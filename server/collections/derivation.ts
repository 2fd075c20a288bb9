import type { Queryable } from '../db/pool.ts'

/** One import published or taken back. It happens in the transaction that every derivation refreshes in. */
export interface Change {
  kind: 'publish' | 'undo'
  importId: number
  collection: string
  /** The moment from which the change is known, RFC 3339 with microseconds: known_from of rows, known_to of closed ones. */
  at: string
  /** Whether every task of `beside` has been done for its rows; not visible in this transaction, but surely after it. */
  hasBeside?: boolean
}

/**
 * Staged rows about to be published. The row that stands n-th by place (`order by geom, row_number`), counted from 0, among
 * those without a problem becomes the row with the id `firstId` + n.
 */
export interface StagedRows {
  collection: string
  stagingId: number
  firstId: number
}

/** Work in a transaction of its own on another connection, which does not see what the publication has changed. */
export type BesideTask = (db: Queryable) => Promise<void>

/**
 * Tasks that read what was published before (nothing else is published meanwhile) and write of the new rows only, no two
 * the same. They are committed just before the publication and rolled back with it; where they are not all done, `refresh`
 * does their work.
 */
export interface Beside {
  collections: readonly string[]
  tasks(staged: StagedRows): readonly BesideTask[]
}

/** Facts that are kept beside the features so that a request need not compute them: always as fresh as the features. */
export interface Derivation {
  id: string
  /** The collections whose changes it follows. */
  follows: readonly string[]
  /** Further collections whose answers it changes: their versions rise with the one that changed. */
  changes?: readonly string[]
  /** Collections of points of which other connections do the work while many rows are being inserted. */
  beside?: Beside
  refresh(db: Queryable, change: Change): Promise<void>
}
