import type { BackupRecord, BackupState } from './contract.ts'

const HOUR_MS = 3_600_000
/** A new installation settles first. */
const FIRST_MS = HOUR_MS / 6
/** A backup that takes its time, or a machine that was off for the night, is not late yet. */
const GRACE_MS = 12 * HOUR_MS

/** How often backups are made by themselves (null: never), and since when the program has run (ms of the epoch). */
export interface BackupRhythm {
  everyMs: number | null
  startedAt: number
}

/** When the next backup is due, in ms of the epoch; after a failure again within the hour. null: none is made. */
export function dueAt({ good, failed }: BackupRecord, { everyMs, startedAt }: BackupRhythm): number | null {
  if (everyMs === null) return null
  const due = good ? Date.parse(good.at) + everyMs : startedAt + FIRST_MS
  return failed ? Math.max(due, Date.parse(failed.at) + HOUR_MS) : due
}

/** How an installation stands with its backups at a moment (ms of the epoch). */
export function stateOf(record: BackupRecord, rhythm: BackupRhythm, now: number): BackupState {
  if (record.failed) return 'failed'
  const { everyMs, startedAt } = rhythm
  if (everyMs === null) return record.good ? 'ok' : 'off'
  const since = record.good ? Date.parse(record.good.at) : startedAt
  if (now - since > everyMs + GRACE_MS) return 'late'
  return record.good ? 'ok' : 'waiting'
}
