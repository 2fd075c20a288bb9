import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { FollowedRecord, ReportRecord } from './records.ts'

interface Schema extends DBSchema {
  reports: { key: string; value: ReportRecord }
  /** What is still to be sent, by the hash of its bytes: a file's name says nothing. */
  files: { key: string; value: { sha256: string; mime: string; bytes: ArrayBuffer } }
  followed: { key: string; value: FollowedRecord }
  /** What the form needs without a network: categories, communes, villages. */
  kept: { key: string; value: unknown }
}

/** The phone has no room for what was to be kept; what was kept before is still there. */
export class StorageFull extends Error {
  constructor(options?: ErrorOptions) {
    super('the storage of this device is full', options)
    this.name = 'StorageFull'
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

async function orFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw isFull(error) ? new StorageFull({ cause: error }) : error
  }
}

const byTime = (a: ReportRecord, b: ReportRecord) =>
  a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)

/** Everything that the report app keeps on this phone. Each method is one transaction; all throw StorageFull. */
export class ReportStore {
  readonly #db: IDBPDatabase<Schema>

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db
  }

  static async open(name = 'dia-ban-reports'): Promise<ReportStore> {
    const db = await openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('reports', { keyPath: 'id' })
        database.createObjectStore('files', { keyPath: 'sha256' })
        database.createObjectStore('followed', { keyPath: 'number' })
        database.createObjectStore('kept')
      }
    })
    return new ReportStore(db)
  }

  /** Oldest first. */
  async reports(): Promise<ReportRecord[]> {
    return (await this.#db.getAll('reports')).sort(byTime)
  }

  report(id: string): Promise<ReportRecord | undefined> {
    return this.#db.get('reports', id)
  }

  async put(record: ReportRecord) {
    await orFull(this.#db.put('reports', record))
  }

  /**
   * Changes a report as it is now, so that form and sender never undo one another's work; null when it is gone. A file
   * given with it is kept in the same step: there is never a record without its bytes.
   */
  async change(
    id: string,
    change: (record: ReportRecord) => ReportRecord,
    file?: { sha256: string; mime: string; bytes: ArrayBuffer }
  ): Promise<ReportRecord | null> {
    return orFull(
      (async () => {
        const tx = this.#db.transaction(['reports', 'files'], 'readwrite', { durability: 'strict' })
        const record = await tx.objectStore('reports').get(id)
        const next = record ? change(record) : null
        // Awaited together with the transaction: one that fails rejects both.
        const writes = next
          ? [tx.objectStore('reports').put(next), ...(file ? [tx.objectStore('files').put(file)] : [])]
          : []
        await Promise.all([...writes, tx.done])
        return next
      })()
    )
  }

  /** Forgets a report with the files that no other needs. */
  async discard(id: string) {
    await this.#db.delete('reports', id)
    await this.sweepFiles()
  }

  async file(sha256: string): Promise<Blob | null> {
    const kept = await this.#db.get('files', sha256)
    return kept ? new Blob([kept.bytes], { type: kept.mime }) : null
  }

  /** Deletes the bytes that have reached the server for every report which has them, or that none has any more. */
  async sweepFiles() {
    const tx = this.#db.transaction(['reports', 'files'], 'readwrite')
    const reports = await tx.objectStore('reports').getAll()
    const needed = new Set(
      reports.flatMap(({ state, files }) =>
        files.filter(({ received }) => state !== 'received' || !received).map(({ sha256 }) => sha256)
      )
    )
    const keys = await tx.objectStore('files').getAllKeys()
    const gone = keys.filter((key) => !needed.has(key))
    await Promise.all([...gone.map((key) => tx.objectStore('files').delete(key)), tx.done])
  }

  followed(): Promise<FollowedRecord[]> {
    return this.#db.getAll('followed')
  }

  async follow(record: FollowedRecord) {
    await orFull(this.#db.put('followed', record))
  }

  async unfollow(number: string) {
    await this.#db.delete('followed', number)
  }

  kept(key: string): Promise<unknown> {
    return this.#db.get('kept', key)
  }

  async keep(key: string, value: unknown) {
    await orFull(this.#db.put('kept', value, key))
  }

  close() {
    this.#db.close()
  }
}
