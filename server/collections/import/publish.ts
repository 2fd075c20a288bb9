import type { PoolClient } from 'pg'
import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Change } from '../derivation.ts'
import { findBeside, type EarlierImport } from './beside-notes.ts'
import { Beside } from './beside.ts'
import { refuseTaken } from './check-keys.ts'
import {
  ANALYZE_FROM,
  ANNOUNCE,
  ANNOUNCED_DONE,
  MOMENT,
  RECORD,
  RECORD_DELIVERIES,
  RECORD_EMPTY_DELIVERY,
  SORT_IN_MEMORY,
  TAKE_IDS,
  TAKE_TURN,
  analyze,
  insertRows
} from './publish-sql.ts'
import { ImportRefused, type ImportDeps, type ImportRequest, type ImportDeed } from './request.ts'
import { findSame } from './same-file.ts'
import { follow, settle } from './settle.ts'
import { factColumns, type TableColumn } from './table-columns.ts'
import { inTransaction } from './transaction.ts'

/** What is published and how it is recorded. */
export interface Publication {
  collection: Collection
  request: ImportRequest
  stagingId: number
  /** Rows that must be in staging still, refused ones apart. */
  rowsIn: number
  rowsRefused: number
  rowsRepaired: number
  crs: string | null
  options: string
  /** Whether the rows have no key, so that earlier ones stay beside them. */
  keyless: boolean
}

export interface Published {
  importId: number
  publishedAt: string
  beside: EarlierImport[]
  /** Whether another import may have something of what this one brought. */
  hasMet: boolean
}

/** The moment of a change, once it is this process's turn. */
export async function nextMoment(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ at: string }>(MOMENT)
  const at = rows[0]?.at
  if (at === undefined) throw new Error('The database gave no time')
  return at
}

const lost = () =>
  new ImportRefused({
    vi: 'Cơ sở dữ liệu đã khởi động lại giữa chừng nên phần đã chuẩn bị bị mất. Chưa có gì thay đổi; hãy nạp lại tệp.',
    en: 'The database restarted midway and lost what was prepared. Nothing has changed; import the file again.'
  })

async function record(db: Queryable, publication: Publication, at: string): Promise<number> {
  const { request, options, crs, rowsIn, rowsRefused, rowsRepaired } = publication
  const { rows } = await db.query<{ id: number }>(RECORD, [
    request.collection,
    request.title,
    request.fileName,
    request.sha256,
    request.sizeBytes ?? 0,
    options,
    crs,
    request.commune ?? null,
    rowsIn,
    rowsRefused,
    rowsRepaired,
    request.importedBy,
    at
  ])
  const id = rows[0]?.id
  if (id === undefined) throw new Error('import gave no id')
  return id
}

async function recordDeliveries(db: Queryable, importId: number, publication: Publication) {
  const { request, stagingId, rowsIn } = publication
  const speaksFor = [...(request.speaksFor ?? [])].sort()
  if (rowsIn > 0) return db.query(RECORD_DELIVERIES, [importId, stagingId, speaksFor])
  const { operator, technology, valid_from: validFrom } = request.set ?? {}
  return db.query(RECORD_EMPTY_DELIVERY, [importId, operator, technology, validFrom, speaksFor])
}

/** Looking at shapes takes the longest; points are found by their index whatever is known of them. */
const analyzed = ({ geometry }: Collection, columns: readonly TableColumn[]) => [
  ...['id', 'origin', 'origin_id', 'import_id', 'known_to'],
  ...columns.map(({ name }) => name).filter((name) => name !== 'geom' || geometry !== 'Point')
]

/** Rows get their ids from the first on, if there is one, else from their sequence. */
async function insert(
  db: Queryable,
  { importId, at }: Change,
  publication: Publication,
  firstId: number | null
) {
  const { collection, request, stagingId } = publication
  const columns = await factColumns(db, collection.table)
  const isClaim = collection.delivered ?? false
  if (isClaim) await recordDeliveries(db, importId, publication)
  const fixed = request.fixed ?? {}
  const kinds = {
    isClaim,
    isCommune: collection.communes ?? false,
    hasFixed: Object.keys(fixed).length > 0,
    withIds: firstId !== null
  }
  if (publication.rowsIn >= ANALYZE_FROM) await db.query(SORT_IN_MEMORY)
  const sql = insertRows(collection.table, columns, kinds)
  const values = [importId, stagingId, at, request.commune ?? null, JSON.stringify(fixed)]
  const { rowCount } = await db.query(sql, firstId === null ? values : [...values, firstId])
  if (rowCount !== publication.rowsIn) throw lost()
  if (publication.rowsIn >= ANALYZE_FROM)
    await db.query(analyze(collection.table, analyzed(collection, columns)))
  return columns
}

/** Begins what other connections can do meanwhile: the first of the ids that the rows must get then, null if nothing. */
async function beginBeside(db: Queryable, deps: ImportDeps, publication: Publication, beside: Beside) {
  const { collection, stagingId, rowsIn } = publication
  const helped = deps.derivations.flatMap(({ beside: helps }) =>
    helps?.collections.includes(collection.id) ? [helps] : []
  )
  if (!beside.isOpen || helped.length === 0) return null
  const { rows } = await db.query<{ firstId: number | null }>(TAKE_IDS, [rowsIn])
  const firstId = rows[0]?.firstId ?? null
  if (firstId === null) return null
  const staged = { collection: collection.id, stagingId, firstId }
  beside.begin(helped.flatMap(({ tasks }) => tasks(staged)))
  return firstId
}

/**
 * Publishes staged rows in one transaction: the import's record, its rows, what they take from earlier ones, everything
 * derived, the versions. Answers undefined when another import has meanwhile taken the same file, or a key, in which case
 * the rows that would take it are refused.
 */
export async function publish(deps: ImportDeps, publication: Publication): Promise<Published | undefined> {
  await deps.db.query(ANNOUNCE, [publication.stagingId])
  const beside = await Beside.open(deps.db, publication.rowsIn)
  try {
    return await inTransaction(deps.db, (client) => publishIn(client, deps, publication, beside))
  } finally {
    await beside.release()
  }
}

const deedOf = (importId: number, { request, rowsIn, rowsRefused }: Publication): ImportDeed => {
  const { collection, title, fileName, sha256, speaksFor = [], commune = null, importedBy } = request
  const facts = { collection, title, fileName, sha256, speaksFor, rowsIn, rowsRefused }
  return { kind: 'publish', importId, by: importedBy, commune, facts }
}

async function publishIn(client: PoolClient, deps: ImportDeps, publication: Publication, beside: Beside) {
  const { collection, request, stagingId } = publication
  await client.query(TAKE_TURN)
  if (await findSame(client, request, publication.options, publication.rowsRefused)) return undefined
  await request.recheck?.(client)
  if ((await refuseTaken(client, stagingId, collection, request.commune)) > 0) return undefined
  const at = await nextMoment(client)
  const importId = await record(client, publication, at)
  await request.recorded?.(client, importId)
  const change: Change = { kind: 'publish', importId, collection: collection.id, at }
  const firstId = await beginBeside(client, deps, publication, beside)
  const columns = await insert(client, change, publication, firstId)
  const hasMet = await settle(client, collection, columns, change)
  await follow(client, deps.derivations, { ...change, hasBeside: await beside.done() })
  await client.query(ANNOUNCED_DONE, [stagingId])
  const earlier = publication.keyless ? await findBeside(client, collection, importId) : []
  await deps.note?.(client, deedOf(importId, publication))
  await beside.commit()
  return { importId, publishedAt: at, beside: earlier, hasMet }
}
