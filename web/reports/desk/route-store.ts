import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { FieldBody, RouteReport } from './route-steps.ts'

/** A point of the route as it was taken along: enough to find the place and answer, without anybody's contact. */
export interface RoutePoint {
  id: string
  /** Its place on the walk, from 0. */
  position: number
  report: RouteReport
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

/** What is recorded of one thing that was done on the way. */
export interface NewAnswer {
  reportId: string
  accountId: number
  /** The report as it was seen, or will be after the answers before: one to an older report is never sent over a newer. */
  seen: RouteReport
  body: FieldBody
  photos: AnswerPhoto[]
  recordedAt: string
  state: 'waiting' | 'refused' | 'outdated'
  /** Why the server refuses it, in the officer's language. */
  problem: string | null
  /** The report as somebody else left it meanwhile (`outdated`); null: nobody did. */
  latest: RouteReport | null
}
/** `key`: in the order in which they were recorded, which is the order in which they are sent. */
export interface RouteAnswer extends NewAnswer {
  key: number
}

interface Schema extends DBSchema {
  points: { key: string; value: RoutePoint }
  steps: { key: number; value: NewAnswer; indexes: { account: number } }
  /** `account`: whose route this is; `takenAt`. */
  facts: { key: string; value: string | number }
}

/** This moment, RFC 3339. */
export const stamp = () => new Date().toISOString()

/** Points that were taken off, by a sign-out say, while something recorded of them waits still: they are shown again. */
export function lostPoints(points: readonly RoutePoint[], answers: readonly RouteAnswer[]): RoutePoint[] {
  const lost = answers.filter(({ reportId }) => points.every(({ id }) => id !== reportId))
  const reports = new Map(lost.map(({ reportId, seen }) => [reportId, seen]))
  return [...reports].map(([id, report], i) => ({ id, report, position: points.length + i, picture: null }))
}

/** The route on this device. Each method is one transaction. Throws QuotaExceededError (a DOMException) when it is full. */
export class RouteStore {
  readonly #db: IDBPDatabase<Schema>
  readonly #accountId: number

  private constructor(db: IDBPDatabase<Schema>, accountId: number) {
    this.#db = db
    this.#accountId = accountId
  }

  /** Opens what is kept for this account. Another's points are forgotten; what he recorded waits for him, unseen. */
  static async open(accountId: number, name = 'dia-ban-route-answers'): Promise<RouteStore> {
    const db = await openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('points', { keyPath: 'id' })
        const steps = database.createObjectStore('steps', { keyPath: 'key', autoIncrement: true })
        steps.createIndex('account', 'accountId')
        database.createObjectStore('facts')
      }
    })
    const store = new RouteStore(db, accountId)
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

  /** What a point's report has become; one that was taken off the route stays off. */
  async putReport(report: RouteReport) {
    const tx = this.#db.transaction('points', 'readwrite')
    const point = await tx.store.get(report.id)
    if (point) await tx.store.put({ ...point, report })
    await tx.done
  }

  async takenAt(): Promise<string | null> {
    const at = await this.#db.get('facts', 'takenAt')
    return typeof at === 'string' ? at : null
  }

  /** In the order in which they were recorded. */
  async answers(): Promise<RouteAnswer[]> {
    // Each has the key that the database gave it.
    const answers = (await this.#db.getAllFromIndex('steps', 'account', this.#accountId)) as RouteAnswer[]
    return answers.sort((a, b) => a.key - b.key)
  }

  async addAnswer(answer: NewAnswer) {
    const tx = this.#db.transaction('steps', 'readwrite', { durability: 'strict' })
    await Promise.all([tx.store.add(answer), tx.done])
  }

  /** Changes an answer. False: it is not here any more, and stays away. */
  async putAnswer(answer: RouteAnswer): Promise<boolean> {
    const tx = this.#db.transaction('steps', 'readwrite', { durability: 'strict' })
    const isHere = (await tx.store.getKey(answer.key)) !== undefined
    if (isHere) await tx.store.put(answer)
    await tx.done
    return isHere
  }

  async dropAnswers(keys: readonly number[]) {
    const tx = this.#db.transaction('steps', 'readwrite', { durability: 'strict' })
    await Promise.all([...keys.map((key) => tx.store.delete(key)), tx.done])
  }

  /** Forgets the points; answers stay until they have gone or are discarded. */
  async clear() {
    const tx = this.#db.transaction(['points', 'facts'], 'readwrite')
    await Promise.all([tx.objectStore('points').clear(), tx.objectStore('facts').clear(), tx.done])
  }

  close() {
    this.#db.close()
  }
}
