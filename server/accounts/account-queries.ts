import type { Queryable } from '../db/pool.ts'
import type { Role } from './contract.ts'

/** What an account is made of. communeCode null: every commune. */
export interface NewAccount {
  /** In lower case, see `loginOf`. */
  login: string
  name: string
  role: Role
  communeCode: string | null
  unitId: number | null
}

/** Creates an account that has no password yet, so that nobody can sign in to it; null: the login is taken. */
export async function createAccount(db: Queryable, account: NewAccount): Promise<number | null> {
  const { login, name, role, communeCode, unitId } = account
  const { rows } = await db.query<{ id: number }>(
    `insert into account (login, name, role, commune_code, unit_id) values ($1, $2, $3, $4, $5)
     on conflict (login) do nothing
     returning id`,
    [login, name, role, communeCode, unitId]
  )
  return rows[0]?.id ?? null
}
