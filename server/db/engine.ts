import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import { Unusable } from '../unusable.ts'
import { claimDataDir, DataDirInUse } from './data-dir-lock.ts'
import { answersOn, engineDir, findEngine, SOCKET_PORT } from './data-dir.ts'
import { DiskFull, hasNoRoom } from './disk-full.ts'
import { EngineKeeper } from './engine-keeper.ts'
import type { Log } from './pool.ts'
import { stateOf, type ProcessIdentity } from './process-identity.ts'

const ORPHAN_GRACE_MS = 15_000
/** An engine that is gone refuses at once; one that is busy answers whoever waits for his turn. */
const TURN_MS = 120_000

const isSource = import.meta.url.endsWith('.ts')
const engineFile = join(
  dirname(fileURLToPath(import.meta.url)),
  isSource ? 'engine-process.ts' : 'engine-process.js'
)

/** How pg reaches the embedded engine whose socket is in this folder, and waits for it while it is busy. */
export function engineConnection(socketDir: string): PoolConfig {
  return {
    host: socketDir,
    port: SOCKET_PORT,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: TURN_MS
  }
}

/** Whether this engine has the files open: as a process, or, where that cannot be told, by its socket. */
async function isAtWork(engine: ProcessIdentity, socketDir: string) {
  const state = stateOf(engine)
  return state === 'running' || (state === 'unknown' && (await answersOn(socketDir)))
}

/** Waits for the engine of an owner that was killed to close its files; ends it when it does not and is known to be it. */
async function awaitOrphan(dataDir: string, socketDir: string, log: Log) {
  const orphan = findEngine(dataDir)
  if (!orphan) return
  log.info(`Chờ động cơ dữ liệu cũ (tiến trình ${orphan.pid}) kết thúc …`)
  const until = Date.now() + ORPHAN_GRACE_MS
  while ((await isAtWork(orphan, socketDir)) && Date.now() < until) await sleep(100)
  if (!(await isAtWork(orphan, socketDir))) return
  // Its id alone may by now be somebody else's.
  if (stateOf(orphan) !== 'running') throw new DataDirInUse(dataDir, orphan)
  log.warn(`Động cơ dữ liệu cũ (tiến trình ${orphan.pid}) không tự kết thúc, buộc dừng`)
  process.kill(orphan.pid, 'SIGKILL')
  while (stateOf(orphan) === 'running') await sleep(50)
}

const notStarted = (dataDir: string, how: string) =>
  new Unusable({
    vi: `Động cơ dữ liệu dừng khi khởi động trên thư mục dữ liệu ${dataDir} (${how}). Hãy xem các dòng trên, kiểm tra bộ nhớ, đĩa và quyền ghi rồi chạy lại; nếu vẫn không được, hãy khôi phục thư mục từ bản sao lưu hoặc đặt DATA_DIR sang thư mục khác.`,
    en: `The data engine ended while starting on the data folder ${dataDir} (${how}). Read the lines above, check memory, disk and the right to write, then start again; if that does not help, restore the folder from a backup or set DATA_DIR to another folder.`
  })

function spawnEngine(dataDir: string, socketDir: string): Promise<ChildProcess> {
  const child = fork(engineFile, [dataDir, socketDir], {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(hasNoRoom(dataDir) ? new DiskFull(dataDir) : notStarted(dataDir, signal ?? String(code)))
    )
  })
}

/**
 * A folder that gets its first files must have room for the tables too: the engine was seen to hang without it. What was
 * made of it so far holds nothing and goes, so that the next start finds it empty.
 */
async function startWithRoom(dataDir: string, keeper: EngineKeeper) {
  const isNew = !existsSync(engineDir(dataDir))
  try {
    await keeper.start()
    if (isNew && hasNoRoom(dataDir)) throw new DiskFull(dataDir)
  } catch (error) {
    await keeper.close()
    if (isNew && error instanceof DiskFull) rmSync(engineDir(dataDir), { recursive: true, force: true })
    throw error
  }
}

/**
 * Owns the data folder and runs the embedded engine on it, in a process of its own. `onEnd` hears when there will be no
 * engine any more: it died too often, or the folder has got another owner. Throws `DataDirInUse` when a living process
 * owns the folder. The answer says how pg reaches it and ends it.
 */
export async function startEngine(
  dataDir: string,
  log: Log,
  onEnd: (reason: Unusable) => void = ({ message }) => log.error(message)
) {
  const onLost = (reason: Unusable) => void keeper.close().then(() => onEnd(reason))
  const { owner, release } = await claimDataDir(dataDir, onLost, log)
  const keeper = new EngineKeeper(() => spawnEngine(dataDir, owner.socketDir), onEnd, log)
  try {
    await awaitOrphan(dataDir, owner.socketDir, log)
    await startWithRoom(dataDir, keeper)
  } catch (error) {
    release()
    throw error
  }
  return {
    connection: engineConnection(owner.socketDir),
    async close() {
      await keeper.close()
      release()
    }
  }
}
