import { fork, type ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config.ts'
import type { Log } from '../db/pool.ts'
import { makeFolder, readRecord, recordFailure } from './backup-folder.ts'
import type { BackupRecord } from './contract.ts'
import { dueAt } from './due.ts'

const LOOK_EVERY_MS = 60_000
/** Whoever asks the map comes first. */
const NICE = 10
const END_MS = 10_000
/** Also where a failure could not be written down, on a full disk. */
const REST_MS = 3_600_000
/** The exit code of a command that has said why. */
const REFUSED = '1'

const isSource = import.meta.url.endsWith('.ts')
// Built files lie beside one another.
const command = join(dirname(fileURLToPath(import.meta.url)), isSource ? '../backup.ts' : 'backup.js')

/** `npm run backup` in a process of its own, with this program's configuration: HTTP is not held up. */
function startCommand(): ChildProcess {
  const child = fork(command, [], {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  })
  try {
    if (child.pid !== undefined) setPriority(child.pid, NICE)
  } catch {
    // A system that does not let us be modest still makes backups.
  }
  return child
}

const ended = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
  })

const diedOf = (how: string) => ({
  vi: `Tiến trình sao lưu kết thúc đột ngột (${how}); hãy xem nhật ký.`,
  en: `The process that makes the backup ended suddenly (${how}); read the log.`
})

const isNews = (before: BackupRecord, after: BackupRecord) =>
  before.good?.file !== after.good?.file || before.failed?.at !== after.failed?.at

/** What a schedule may be given instead by a test. */
export interface ScheduleParts {
  start?: () => ChildProcess
  lookEveryMs?: number
  startedAt?: number
}

/**
 * Makes a backup whenever one is due, each in a process of its own, for as long as the program runs. The folder remembers
 * what they came to; the log says it too. Answers what ends it: a backup that is under way is taken back.
 */
export function scheduleBackups(
  { dir, everyMs }: Config['backup'],
  log: Log,
  { start = startCommand, lookEveryMs = LOOK_EVERY_MS, startedAt = Date.now() }: ScheduleParts = {}
): () => Promise<void> {
  let running: { child: ChildProcess; done: Promise<void> } | undefined
  let isOver = false
  let restsUntil = 0

  const tell = async (before: BackupRecord, how: string) => {
    const after = await readRecord(dir)
    if (how === '0' && after.good) log.info(`Đã sao lưu: ${after.good.file} (${after.good.bytes} byte)`)
    if (how === '0' || isOver) return
    restsUntil = Date.now() + REST_MS
    const isSaid = isNews(before, after)
    // Whoever failed said why, or gave way to another one that is under way; whoever was killed could not.
    if (!isSaid && how !== REFUSED) await recordFailure(dir, diedOf(how))
    const reason = isSaid ? after.failed?.reason.vi : undefined
    log.error(`Tự động sao lưu không thành công: ${reason ?? diedOf(how).vi}`)
  }

  const look = async () => {
    if (running || isOver || Date.now() < restsUntil) return
    const record = await readRecord(dir)
    const due = dueAt(record, { everyMs, startedAt })
    if (due === null || Date.now() < due) return
    await makeFolder(dir)
    if (isOver) return
    const child = start()
    const done = ended(child)
      .then((how) => tell(record, how))
      .catch((error: unknown) => log.error(`Không ghi được kết quả sao lưu: ${String(error)}`))
      .finally(() => (running = undefined))
    running = { child, done }
  }

  // One look at a time: a slow one would start a second backup by what it read before the first.
  let isLooking = false
  const lookSafely = () => {
    if (isLooking) return
    isLooking = true
    void look()
      .catch((error: unknown) => log.error(`Chưa tự động sao lưu được: ${String(error)}`))
      .finally(() => (isLooking = false))
  }
  const timer = everyMs === null ? undefined : setInterval(lookSafely, lookEveryMs).unref()
  return async () => {
    isOver = true
    clearInterval(timer)
    if (!running) return
    const { child, done } = running
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), END_MS)
    await done
    clearTimeout(last)
  }
}
