import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unusable } from '../unusable.ts'
import { DiskFull } from './disk-full.ts'
import type { Log } from './pool.ts'

const CLOSE_GRACE_MS = 15_000
const REST_MS = 500
const RESTARTS = 5
const RESTART_WINDOW_MS = 300_000

const GIVEN_UP = new Unusable({
  vi: 'Động cơ dữ liệu dừng quá nhiều lần nên chương trình kết thúc. Hãy xem nhật ký, kiểm tra bộ nhớ và đĩa, rồi chạy lại.',
  en: 'The data engine stopped too often, so the program ends. Read the log, check memory and disk, then start it again.'
})

async function closeEngine(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.connected) child.send('close')
  const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_GRACE_MS)
  await gone
  clearTimeout(timer)
}

/**
 * Starts the engine again each time it dies, at most five times in five minutes; then says that it gives up. At once where
 * it cannot start because the disk is full.
 */
export class EngineKeeper {
  #child: ChildProcess | undefined
  #deaths: number[] = []
  #closing = false
  readonly #start: () => Promise<ChildProcess>
  readonly #log: Log
  readonly #onGiveUp: (reason: Unusable) => void

  constructor(start: () => Promise<ChildProcess>, onGiveUp: (reason: Unusable) => void, log: Log) {
    this.#start = start
    this.#onGiveUp = onGiveUp
    this.#log = log
  }

  /** Resolves when the engine answers; throws when it does not start this first time. */
  async start() {
    const child = await this.#start()
    this.#child = child
    if (this.#closing) return closeEngine(child)
    child.once('exit', () => void this.#died())
  }

  /** Ends the engine for good; kills it when it does not end by itself. */
  async close() {
    this.#closing = true
    if (this.#child) await closeEngine(this.#child)
  }

  async #died(): Promise<void> {
    if (this.#closing) return
    const now = Date.now()
    this.#deaths = [...this.#deaths.filter((time) => time > now - RESTART_WINDOW_MS), now]
    if (this.#deaths.length > RESTARTS) return this.#onGiveUp(GIVEN_UP)
    this.#log.error('Động cơ dữ liệu dừng đột ngột, đang khởi động lại')
    await sleep(REST_MS)
    if (this.#closing) return
    await this.start().catch((error: unknown) => {
      if (error instanceof DiskFull) return this.#onGiveUp(error)
      this.#log.error(error instanceof Error ? error.message : String(error))
      return this.#died()
    })
  }
}
