import type { Queryable } from '../db/pool.ts'

// What no longer opens or counts anything is removed after a while.
const REMOVALS = [
  `delete from sign_in_failure where last_at < now() - interval '2 days'`,
  `delete from session where greatest(expires_at, ended_at) < now() - interval '90 days'`,
  `delete from one_time_link where expires_at < now() - interval '90 days'`,
  `delete from trusted_device where seen_at < now() - interval '400 days'`
]

/** Removes counters, sessions, links and devices that ended long ago. */
export async function removeOld(db: Queryable): Promise<void> {
  for (const removal of REMOVALS) await db.query(removal)
}
