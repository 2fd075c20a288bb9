import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAbsent } from '../absent.ts'
import { BackupRecord, type GoodBackup } from './contract.ts'
import type { Bilingual } from '../http/language.ts'
import { noFolder } from './problems.ts'

// The folder in which backups are kept: their files, and what the last ones came to. Programs that share the folder share
// all of it.

const NAME = /^diaban-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz(\.age)?$/
const RECORD = 'last-backup.json'

/** A backup that is kept. */
export interface KeptBackup {
  file: string
  bytes: number
  /** RFC 3339, as its name says. */
  at: string
}

/** Makes the folder of backups where it is not there; nobody else may read it. */
export async function makeFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw noFolder(folder, error)
  }
}

/** The backups of a folder that were named by the program, newest first; none where there is no folder. */
export async function listKept(folder: string): Promise<KeptBackup[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  const kept: KeptBackup[] = []
  for (const file of names) {
    const at = NAME.exec(file)?.slice(1, 7)
    const found = at && (await stat(join(folder, file)))
    if (found)
      kept.push({
        file,
        bytes: found.size,
        at: `${at.slice(0, 3).join('-')}T${at.slice(3).join(':')}Z`
      })
  }
  return kept.sort((a, b) => (a.file < b.file ? 1 : -1))
}

/** Removes all but the newest `keep` backups; to be called after a good one only. */
export async function prune(folder: string, keep: number) {
  for (const { file } of (await listKept(folder)).slice(keep)) await rm(join(folder, file), { force: true })
}

/** What the folder remembers; nothing where it was never written or cannot be understood. */
export async function readRecord(folder: string): Promise<BackupRecord> {
  const nothing = { good: null, failed: null }
  try {
    return BackupRecord.safeParse(JSON.parse(await readFile(join(folder, RECORD), 'utf8'))).data ?? nothing
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError) return nothing
    throw error
  }
}

async function writeRecord(folder: string, record: BackupRecord) {
  const path = join(folder, RECORD)
  await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** Remembers a good backup: whatever failed before is mended. */
export const recordGood = (folder: string, good: GoodBackup) => writeRecord(folder, { good, failed: null })

/** Remembers why a backup failed; the last good one stays known. */
export async function recordFailure(folder: string, reason: Bilingual, at = new Date()) {
  const { good } = await readRecord(folder)
  await writeRecord(folder, { good, failed: { at: at.toISOString(), reason } })
}
