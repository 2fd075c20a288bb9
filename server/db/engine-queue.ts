import type { PGlite } from '@electric-sql/pglite'
import { EngineAnswer } from './engine-answer.ts'

const SYNC = new Uint8Array([0x53, 0, 0, 0, 4])
const TERMINATE = 0x58
/** ReadyForQuery with status I: nothing of this connection is open any more. */
const READY_IDLE = [0x5a, 0, 0, 0, 5, 0x49]

interface Job {
  connection: number
  message: Uint8Array
  onData: (data: Uint8Array) => void
  resolve: (bytes: number) => void
  reject: (error: Error) => void
}

const endsIdle = (data: Uint8Array) =>
  READY_IDLE.every((byte, index) => data[data.length - 6 + index] === byte)

/**
 * Who may speak to the one session, in place of pglite-socket's own queue. That one gives the session to another
 * connection between Parse and Bind when a message arrives in two pieces, so that large parameters meet somebody
 * else's statement, and it stops for good when the engine throws. Here a connection keeps the session from its first
 * message until the engine reports that it is idle again.
 */
export class EngineQueue {
  #jobs: Job[] = []
  #owner: number | undefined
  #running = false
  #answer = new EngineAnswer()
  readonly #db: PGlite
  readonly #onFault: () => void

  /** `onFault`: the engine lost a statement (see EngineAnswer); what it answered is not passed on. */
  constructor(db: PGlite, onFault: () => void) {
    this.#db = db
    this.#onFault = onFault
  }

  /** Runs one protocol message in this connection's turn; resolves to the bytes answered. */
  enqueue(connection: number, message: Uint8Array, onData: Job['onData']): Promise<number> {
    // The session outlives its connections: a goodbye is not passed on.
    if (message[0] === TERMINATE) return Promise.resolve(0)
    return new Promise((resolve, reject) => {
      this.#jobs.push({ connection, message, onData, resolve, reject })
      void this.#run()
    })
  }

  /** Jobs waiting for their turn. */
  getQueueLength() {
    return this.#jobs.length
  }

  /** Forgets what a closed connection still wanted. */
  clearQueueForHandler(connection: number) {
    const gone = this.#jobs.filter((job) => job.connection === connection)
    this.#jobs = this.#jobs.filter((job) => job.connection !== connection)
    for (const job of gone) job.reject(new Error('Handler disconnected'))
  }

  /** Rolls back what a closed connection left open and lets the next one speak. */
  async clearTransactionIfNeeded(connection: number) {
    if (this.#owner !== connection) return
    await this.#db.runExclusive(() => this.#db.execProtocolRawStream(SYNC, { onRawData: () => undefined }))
    if (this.#db.isInTransaction()) await this.#db.exec('rollback')
    this.#owner = undefined
    void this.#run()
  }

  #next() {
    const index =
      this.#owner === undefined ? 0 : this.#jobs.findIndex(({ connection }) => connection === this.#owner)
    return index < 0 ? undefined : this.#jobs.splice(index, 1)[0]
  }

  async #run() {
    if (this.#running) return
    this.#running = true
    for (let job = this.#next(); job; job = this.#next()) await this.#execute(job)
    this.#running = false
  }

  async #execute({ connection, message, onData, resolve, reject }: Job) {
    if (this.#owner !== connection) this.#answer = new EngineAnswer()
    this.#owner = connection
    let bytes = 0
    let tail = new Uint8Array()
    const onRawData = (data: Uint8Array) => {
      bytes += data.length
      tail = Uint8Array.from([...tail, ...data.subarray(-6)]).slice(-6)
      if (this.#answer.takes(data)) onData(data)
      else this.#onFault()
    }
    try {
      await this.#db.runExclusive(() => this.#db.execProtocolRawStream(message, { onRawData }))
      if (endsIdle(tail)) this.#owner = undefined
      resolve(bytes)
    } catch (error) {
      this.#owner = undefined
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
