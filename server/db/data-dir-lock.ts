import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Unusable } from '../unusable.ts'
import { makeSocketDir, readRecord } from './data-dir.ts'
import type { Log } from './pool.ts'
import { ProcessIdentity, ownIdentity, stateOf } from './process-identity.ts'

/** How often an owner touches its lock, and how long a lock must lie still before a stranger's owner counts as gone. */
const BEAT_MS = 2_000
const STILL_MS = 10_000
/** Within this time whoever judged the same dead lock has put back what it moved. */
const SETTLE_MS = 200

const Owner = ProcessIdentity.extend({ id: z.string().default(''), socketDir: z.string() })
/** Who owns a data folder, and the folder of the socket where its engine answers. */
export type Owner = z.infer<typeof Owner>

/** The data folder is in use by another process, of this machine or container or of another one. */
export class DataDirInUse extends Unusable {
  constructor(dataDir: string, user: ProcessIdentity) {
    const isStranger = stateOf(user) === 'unknown'
    const [whoVi, whoEn] = isStranger
      ? [' của máy hoặc container khác', ' of another machine or container']
      : ['', '']
    super({
      vi:
        `Thư mục dữ liệu ${dataDir} đang do tiến trình ${user.pid}${whoVi} sử dụng. ` +
        `Hãy dừng tiến trình đó, hoặc đặt DATA_DIR sang thư mục khác.`,
      en:
        `The data folder ${dataDir} is in use by process ${user.pid}${whoEn}. ` +
        `Stop that process, or set DATA_DIR to another folder.`
    })
  }
}

const lockPath = (dataDir: string) => join(dataDir, 'owner.lock')
const readOwner = (dataDir: string) => readRecord(lockPath(dataDir), Owner)

/** Undefined where the file is not there. */
function ifThere<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
const readLock = (path: string) => ifThere(() => readFileSync(path, 'utf8'))

/** Whether the lock is touched while we look: its owner lives where this process cannot see it. */
async function beats(dataDir: string) {
  const touched = () => ifThere(() => statSync(lockPath(dataDir)).mtimeMs)
  const before = touched()
  for (const until = Date.now() + STILL_MS; Date.now() < until;) {
    await sleep(BEAT_MS / 10)
    if (touched() !== before) return touched() !== undefined
  }
  return false
}

/** The living owner of a data folder, or undefined. Takes ten seconds where only its lock can tell. */
export async function findOwner(dataDir: string): Promise<Owner | undefined> {
  const owner = readOwner(dataDir)
  const state = owner ? stateOf(owner) : 'gone'
  if (state === 'gone') return undefined
  return state === 'running' || (await beats(dataDir)) ? owner : undefined
}

function tryLink(from: string, to: string) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Writes the lock whole or not at all; false: there is one. */
function writeLock(dataDir: string, owner: Owner) {
  const draft = `${lockPath(dataDir)}.${owner.id}`
  try {
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
    return tryLink(draft, lockPath(dataDir))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes the lock that was judged dead, no other one: what slipped in between is put back. */
function removeStale(dataDir: string, stale: string | undefined) {
  if (readLock(lockPath(dataDir)) !== stale) return
  const aside = `${lockPath(dataDir)}.stale-${randomUUID()}`
  ifThere(() => renameSync(lockPath(dataDir), aside))
  // Where a third one was quicker, the owner that was moved finds out: `settle`, or its next beat.
  if (readLock(aside) !== stale) ifThere(() => tryLink(aside, lockPath(dataDir)))
  rmSync(aside, { force: true })
}

async function takeOver(dataDir: string, owner: Owner) {
  const stale = readLock(lockPath(dataDir))
  const current = await findOwner(dataDir)
  if (current) throw new DataDirInUse(dataDir, current)
  removeStale(dataDir, stale)
  const isWritten = writeLock(dataDir, owner)
  if (isWritten) await sleep(SETTLE_MS)
  const winner = readOwner(dataDir)
  if (!isWritten || winner?.id !== owner.id) throw new DataDirInUse(dataDir, winner ?? owner)
}

/** The folder's first files; a folder that cannot be made or written is said to be so. */
function writeFirst(dataDir: string): { owner: Owner; isWritten: boolean } {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const owner = { ...ownIdentity(), id: randomUUID(), socketDir: makeSocketDir(dataDir) }
    return { owner, isWritten: writeLock(dataDir, owner) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const sentence = {
      vi:
        `Không ghi được vào thư mục dữ liệu ${dataDir} (${reason}). ` +
        `Hãy cấp quyền ghi, giải phóng chỗ trống, hoặc đặt DATA_DIR sang thư mục khác.`,
      en:
        `The data folder ${dataDir} cannot be written (${reason}). ` +
        `Grant the right to write, free some space, or set DATA_DIR to another folder.`
    }
    throw new Unusable(sentence, { cause })
  }
}

/** Touches the lock as long as it names this owner; writes it again when somebody removed it. */
function beat(dataDir: string, owner: Owner, onLost: (winner: Owner) => void, log: Pick<Log, 'warn'>) {
  try {
    const current = readOwner(dataDir)
    if (!current) writeLock(dataDir, owner)
    else if (current.id !== owner.id) onLost(current)
    else utimesSync(lockPath(dataDir), new Date(), new Date())
  } catch (error) {
    log.warn(`Không cập nhật được khóa của thư mục dữ liệu: ${String(error)}`)
  }
}

function release(dataDir: string, owner: Owner) {
  if (readOwner(dataDir)?.id === owner.id) rmSync(lockPath(dataDir), { force: true })
  if (!owner.socketDir.startsWith(dataDir)) rmSync(owner.socketDir, { recursive: true, force: true })
}

/**
 * Makes this process the one owner of a data folder. A dead owner's lock is taken over. `onLost` hears when another one
 * has become the owner all the same. Throws `DataDirInUse` when a living process owns it, of whatever container, and
 * `Unusable` when the folder cannot be written.
 */
export async function claimDataDir(
  dataDir: string,
  onLost: (error: DataDirInUse) => void,
  log: Pick<Log, 'warn'>
): Promise<{ owner: Owner; release: () => void }> {
  const { owner, isWritten } = writeFirst(dataDir)
  if (!isWritten) await takeOver(dataDir, owner)
  const lost = (winner: Owner) => {
    clearInterval(timer)
    onLost(new DataDirInUse(dataDir, winner))
  }
  const timer = setInterval(() => beat(dataDir, owner, lost, log), BEAT_MS).unref()
  return {
    owner,
    release: () => {
      clearInterval(timer)
      release(dataDir, owner)
    }
  }
}
