import type { Queryable } from '../db/pool.ts'
import { hashSecret, newSecret } from './secret.ts'

const LINK_HOURS = 72

/**
 * Makes a link's secret for an account, which opens for 72 hours; those made before open nothing any more.
 * `removesFactor`: whoever uses it loses his second factor with the old password, not before.
 */
export async function makeLink(
  db: Queryable,
  accountId: number,
  removesFactor = false
): Promise<{ token: string; expiresAt: string }> {
  await dropLinks(db, accountId)
  const token = newSecret()
  const { rows } = await db.query<{ expiresAt: Date }>(
    `insert into one_time_link (token_hash, account_id, expires_at, removes_factor)
     values ($1, $2, now() + $3 * interval '1 hour', $4)
     returning expires_at as "expiresAt"`,
    [hashSecret(token), accountId, LINK_HOURS, removesFactor]
  )
  return { token, expiresAt: rows[0]?.expiresAt.toISOString() ?? '' }
}

/** Nobody can set the account's password by a link any more. */
export async function dropLinks(db: Queryable, accountId: number): Promise<void> {
  await db.query('delete from one_time_link where account_id = $1 and used_at is null', [accountId])
}

/** Whose password a link sets. */
export interface LinkOwner {
  id: number
  login: string
  name: string
}

const OPEN = `l.token_hash = $1 and l.used_at is null and l.expires_at > now() and a.disabled_at is null`

/** Whose link this is; null: used, too old, never made, or the account is disabled. */
export async function findLink(db: Queryable, token: string): Promise<LinkOwner | null> {
  const { rows } = await db.query<LinkOwner>(
    `select a.id, a.login, a.name from one_time_link l join account a on a.id = l.account_id where ${OPEN}`,
    [hashSecret(token)]
  )
  return rows[0] ?? null
}

/** Uses a link up, and answers what it does beside; null: somebody was quicker, or it opens nothing. */
export async function takeLink(db: Queryable, token: string): Promise<{ removesFactor: boolean } | null> {
  const { rows } = await db.query<{ removesFactor: boolean }>(
    `update one_time_link l set used_at = now() from account a where a.id = l.account_id and ${OPEN}
     returning l.removes_factor as "removesFactor"`,
    [hashSecret(token)]
  )
  return rows[0] ?? null
}

/** The address that a link's owner opens. Behind the #, so that no server and no log hears of the secret. */
export const linkAddress = (publicAddress: string, token: string): string =>
  `${publicAddress.replace(/\/+$/, '')}/can-bo#mat-khau=${token}`
