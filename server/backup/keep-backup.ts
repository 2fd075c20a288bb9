import { isDatabaseAway } from '../db/database-away.ts'
import type { Bilingual } from '../http/language.ts'
import { Unusable } from '../unusable.ts'
import { alone } from './backup-lock.ts'
import { makeFolder, prune, recordFailure, recordGood } from './backup-folder.ts'
import type { GoodBackup } from './contract.ts'
import { makeBackup, type BackupRequest } from './make-backup.ts'
import { AlreadyRunning, writingFailed } from './problems.ts'

const AWAY: Bilingual = {
  vi: 'Không kết nối được cơ sở dữ liệu, hoặc kết nối bị ngắt giữa chừng.',
  en: 'The database could not be reached, or went away midway.'
}
const FAULT: Bilingual = {
  vi: 'Lỗi của chương trình; hãy xem nhật ký.',
  en: 'A fault of the program; read the log.'
}

const reasonOf = (error: unknown): Bilingual =>
  error instanceof Unusable ? error.sentence : isDatabaseAway(error) ? AWAY : FAULT

/**
 * Makes a backup into the folder where they are kept, remembers what it came to, and removes the oldest ones only after a
 * good one. Throws what kept it from being made, which is remembered too.
 */
export async function keepBackup(request: Omit<BackupRequest, 'name'>, keep: number): Promise<GoodBackup> {
  const { folder, log, signal } = request
  await makeFolder(folder)
  try {
    return await alone(folder, log, async () => {
      const good = await makeBackup({ ...request, name: null })
      await recordGood(folder, good)
      await prune(folder, keep).catch((error: unknown) =>
        log.warn(`Chưa xóa được bản sao lưu cũ trong ${folder}: ${String(error)}`)
      )
      return good
    })
  } catch (error) {
    const failure = writingFailed(folder, error)
    // Another one that is under way, or an end that somebody asked for, is no failure.
    if (!signal.aborted && !(failure instanceof AlreadyRunning))
      await recordFailure(folder, reasonOf(failure)).catch((lost: unknown) =>
        // Where the disk is full even this cannot be written; the caller says what failed.
        log.warn(`Chưa ghi được kết quả sao lưu vào ${folder}: ${String(lost)}`)
      )
    throw failure
  }
}
