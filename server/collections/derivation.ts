import type { Queryable } from '../db/pool.ts'

/** One import published or taken back. It happens in the transaction that every derivation refreshes in. */
export interface Change {
  kind: 'publish' | 'undo'
  importId: number
  collection: string
  /** The moment from which the change is known, RFC 3339 with microseconds: known_from of rows, known_to of closed ones. */
  at: string
}

/** Facts that are kept beside the features so that a request need not compute them: always as fresh as the features. */
export interface Derivation {
  id: string
  /** The collections whose changes it follows. */
  follows: readonly string[]
  /** Further collections whose answers it changes: their versions rise with the one that changed. */
  changes?: readonly string[]
  refresh(db: Queryable, change: Change): Promise<void>
}
