import type { Queryable } from '../db/pool.ts'
import type { Role } from './contract.ts'
import type { StaffAccount } from './staff-contract.ts'

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

interface AccountRow extends Omit<StaffAccount, 'createdAt' | 'disabledAt' | 'lastSeenAt'> {
  createdAt: Date
  disabledAt: Date | null
  lastSeenAt: Date | null
}

const SELECT = `
  select a.id, a.login, a.name, a.role, a.commune_code as "communeCode", a.unit_id as "unitId", u.name as "unitName",
         a.created_at as "createdAt", a.disabled_at as "disabledAt", a.password_hash is not null as "hasPassword",
         a.totp_secret is not null as "secondFactor",
         (select max(s.seen_at) from session s where s.account_id = a.id) as "lastSeenAt"
    from account a left join unit u on u.id = a.unit_id`

const toAccount = ({ createdAt, disabledAt, lastSeenAt, ...row }: AccountRow): StaffAccount => ({
  ...row,
  createdAt: createdAt.toISOString(),
  disabledAt: disabledAt?.toISOString() ?? null,
  lastSeenAt: lastSeenAt?.toISOString() ?? null
})

/** All accounts of a commune, or all (null), by login. */
export async function listAccounts(db: Queryable, communeCode: string | null): Promise<StaffAccount[]> {
  const { rows } = await db.query<AccountRow>(
    `${SELECT} where $1::text is null or a.commune_code = $1 order by a.login`,
    [communeCode]
  )
  return rows.map(toAccount)
}

/** One account; null: there is none. In a transaction it is held until the end of it. */
export async function findAccount(db: Queryable, id: number): Promise<StaffAccount | null> {
  const { rows } = await db.query<AccountRow>(`${SELECT} where a.id = $1 for update of a`, [id])
  return rows[0] ? toAccount(rows[0]) : null
}

/** The number of a login's account; null: there is none. */
export async function findLogin(db: Queryable, login: string): Promise<number | null> {
  const { rows } = await db.query<{ id: number }>('select id from account where login = $1', [login])
  return rows[0]?.id ?? null
}

/** Whether there is an account at all. */
export async function hasAccounts(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from account limit 1')
  return rowCount === 1
}

/** What may be changed of an account, as it shall be. */
export type AccountState = Pick<StaffAccount, 'name' | 'role' | 'communeCode' | 'unitId'> & {
  disabled: boolean
}

/** A wish to change some of it; what is undefined stays. */
export type AccountChange = { [K in keyof AccountState]?: AccountState[K] | undefined }

/** Writes an account's new state; the moment when it was disabled is kept. */
export async function saveAccount(db: Queryable, id: number, state: AccountState): Promise<void> {
  await db.query(
    `update account
        set name = $2, role = $3, commune_code = $4, unit_id = $5,
            disabled_at = case when $6 then coalesce(disabled_at, now()) end
      where id = $1`,
    [id, state.name, state.role, state.communeCode, state.unitId, state.disabled]
  )
}

/** Whether a commune of this code is here. */
export async function isCommune(db: Queryable, code: string): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from open.communes where code = $1 limit 1', [code])
  return rowCount === 1
}

/** Somebody to whom a report can be given. */
export interface Colleague {
  accountId: number
  name: string
  role: Role
  unitId: number | null
}

/** Those who handle reports in a commune or all (null), of one unit or all (null), by name. */
export async function listColleagues(
  db: Queryable,
  communeCode: string | null,
  unitId: number | null
): Promise<Colleague[]> {
  const { rows } = await db.query<Colleague>(
    `select id as "accountId", name, role, unit_id as "unitId"
       from account
      where disabled_at is null and role in ('field', 'officer', 'leader')
        and ($1::text is null or commune_code is null or commune_code = $1)
        and ($2::bigint is null or unit_id = $2)
      order by name, id`,
    [communeCode, unitId]
  )
  return rows
}
