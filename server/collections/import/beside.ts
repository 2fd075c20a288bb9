import type { Pool, PoolClient } from 'pg'
import type { BesideTask } from '../derivation.ts'

/** From so many rows on, other connections help; fewer are done before these have begun. */
const HELP_FROM = 5000
const HELPERS = 2

// Whoever waits so long for a lock may be waiting for the publication itself, which the database cannot see. Sorts in memory.
const LIMITS = `select set_config('lock_timeout', '5s', true), set_config('work_mem', '32MB', true)`

/** Publications take turns anyway: those of one process that come together must not keep each other's connections. */
const helped = new WeakSet<Pool>()

async function sessionOf(client: PoolClient): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid
}

/** Connections that are sessions of their own: not those of the embedded engine, which share one. */
async function connect(db: Pool): Promise<PoolClient[]> {
  const asked = await Promise.allSettled(Array.from({ length: HELPERS + 1 }, () => db.connect()))
  const clients = asked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const sessions = await Promise.allSettled(clients.map(sessionOf))
  const pids = new Set(
    sessions.map((session) => (session.status === 'fulfilled' ? session.value : undefined))
  )
  // One more than are needed was asked for, which the publication takes for itself.
  const isApart = pids.size === HELPERS + 1 && !pids.has(undefined)
  const helpers = isApart ? clients.slice(1) : []
  for (const client of clients) if (!helpers.includes(client)) client.release()
  return helpers
}

/**
 * Other connections that work beside a publication, each in a transaction of its own. What they cannot do (no connection
 * is free, one breaks, a lock is taken) the publication does itself. End it with `release`, however the publication goes.
 */
export class Beside {
  readonly #db: Pool
  readonly #clients: PoolClient[]
  #work: Promise<PromiseSettledResult<void>[]> = Promise.resolve([])
  #begun = 0

  private constructor(db: Pool, clients: PoolClient[]) {
    this.#db = db
    this.#clients = clients
  }

  /** For a publication of so many rows; to be called before it begins. */
  static async open(db: Pool, rows: number) {
    if (rows < HELP_FROM || helped.has(db)) return new Beside(db, [])
    helped.add(db)
    const beside = new Beside(db, await connect(db))
    if (!beside.isOpen) helped.delete(db)
    return beside
  }

  get isOpen() {
    return this.#clients.length > 0
  }

  /** Begins the tasks, shared out among the connections. */
  begin(tasks: readonly BesideTask[]) {
    this.#begun = tasks.length
    const shares = this.#clients.map((client, index) => ({
      client,
      share: tasks.filter((_, number) => number % this.#clients.length === index)
    }))
    this.#work = Promise.allSettled(shares.map(({ client, share }) => run(client, share)))
  }

  /** Waits for the tasks: whether all are done. If not, what was done is taken back. */
  async done(): Promise<boolean> {
    const results = await this.#work
    const isDone = this.#begun > 0 && results.every(({ status }) => status === 'fulfilled')
    if (!isDone) await this.release()
    return isDone
  }

  /** Keeps what was done. To be called when nothing is left of the publication but its own commit. */
  async commit() {
    for (const client of this.#clients) await client.query('commit')
  }

  /** Gives the connections back; what is not committed is taken back. */
  async release() {
    await this.#work
    if (!this.isOpen) return
    await Promise.all(this.#clients.splice(0).map(giveBack))
    helped.delete(this.#db)
  }
}

async function run(client: PoolClient, tasks: readonly BesideTask[]) {
  await client.query('begin')
  await client.query(LIMITS)
  for (const task of tasks) await task(client)
}

async function giveBack(client: PoolClient) {
  // Outside a transaction this changes nothing. A connection that cannot even roll back is thrown away.
  const broken = await client.query('rollback').then(
    () => undefined,
    (error: Error) => error
  )
  client.release(broken)
}
