import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Unusable } from '../unusable.ts'
import { engineDir } from './data-dir.ts'

/** What the engine's journal grows by is 16 MB at a time: with less than two of these it cannot go on. */
const LEAST_FREE_BYTES = 32 * 1024 * 1024
const CODES = new Set(['ENOSPC', 'EDQUOT', '53100'])
const MESSAGES = /no space left on device|ENOSPC|disk quota exceeded/i

/** Whether it failed because a disk is full: by the code of the system or of PostgreSQL, or by words that a tool kept of it. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isDiskFull)) return true
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && CODES.has(error.code)) return true
  return MESSAGES.test(error.message) || isDiskFull(error.cause)
}

/** Writes a page where the engine has its files, and takes it away again. */
function tryWriting(folder: string) {
  mkdirSync(folder, { recursive: true })
  const probe = join(folder, `.space-${process.pid}`)
  try {
    const file = openSync(probe, 'w', 0o600)
    try {
      writeSync(file, Buffer.alloc(8192))
    } finally {
      closeSync(file)
    }
  } finally {
    rmSync(probe, { force: true })
  }
}

/** Whether the disk of a data folder has no room for the engine to go on. Throws nothing: what cannot be told is false. */
export function hasNoRoom(dataDir: string): boolean {
  try {
    tryWriting(engineDir(dataDir))
    const { bavail, bsize } = statfsSync(dataDir)
    return bavail * bsize < LEAST_FREE_BYTES
  } catch (error) {
    return isDiskFull(error)
  }
}

/** The disk of the data folder, or of the PostgreSQL server (null), is full. */
export class DiskFull extends Unusable {
  constructor(dataDir: string | null, options?: ErrorOptions) {
    super(
      dataDir === null
        ? {
            vi: 'Đĩa của máy chủ PostgreSQL (DATABASE_URL) đã đầy nên chương trình kết thúc. Hãy giải phóng chỗ trống trên máy chủ ấy rồi chạy lại.',
            en: 'The disk of the PostgreSQL server (DATABASE_URL) is full, so the program ends. Free some space on that server, then start again.'
          }
        : {
            vi: `Đĩa chứa thư mục dữ liệu ${dataDir} đã đầy nên chương trình kết thúc. Hãy giải phóng chỗ trống (ít nhất 500 MB), hoặc đặt DATA_DIR sang thư mục ở đĩa khác, rồi chạy lại.`,
            en: `The disk of the data folder ${dataDir} is full, so the program ends. Free some space (at least 500 MB), or set DATA_DIR to a folder on another disk, then start again.`
          },
      options
    )
  }
}
