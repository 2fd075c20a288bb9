import type { Queryable } from '../db/pool.ts'

/** Whether an account has a second factor in force, and a secret that waits for its first code. */
export async function factorOf(
  db: Queryable,
  accountId: number
): Promise<{ on: boolean; pending: string | null }> {
  const { rows } = await db.query<{ on: boolean; pending: string | null }>(
    'select totp_secret is not null as "on", totp_pending as pending from account where id = $1',
    [accountId]
  )
  return rows[0] ?? { on: false, pending: null }
}

/** Keeps a secret until a code of it is given. */
export async function keepPending(db: Queryable, accountId: number, secret: string): Promise<void> {
  await db.query('update account set totp_pending = $2 where id = $1', [accountId, secret])
}

/** Puts the waiting secret in force; the code that did it is used up. False: another secret waits by now. */
export async function putInForce(
  db: Queryable,
  accountId: number,
  secret: string,
  step: number
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update account set totp_secret = totp_pending, totp_pending = null, totp_last_step = $3
      where id = $1 and totp_pending = $2`,
    [accountId, secret, step]
  )
  return rowCount === 1
}

/** Takes the second factor off an account. */
export async function dropFactor(db: Queryable, accountId: number): Promise<void> {
  await db.query(
    'update account set totp_secret = null, totp_pending = null, totp_last_step = null where id = $1',
    [accountId]
  )
}
