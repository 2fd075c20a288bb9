import { createHash } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'

/** How old what was read may be: with the time of the query, an answer lags a commit by less than 2 s. */
const FRESH_MS = 1_000

/** The state of all collections at one moment. */
export class VersionSnapshot {
  private readonly versions: ReadonlyMap<string, string>
  private readonly stamps = new Map<string, string>()

  constructor(versions: ReadonlyMap<string, string>) {
    this.versions = versions
  }

  /** A short text that changes whenever one of these collections does, on any database. */
  stamp(ids: readonly string[]): string {
    const key = ids.join(',')
    const known = this.stamps.get(key)
    if (known) return known
    const text = ids.map((id) => `${id}=${this.versions.get(id) ?? '0'}`).join(';')
    const stamp = createHash('sha256').update(text).digest('base64url').slice(0, 16)
    this.stamps.set(key, stamp)
    return stamp
  }
}

/** The versions of collections, asked of the database at most once a second for all requests of this process. */
export class CollectionVersions {
  private readonly db: Queryable
  private readonly warn: (error: unknown) => void
  private asked = Number.NEGATIVE_INFINITY
  private answer: Promise<VersionSnapshot | undefined> | undefined
  private latest: { snapshot: VersionSnapshot; asked: number } | undefined

  constructor(db: Queryable, warn: (error: unknown) => void) {
    this.db = db
    this.warn = warn
  }

  /** What is known without asking; undefined when it is too old. */
  get fresh(): VersionSnapshot | undefined {
    const { latest } = this
    return latest && performance.now() - latest.asked < FRESH_MS ? latest.snapshot : undefined
  }

  /** The versions, not older than a second; undefined (and logged) while they cannot be read: cache nothing then. */
  read(): Promise<VersionSnapshot | undefined> {
    const now = performance.now()
    if (!this.answer || now - this.asked >= FRESH_MS) {
      this.asked = now
      this.answer = this.ask(now)
    }
    return this.answer
  }

  private async ask(asked: number) {
    try {
      const { rows } = await this.db.query<{ collection: string; version: string }>(
        `select collection, version || '@' || extract(epoch from changed_at) as version from collection_version`
      )
      const versions = new Map(rows.map(({ collection, version }) => [collection, version]))
      this.latest = { snapshot: new VersionSnapshot(versions), asked }
      return this.latest.snapshot
    } catch (error) {
      this.latest = undefined
      this.answer = undefined
      this.warn(error)
      return undefined
    }
  }
}
