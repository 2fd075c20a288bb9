import type { Queryable } from '../db/pool.ts'
import { hashSecret } from './secret.ts'

/** What signing in needs of an account. */
export interface Credentials {
  id: number
  /** null: no password was set yet, or the account is disabled. */
  passwordHash: string | null
  totpSecret: string | null
}

/** The account of a login; null: there is none. */
export async function findCredentials(db: Queryable, login: string): Promise<Credentials | null> {
  const { rows } = await db.query<Credentials>(
    `select id, case when disabled_at is null then password_hash end as "passwordHash",
            totp_secret as "totpSecret"
       from account where login = $1`,
    [login]
  )
  return rows[0] ?? null
}

/** The same by the account's number. */
export async function credentialsOf(db: Queryable, accountId: number): Promise<Credentials | null> {
  const { rows } = await db.query<Credentials>(
    `select id, password_hash as "passwordHash", totp_secret as "totpSecret"
       from account where id = $1 and disabled_at is null`,
    [accountId]
  )
  return rows[0] ?? null
}

/** Uses up a code's step; false: it or a later one was used before. */
export async function useStep(db: Queryable, accountId: number, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update account set totp_last_step = $2
      where id = $1 and (totp_last_step is null or totp_last_step < $2)`,
    [accountId, step]
  )
  return rowCount === 1
}

/** Keeps a password's hash; false: the account is disabled. */
export async function keepPassword(db: Queryable, accountId: number, hash: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update account set password_hash = $2 where id = $1 and disabled_at is null',
    [accountId, hash]
  )
  return rowCount === 1
}

/**
 * Whether a password that was checked still is the account's; in a transaction it stays so until the end of it, so that
 * who sets another one also ends the session that is begun here.
 */
export async function holdPassword(db: Queryable, accountId: number, hash: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'select 1 from account where id = $1 and password_hash = $2 and disabled_at is null for share',
    [accountId, hash]
  )
  return rowCount === 1
}

/** Whether somebody signed in to this account on the device before. */
export async function isTrusted(db: Queryable, accountId: number, device: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'select 1 from trusted_device where token_hash = $1 and account_id = $2',
    [hashSecret(device), accountId]
  )
  return rowCount === 1
}

/** Whether the device is known by any account. */
export async function isKnownDevice(db: Queryable, device: string): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from trusted_device where token_hash = $1 limit 1', [
    hashSecret(device)
  ])
  return rowCount === 1
}

/** From now on guesses on this device are counted apart. */
export async function trustDevice(db: Queryable, accountId: number, device: string): Promise<void> {
  await db.query(
    `insert into trusted_device (token_hash, account_id) values ($1, $2)
     on conflict (token_hash, account_id) do update set seen_at = now()`,
    [hashSecret(device), accountId]
  )
}

/** No device is known to the account any more. */
export async function distrustDevices(db: Queryable, accountId: number): Promise<void> {
  await db.query('delete from trusted_device where account_id = $1', [accountId])
}
