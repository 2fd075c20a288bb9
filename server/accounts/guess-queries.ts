import { createHash } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'

/** How many wrong guesses are free, and how long the next ones wait: doubling from `firstS` to `longestS` seconds. */
interface Limit {
  free: number
  firstS: number
  longestS: number
}

/** Whose guesses are counted together, and how many there may be. Nothing is counted against an account as such. */
const LIMITS = {
  /** An account, from one place. */
  account: { free: 5, firstS: 60, longestS: 900 },
  /** A place, whatever the account: many people may share an address. */
  place: { free: 60, firstS: 300, longestS: 3600 },
  /** A device on which the account's owner signed in before. */
  device: { free: 10, firstS: 60, longestS: 900 },
  /** Codes of the second factor, by somebody who knows the password: 24 guesses a day at most. */
  code: { free: 5, firstS: 300, longestS: 3600 },
  /** The password, asked again of somebody who is signed in. */
  again: { free: 5, firstS: 60, longestS: 900 }
} as const satisfies Record<string, Limit>

/** One counter. */
export interface GuessKey {
  limit: keyof typeof LIMITS
  key: Buffer
}

/** A counter of one kind; `parts`: whose it is. */
export const guessKey = (limit: GuessKey['limit'], ...parts: (string | number)[]): GuessKey => ({
  limit,
  key: createHash('sha256')
    .update(JSON.stringify([limit, ...parts]))
    .digest()
})

const SECONDS_LEFT = `ceil(extract(epoch from blocked_to - now()))::integer`

async function countOne(db: Queryable, { limit, key }: GuessKey): Promise<number | null> {
  const { free, firstS, longestS } = LIMITS[limit]
  const { rowCount } = await db.query(
    `insert into sign_in_failure as f (key, failures, last_at) values ($1, 1, now())
     on conflict (key) do update set
       failures = case when f.last_at < now() - interval '1 day' then 1 else f.failures + 1 end,
       last_at = now(),
       blocked_to = case when f.last_at >= now() - interval '1 day' and f.failures + 1 >= $2::integer
         then now() + least($4::float8, $3::float8 * 2 ^ least(f.failures + 1 - $2::integer, 20)) * interval '1 second'
       end
     where f.blocked_to is null or f.blocked_to <= now()`,
    [key, free, firstS, longestS]
  )
  if (rowCount) return null
  const { rows } = await db.query<{ seconds: number }>(
    `select ${SECONDS_LEFT} as seconds from sign_in_failure where key = $1`,
    [key]
  )
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/**
 * Counts a guess before it is looked at, so that many at once are counted too. Answers how many seconds the caller must
 * wait; null: he may guess.
 */
export async function countGuess(db: Queryable, keys: readonly GuessKey[]): Promise<number | null> {
  for (const key of keys) {
    const seconds = await countOne(db, key)
    if (seconds !== null) return seconds
  }
  return null
}

/** The guess was right: its counters begin anew; a place, which others share, only loses this one. */
export async function forgiveGuess(db: Queryable, keys: readonly GuessKey[]): Promise<void> {
  for (const { limit, key } of keys) {
    if (limit === 'place')
      await db.query(
        'update sign_in_failure set failures = failures - 1, blocked_to = null where key = $1 and failures > 0',
        [key]
      )
    else await db.query('delete from sign_in_failure where key = $1', [key])
  }
}

/** Removes counters that no longer count. */
export async function forgetOldGuesses(db: Queryable): Promise<void> {
  await db.query(`delete from sign_in_failure where last_at < now() - interval '2 days'`)
}
