import type { Queryable } from '../db/pool.ts'

/** How long a session's row outlives it. */
export const SESSION_ROWS_DAYS = 90
/** How long a device stays known on which nobody signs in; its cookie lasts as long. */
export const DEVICE_DAYS = 400

// What no longer opens or counts anything is removed after a while.
const REMOVALS = [
  `delete from sign_in_failure where last_at < now() - interval '2 days'`,
  `delete from session where greatest(expires_at, ended_at) < now() - make_interval(days => ${SESSION_ROWS_DAYS})`,
  `delete from one_time_link where expires_at < now() - interval '90 days'`,
  `delete from trusted_device where seen_at < now() - make_interval(days => ${DEVICE_DAYS})`
]

/** Removes counters, sessions, links and devices that ended long ago. */
export async function removeOld(db: Queryable): Promise<void> {
  for (const removal of REMOVALS) await db.query(removal)
}
