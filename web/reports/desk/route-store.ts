import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ReportActionBody } from '../../../server/reports/action-contract.ts'
import type { StaffReport } from '../../../server/reports/staff-contract.ts'

/** A point of the route as it was taken along: enough to find the place and answer, without anybody's contact. */
export interface RoutePoint {
  id: string
  /** Its place on the walk, from 0. */
  position: number
  report: StaffReport
  /** A small picture, so that the place is known again; null: none. */
  picture: Blob | null
}

/** A picture that goes with an answer. */
export interface AnswerPhoto {
  sha256: string
  mime: string
  bytes: ArrayBuffer
  thumbnail: string
  /** The server has it. */
  sent: boolean
}

/** What was recorded on the way. One for each report: recording again replaces what has not gone. */
export interface RouteAnswer {
  reportId: string
  /** Of the report as it was seen: an answer to an older one is never sent over a newer. */
  version: number
  body: ReportActionBody
  photos: AnswerPhoto[]
  recordedAt: string
  state: 'waiting' | 'refused' | 'outdated'
  /** Why the server refuses it, in the officer's language. */
  problem: string | null
  /** The report as somebody else left it meanwhile (`outdated`); null: nobody did. */
  latest: StaffReport | null
}

interface Schema extends DBSchema {
  points: { key: string; value: RoutePoint }
  answers: { key: string; value: RouteAnswer }
  /** `account`: whose route this is; `takenAt`. */
  facts: { key: string; value: string | number }
}

/** This moment, RFC 3339. */
export const stamp = () => new Date().toISOString()

/** The route on this device. Each method is one transaction. Throws QuotaExceededError (a DOMException) when it is full. */
export class RouteStore {
  readonly #db: IDBPDatabase<Schema>

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db
  }

  /** Opens what is kept for this account; what is another's is forgotten, so that nobody reads it here. */
  static async open(accountId: number, name = 'dia-ban-route'): Promise<RouteStore> {
    const db = await openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('points', { keyPath: 'id' })
        database.createObjectStore('answers', { keyPath: 'reportId' })
        database.createObjectStore('facts')
      }
    })
    const store = new RouteStore(db)
    const owner = await db.get('facts', 'account')
    if (owner !== undefined && owner !== accountId) await store.clear()
    await db.put('facts', accountId, 'account')
    return store
  }

  /** In the order of the walk. */
  async points(): Promise<RoutePoint[]> {
    return (await this.#db.getAll('points')).sort((a, b) => a.position - b.position)
  }

  /** Keeps these points, and no others. */
  async keep(points: readonly RoutePoint[], takenAt: string) {
    const tx = this.#db.transaction(['points', 'facts'], 'readwrite')
    const store = tx.objectStore('points')
    const cleared = store.clear()
    const writes = points.map((point) => store.put(point))
    await Promise.all([cleared, ...writes, tx.objectStore('facts').put(takenAt, 'takenAt'), tx.done])
  }

  async takenAt(): Promise<string | null> {
    const at = await this.#db.get('facts', 'takenAt')
    return typeof at === 'string' ? at : null
  }

  answers(): Promise<RouteAnswer[]> {
    return this.#db.getAll('answers')
  }

  async putAnswer(answer: RouteAnswer) {
    const tx = this.#db.transaction('answers', 'readwrite', { durability: 'strict' })
    await Promise.all([tx.store.put(answer), tx.done])
  }

  async dropAnswer(reportId: string) {
    await this.#db.delete('answers', reportId)
  }

  async clear() {
    const tx = this.#db.transaction(['points', 'answers', 'facts'], 'readwrite')
    const stores = ['points', 'answers', 'facts'] as const
    await Promise.all([...stores.map((name) => tx.objectStore(name).clear()), tx.done])
  }

  close() {
    this.#db.close()
  }
}
