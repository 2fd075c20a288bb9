import { fork, type ChildProcess } from 'node:child_process'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PoolConfig } from 'pg'
import { claimDataDir, findEngine, SOCKET_PORT } from './data-dir.ts'
import type { Log } from './pool.ts'
import { isRunning } from './process-identity.ts'

const ORPHAN_GRACE_MS = 15_000
const CLOSE_GRACE_MS = 15_000
const RESTARTS = 5
const RESTART_WINDOW_MS = 300_000

const isSource = import.meta.url.endsWith('.ts')
const engineFile = join(
  dirname(fileURLToPath(import.meta.url)),
  isSource ? 'engine-process.ts' : 'engine-process.js'
)

/** How pg reaches the embedded engine whose socket is in this folder. */
export function engineConnection(socketDir: string): PoolConfig {
  return { host: socketDir, port: SOCKET_PORT, user: 'postgres', database: 'postgres' }
}

/** Waits for the engine of an owner that was killed to close its files; ends it when it does not. */
async function awaitOrphan(dataDir: string, log: Log) {
  const orphan = findEngine(dataDir)
  if (!orphan) return
  log.info(`Chờ động cơ dữ liệu cũ (tiến trình ${orphan.pid}) kết thúc …`)
  for (const until = Date.now() + ORPHAN_GRACE_MS; isRunning(orphan) && Date.now() < until;) await sleep(100)
  if (!isRunning(orphan)) return
  log.warn(`Động cơ dữ liệu cũ (tiến trình ${orphan.pid}) không tự kết thúc, buộc dừng`)
  process.kill(orphan.pid, 'SIGKILL')
  while (isRunning(orphan)) await sleep(50)
}

function spawnEngine(dataDir: string, socketDir: string): Promise<ChildProcess> {
  const child = fork(engineFile, [dataDir, socketDir], {
    execArgv: isSource ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new Error(`Động cơ dữ liệu dừng khi khởi động (${signal ?? `mã ${code}`})`))
    )
  })
}

async function closeEngine(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.connected) child.send('close')
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_GRACE_MS)
  await gone
  clearTimeout(timer)
}

/** Starts the engine again each time it dies, at most five times in five minutes. */
class Keeper {
  #child: ChildProcess | undefined
  #deaths: number[] = []
  #closing = false
  readonly #start: () => Promise<ChildProcess>
  readonly #log: Log

  constructor(start: () => Promise<ChildProcess>, log: Log) {
    this.#start = start
    this.#log = log
  }

  async start() {
    const child = await this.#start()
    this.#child = child
    if (this.#closing) return closeEngine(child)
    child.once('exit', () => void this.#died())
  }

  async close() {
    this.#closing = true
    if (this.#child) await closeEngine(this.#child)
  }

  async #died(): Promise<void> {
    if (this.#closing) return
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((time) => time > now - RESTART_WINDOW_MS), now]
    if (this.#deaths.length > RESTARTS) {
      this.#log.error('Động cơ dữ liệu dừng quá nhiều lần, không khởi động lại nữa')
      return
    }
    this.#log.error('Động cơ dữ liệu dừng đột ngột, đang khởi động lại')
    await sleep(500)
    if (this.#closing) return
    await this.start().catch((error: unknown) => {
      this.#log.error(String(error))
      return this.#died()
    })
  }
}

/**
 * Owns the data folder and runs the embedded engine on it, in a process of its own. Throws `DataDirInUse` when a
 * living process owns the folder. The answer says how pg reaches it and ends it.
 */
export async function startEngine(dataDir: string, log: Log) {
  const { owner, release } = claimDataDir(dataDir)
  const keeper = new Keeper(() => spawnEngine(dataDir, owner.socketDir), log)
  try {
    await awaitOrphan(dataDir, log)
    await keeper.start()
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
