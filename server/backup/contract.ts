import { z } from 'zod'

/** A backup that was made: when, how large, and what is in it. Times are RFC 3339. */
export const GoodBackup = z.object({
  at: z.string(),
  /** The file's name in the folder of backups. */
  file: z.string(),
  bytes: z.int(),
  encrypted: z.boolean(),
  rows: z.int(),
  /** Pictures and recordings. */
  files: z.int(),
  /** Pictures and recordings whose bytes were gone or changed already, so that they are in no backup. */
  missingFiles: z.int()
})
export type GoodBackup = z.infer<typeof GoodBackup>

/** What the folder of backups remembers; `failed` is null when the last attempt was good. */
export const BackupRecord = z.object({
  good: GoodBackup.nullable(),
  failed: z.object({ at: z.string(), reason: z.object({ vi: z.string(), en: z.string() }) }).nullable()
})
export type BackupRecord = z.infer<typeof BackupRecord>

/** `waiting`: none was due yet; `late`: the last good one is older than it should be; `off`: none is made by itself. */
export const BackupState = z.enum(['ok', 'waiting', 'late', 'failed', 'off'])
export type BackupState = z.infer<typeof BackupState>

/** For whoever watches the installation: names no file and no folder. */
export const backupHealth = {
  path: '/health/backup',
  query: z.strictObject({}),
  reply: z.object({
    status: BackupState,
    lastGoodAt: z.string().nullable(),
    lastGoodBytes: z.int().nullable(),
    lastFailedAt: z.string().nullable(),
    missingFiles: z.int()
  })
} as const

/** For the administrator: the last results and the backups that are kept, newest first. */
export const listBackups = {
  path: '/api/staff/backups',
  query: z.strictObject({}),
  reply: z.object({
    status: BackupState,
    ...BackupRecord.shape,
    /** When the next one is due; null: none is made by itself. */
    nextAt: z.string().nullable(),
    /** How many are kept. */
    keep: z.int(),
    encrypted: z.boolean(),
    kept: z.array(z.object({ file: z.string(), bytes: z.int(), at: z.string() }))
  })
} as const
