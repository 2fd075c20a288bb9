import type { Queryable } from '../db/pool.ts'

const POLL_MS = 2_000
/** Transactions that take longer than that to commit are told of when something else changes. */
const WINDOW = `interval '60 seconds'`

// What changed of late, so that a change that commits after a later one is noticed too.
const LATE = `
  select id, extract(epoch from updated_at)::text as at from report
   where updated_at > clock_timestamp() - ${WINDOW}
   order by updated_at desc
   limit 500`
const LATEST = `select max(updated_at) as at from report`

type Listener = (at: string) => void

/** Watches the reports for all who listen in this process: one question each two seconds while somebody does. */
export class ChangeWatch {
  private readonly db: Queryable
  private readonly warn: (error: unknown) => void
  private readonly before: () => Promise<void>
  private readonly listeners = new Set<Listener>()
  private seen = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private asking = false

  /** `before`: what is done each time before anybody is told anything. */
  constructor(db: Queryable, warn: (error: unknown) => void, before: () => Promise<void>) {
    this.db = db
    this.warn = warn
    this.before = before
  }

  /** Tells the moment of the latest change at once, then after each change. Answers what ends it. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    this.timer ??= setInterval(() => this.ask(), POLL_MS).unref()
    this.latest().then(
      (at) => this.listeners.has(listener) && listener(at),
      (error: unknown) => this.warn(error)
    )
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.stop()
    }
  }

  private stop() {
    clearInterval(this.timer)
    this.timer = undefined
  }

  private async latest() {
    const { rows } = await this.db.query<{ at: Date | null }>(LATEST)
    return rows[0]?.at?.toISOString() ?? ''
  }

  private ask() {
    if (this.asking) return
    this.asking = true
    this.look()
      .catch((error: unknown) => this.warn(error))
      .finally(() => (this.asking = false))
  }

  private async look() {
    await this.before()
    const { rows } = await this.db.query<{ id: string; at: string }>(LATE)
    const keys = rows.map(({ id, at }) => `${id} ${at}`)
    const isNews = keys.some((key) => !this.seen.has(key))
    this.seen = new Set(keys)
    if (!isNews) return
    const at = await this.latest()
    for (const listener of this.listeners) listener(at)
  }
}
