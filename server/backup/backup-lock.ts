import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../db/pool.ts'
import { AlreadyRunning } from './problems.ts'

// Who makes a backup into a folder, known to all programs that share the folder: a file that its holder touches.

const LOCK = 'backup.lock'
/** How often it is touched, and how long one that lies still holds. */
const BEAT_MS = 10_000
const STILL_MS = 120_000

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

async function unless<T>(code: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === code) return undefined
    throw error
  }
}

/** False: somebody else has it. */
const claim = async (path: string, mark: string) =>
  (await unless(
    'EEXIST',
    writeFile(path, mark, { flag: 'wx', mode: 0o600 }).then(() => true)
  )) ?? false

const holderOf = (path: string) => unless('ENOENT', readFile(path, 'utf8'))

async function isStill(path: string) {
  const found = await unless('ENOENT', stat(path))
  return found !== undefined && Date.now() - found.mtimeMs > STILL_MS
}

/** Takes away the lock of somebody who was killed. Of several that try, each moves a file of its own: none removes a new lock. */
async function removeStill(path: string) {
  if (!(await isStill(path))) return
  const aside = `${path}.${randomUUID()}`
  const moved = await unless(
    'ENOENT',
    rename(path, aside).then(() => true)
  )
  if (!moved) return
  // Another was quicker, and this is its new lock.
  if (!(await isStill(aside))) await unless('EEXIST', link(aside, path))
  await rm(aside, { force: true })
}

/** Does `work` if the lock is still ours: one that was removed by hand, or taken over meanwhile, is nobody's loss. */
async function whileOurs(path: string, mark: string, work: () => Promise<void>) {
  if ((await holderOf(path)) === mark) await unless('ENOENT', work())
}

/**
 * Does `work` while nobody else makes a backup into this folder. Throws `Unusable` where somebody does. A lock that cannot
 * be kept is told to the log: the backup itself is none the worse.
 */
export async function alone<T>(
  folder: string,
  log: Pick<Log, 'warn'>,
  work: () => Promise<T>,
  beatMs = BEAT_MS
): Promise<T> {
  const path = join(folder, LOCK)
  const mark = `${process.pid} ${randomUUID()}`
  if (!(await claim(path, mark))) {
    await removeStill(path)
    if (!(await claim(path, mark))) throw new AlreadyRunning(folder)
  }
  const tell = (error: unknown) => log.warn(`Không giữ được khóa sao lưu ${path}: ${String(error)}`)
  const touch = () => utimes(path, new Date(), new Date())
  const timer = setInterval(() => void whileOurs(path, mark, touch).catch(tell), beatMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await whileOurs(path, mark, () => rm(path)).catch(tell)
  }
}
