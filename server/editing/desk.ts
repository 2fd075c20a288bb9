import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Registry } from '../collections/collection.ts'
import type { Derivation } from '../collections/derivation.ts'
import type { Queryable } from '../db/pool.ts'

/** What editing works with. */
export interface EditDesk {
  db: Pool
  registry: Registry
  derivations: readonly Derivation[]
  audit: Audit<Queryable>
}

/** Who edits, and from which address. */
export interface Maker {
  actor: Actor
  from: string
}
