import type { Actor, Audit } from '../accounts/contract.ts'
import type { ImportDeps } from '../collections/import/request.ts'
import type { Queryable } from '../db/pool.ts'

/** What editing works with. */
export interface EditDesk extends Pick<ImportDeps, 'db' | 'registry' | 'derivations' | 'onLateFailure'> {
  audit: Audit<Queryable>
}

/** Who edits, and from which address. */
export interface Maker {
  actor: Actor
  from: string
}
