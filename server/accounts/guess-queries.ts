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
  place: { free: 60, firstS: 60, longestS: 900 },
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

/** What counting a guess told: how long to wait, or null; and whether it was the last one before that. */
export interface Counted {
  seconds: number | null
  isLast: boolean
}

async function countOne(db: Queryable, { limit, key }: GuessKey): Promise<Counted> {
  const { free, firstS, longestS } = LIMITS[limit]
  const { rows } = await db.query<{ isLast: boolean }>(
    `insert into sign_in_failure as f (key, failures, last_at) values ($1, 1, now())
     on conflict (key) do update set
       failures = case when f.last_at < now() - interval '1 day' then 1 else f.failures + 1 end,
       last_at = now(),
       blocked_to = case when f.last_at >= now() - interval '1 day' and f.failures + 1 >= $2::integer
         then now() + least($4::float8, $3::float8 * 2 ^ least(f.failures + 1 - $2::integer, 20)) * interval '1 second'
       end
     where f.blocked_to is null or f.blocked_to <= now()
     returning blocked_to is not null as "isLast"`,
    [key, free, firstS, longestS]
  )
  if (rows[0]) return { seconds: null, isLast: rows[0].isLast }
  return { seconds: await secondsLeft(db, key), isLast: false }
}

async function secondsLeft(db: Queryable, key: Buffer) {
  const { rows } = await db.query<{ seconds: number }>(
    `select ceil(extract(epoch from blocked_to - now()))::integer as seconds from sign_in_failure where key = $1`,
    [key]
  )
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/**
 * Counts a guess before it is looked at, so that many at once are counted too. `seconds` null: the caller may guess;
 * `isLast`: if this one is wrong too, the next must wait.
 */
export async function countGuess(db: Queryable, keys: readonly GuessKey[]): Promise<Counted> {
  let isLast = false
  for (const key of keys) {
    const counted = await countOne(db, key)
    if (counted.seconds !== null) return counted
    isLast ||= counted.isLast
  }
  return { seconds: null, isLast }
}

/** Takes a guess back that was counted, but never looked at. */
export async function takeBackGuess(db: Queryable, keys: readonly GuessKey[]): Promise<void> {
  for (const { key } of keys)
    await db.query(
      'update sign_in_failure set failures = failures - 1, blocked_to = null where key = $1 and failures > 0',
      [key]
    )
}

/** The guess was right: its counters begin anew; a place, which others share, only loses this one. */
export async function forgiveGuess(db: Queryable, keys: readonly GuessKey[]): Promise<void> {
  await takeBackGuess(
    db,
    keys.filter(({ limit }) => limit === 'place')
  )
  for (const { key } of keys.filter(({ limit }) => limit !== 'place'))
    await db.query('delete from sign_in_failure where key = $1', [key])
}
