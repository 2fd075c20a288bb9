import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { Unusable } from '../unusable.ts'
import { ProcessIdentity, isRunning, ownIdentity } from './process-identity.ts'

/** The port in the socket's name; it names a file, nothing listens on a port. */
export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`
/** Linux allows 108 bytes for a socket's path with its final zero, macOS 104. */
const LONGEST_SOCKET_PATH = 103

const Owner = ProcessIdentity.extend({ socketDir: z.string() })
/** Who owns a data folder, and the folder of the socket where its engine answers. */
export type Owner = z.infer<typeof Owner>

/** The data folder is in use by another process. */
export class DataDirInUse extends Unusable {
  readonly owner: Owner

  constructor(dataDir: string, owner: Owner) {
    super(
      `Thư mục dữ liệu ${dataDir} đang do tiến trình ${owner.pid} sử dụng. ` +
        `Hãy dừng tiến trình đó, hoặc đặt DATA_DIR sang thư mục khác.`
    )
    this.owner = owner
  }
}

const lockPath = (dataDir: string) => join(dataDir, 'owner.lock')

function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    // A lock cut short by a full disk names nobody: it is stale.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** The living owner of a data folder, or undefined. */
export function findOwner(dataDir: string): Owner | undefined {
  const owner = readJson(lockPath(dataDir), Owner)
  return owner && isRunning(owner) ? owner : undefined
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

/** Puts a dead owner's lock aside; a living one that slipped in between is put back. */
function removeStale(dataDir: string) {
  const aside = `${lockPath(dataDir)}.stale-${process.pid}`
  try {
    renameSync(lockPath(dataDir), aside)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  const moved = readJson(aside, Owner)
  if (moved && isRunning(moved)) tryLink(aside, lockPath(dataDir))
  rmSync(aside, { force: true })
}

function chooseSocketDir(dataDir: string) {
  const inside = join(dataDir, 'socket')
  if (Buffer.byteLength(join(inside, SOCKET_NAME)) > LONGEST_SOCKET_PATH)
    return mkdtempSync(join(tmpdir(), 'diaban-'))
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  chmodSync(inside, 0o700)
  return inside
}

/** The folder's first two files; a folder that cannot be made or written is said to be so. */
function draftLock(dataDir: string, draft: string): Owner {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const owner: Owner = { ...ownIdentity(), socketDir: chooseSocketDir(dataDir) }
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
    return owner
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Unusable(
      `Không ghi được vào thư mục dữ liệu ${dataDir} (${reason}). ` +
        `Hãy cấp quyền ghi, giải phóng chỗ trống, hoặc đặt DATA_DIR sang thư mục khác.`,
      { cause }
    )
  }
}

/**
 * Makes this process the one owner of a data folder, atomically. A dead owner's lock is taken over.
 * Throws `DataDirInUse` when a living process owns it, `Unusable` when the folder cannot be written.
 */
export function claimDataDir(dataDir: string): { owner: Owner; release: () => void } {
  const draft = `${lockPath(dataDir)}.${process.pid}`
  const owner = draftLock(dataDir, draft)
  try {
    if (!tryLink(draft, lockPath(dataDir))) {
      const current = findOwner(dataDir)
      if (current) throw new DataDirInUse(dataDir, current)
      removeStale(dataDir)
      if (!tryLink(draft, lockPath(dataDir))) throw new DataDirInUse(dataDir, findOwner(dataDir) ?? owner)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return { owner, release: () => release(dataDir, owner) }
}

function release(dataDir: string, owner: Owner) {
  const current = readJson(lockPath(dataDir), Owner)
  if (current?.pid === owner.pid && current.startedAt === owner.startedAt)
    rmSync(lockPath(dataDir), { force: true })
  if (!owner.socketDir.startsWith(dataDir)) rmSync(owner.socketDir, { recursive: true, force: true })
}

/** The socket's path in its folder. */
export const socketPath = (socketDir: string) => join(socketDir, SOCKET_NAME)

/** The engine's own files. */
export const engineDir = (dataDir: string) => join(dataDir, 'engine')

const enginePath = (dataDir: string) => join(dataDir, 'engine.pid')

/** Told by the engine's process about itself before it opens the files. */
export function recordEngine(dataDir: string) {
  const path = enginePath(dataDir)
  writeFileSync(`${path}.new`, JSON.stringify(ownIdentity()), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** The engine process that still has the files open, left by an owner that was killed; or undefined. */
export function findEngine(dataDir: string): ProcessIdentity | undefined {
  const engine = readJson(enginePath(dataDir), ProcessIdentity)
  return engine && isRunning(engine) ? engine : undefined
}
