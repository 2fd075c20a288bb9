import { hostname } from 'node:os'
import type { Pool } from 'pg'
import { isRunning, ownIdentity } from '../../db/process-identity.ts'
import type { ReadyRow } from './read-row.ts'
import type { RefusedRow, SourceCrs } from './request.ts'
import { ANALYZE_FROM } from './publish-sql.ts'
import { isDatabaseAway } from '../../db/database-away.ts'
import { sentenceOf } from './problems.ts'
import {
  ANALYZE_STAGED,
  COUNTS,
  FORGET,
  FORGET_ROWS,
  MARK,
  OTHERS,
  PROBLEMS,
  STAGE_PLAIN,
  START,
  stagePoints,
  stageRows
} from './staging-sql.ts'

const BATCH_ROWS = 5000
const BATCH_BYTES = 4_000_000

/** Forgets what imports of this machine left whose process is gone. */
async function sweep(db: Pool) {
  const own = ownIdentity()
  const { rows } = await db.query<{ id: number; pid: number; startedAt: string }>(OTHERS, [
    hostname(),
    own.pid,
    own.startedAt
  ])
  for (const { id, ...identity } of rows) {
    if (!isRunning({ ...identity, namespace: own.namespace })) await forget(db, id)
  }
}

async function forget(db: Pool, id: number) {
  await db.query(FORGET_ROWS, [id])
  await db.query(FORGET, [id])
}

/** Whether the database could not bring a coordinate into another system. */
export const isTransformFailure = (error: unknown) =>
  error instanceof Error && /transform|latitude or longitude exceeded|proj/i.test(error.message)

/** How rows are staged. */
interface StagingOptions {
  crs: SourceCrs
  /** Whether points get the commune that holds them as they come. */
  findsCommunes: boolean
}

/** One import's rows on their way into the database, sent in batches so that memory stays bounded. */
export class Staging {
  readonly id: number
  readonly #db: Pool
  readonly #options: StagingOptions
  #rows: ReadyRow[] = []
  #bytes = 0
  #staged = 0
  #othersThanPoints = false
  #sending: Promise<void> = Promise.resolve()

  private constructor(db: Pool, id: number, options: StagingOptions) {
    this.#db = db
    this.id = id
    this.#options = options
  }

  /** Sweeps what crashed runs left, then opens a new place. End it with `close`, however the import goes. */
  static async open(db: Pool, collection: string, options: StagingOptions) {
    await sweep(db)
    const { pid, startedAt } = ownIdentity()
    const { rows } = await db.query<{ id: number }>(START, [collection, hostname(), pid, startedAt])
    const id = rows[0]?.id
    if (id === undefined) throw new Error('import_staging gave no id')
    return new Staging(db, id, options)
  }

  /** Rows sent so far. */
  get staged() {
    return this.#staged
  }

  /** Whether every staged row has looked for its commune already. */
  get foundCommunes() {
    return this.#options.findsCommunes && !this.#othersThanPoints
  }

  async add(row: ReadyRow) {
    this.#rows.push(row)
    this.#bytes += row.wkb?.length ?? 0
    if (this.#rows.length >= BATCH_ROWS || this.#bytes >= BATCH_BYTES) await this.flush()
  }

  /** Sends what is gathered while the next rows are being read; waits for the batch before. */
  async flush() {
    await this.#sending
    const rows = this.#rows
    this.#rows = []
    this.#bytes = 0
    this.#sending = this.#send(rows)
    // A failure is thrown to whoever waits next; until then it must not count as unhandled.
    void Promise.allSettled([this.#sending])
    this.#staged += rows.length
  }

  /** Waits until everything added is in the database. */
  async finish() {
    await this.flush()
    await this.#sending
    if (this.#staged >= ANALYZE_FROM) await this.#db.query(ANALYZE_STAGED)
  }

  async #send(rows: ReadyRow[]): Promise<void> {
    const withPlace = rows.filter((row) => row.wkb !== null)
    const plain = rows.filter((row) => row.wkb === null)
    if (plain.length > 0) await this.#db.query(STAGE_PLAIN, [this.id, numbers(plain), fields(plain)])
    if (withPlace.length > 0) await this.#sendPlaced(withPlace)
  }

  /** A coordinate that the projection cannot place fails its whole batch: halves are tried until the row is found. */
  async #sendPlaced(rows: ReadyRow[]): Promise<void> {
    const { crs, findsCommunes } = this.#options
    const wkb = rows.map((row) => row.wkb).join('\n')
    const isPoints = rows.every((row) => row.isPoint)
    if (!isPoints) this.#othersThanPoints = true
    const sql = isPoints ? stagePoints(crs, findsCommunes) : stageRows(crs)
    try {
      const system = 'srid' in crs ? crs.srid : crs.definition
      await this.#db.query(sql, [this.id, numbers(rows), fields(rows), wkb, system])
    } catch (error) {
      if (!isTransformFailure(error)) throw error
      if (rows.length === 1) return this.#sendUnplaceable(rows)
      const middle = Math.ceil(rows.length / 2)
      await this.#sendPlaced(rows.slice(0, middle))
      await this.#sendPlaced(rows.slice(middle))
    }
  }

  async #sendUnplaceable(rows: ReadyRow[]) {
    await this.#db.query(STAGE_PLAIN, [this.id, numbers(rows), fields(rows)])
    await this.mark(
      'off_globe',
      rows.map((row) => ({ row: row.number, value: null }))
    )
  }

  /** Refuses staged rows for a reason of `problems.ts`. */
  async mark(problem: string, rows: { row: number; value: string | null }[]) {
    if (rows.length === 0) return
    await this.#db.query(MARK, [this.id, problem, rows.map(({ row }) => row), rows.map(({ value }) => value)])
  }

  async counts(): Promise<{ rows: number; good: number; repaired: number }> {
    const { rows } = await this.#db.query<{ rows: number; good: number; repaired: number }>(COUNTS, [this.id])
    return rows[0] ?? { rows: 0, good: 0, repaired: 0 }
  }

  /** The staged rows that the database refused, with their sentences. */
  async problems(): Promise<RefusedRow[]> {
    const { rows } = await this.#db.query<{ row: number; problem: string; value: string | null }>(PROBLEMS, [
      this.id
    ])
    return rows.map(({ row, problem, value }) => ({ row, reason: sentenceOf(problem), value }))
  }

  /** Forgets the staged rows. A database that is away is left to the next import's sweep. */
  async close() {
    // What failed there has been thrown to the importer, which is why it closes.
    await Promise.allSettled([this.#sending])
    await forget(this.#db, this.id).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error
    })
  }
}

const numbers = (rows: ReadyRow[]) => rows.map((row) => row.number)
/** One line each: JSON has no line breaks of its own. */
const fields = (rows: ReadyRow[]) => rows.map((row) => JSON.stringify(row.fields)).join('\n')
