import type { Queryable } from '../db/pool.ts'
import type { Rate } from './contract.ts'

/** A check to be kept; `at` null: now. */
export interface NewCheck {
  house: number
  /** The sender's own name of it. */
  wish: string
  at: string | null
  reachable: boolean
  down: Rate
  up: Rate
  /** Null: with the key on the wall. */
  accountId: number | null
  network: string | null
}

const mbps = (rate: Rate) => ('mbps' in rate ? rate.mbps : null)
const missing = (rate: Rate) => ('missing' in rate ? rate.missing : null)

const AT = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

const KEEP = `
  insert into wifi_check (site_id, wish, at, reachable, down_mbps, up_mbps, down_missing, up_missing, account_id, network)
  values ($1, $2, coalesce($3::timestamptz, clock_timestamp()), $4, $5, $6, $7, $8, $9, $10)
  on conflict (site_id, wish) do nothing
  returning ${AT}`

/** Keeps a check and answers its moment (RFC 3339); undefined: it is here already. */
export async function keepCheck(db: Queryable, check: NewCheck): Promise<string | undefined> {
  const { house, wish, at, reachable, down, up, accountId, network } = check
  const values = [mbps(down), mbps(up), missing(down), missing(up), accountId, network]
  const { rows } = await db.query<{ at: string }>(KEEP, [house, wish, at, reachable, ...values])
  return rows[0]?.at
}

/** When the check of that name was made; undefined: there is none. */
export async function findCheck(db: Queryable, house: number, wish: string): Promise<string | undefined> {
  const { rows } = await db.query<{ at: string }>(
    `select ${AT} from wifi_check where site_id = $1 and wish = $2`,
    [house, wish]
  )
  return rows[0]?.at
}

/** Whoever else counts a house's checks waits until this transaction ends. */
export async function lockHouse(db: Queryable, house: number): Promise<void> {
  await db.query('select from house_site where id = $1 for no key update', [house])
}

/** How many checks were recorded with a house's key in the last hour. */
export async function countByKey(db: Queryable, house: number): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::integer as count from wifi_check
      where site_id = $1 and account_id is null and recorded_at > now() - interval '1 hour'`,
    [house]
  )
  return rows[0]?.count ?? 0
}
