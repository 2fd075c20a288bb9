import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { appliedMigrations } from '../db/migrate.ts'
import type { Queryable } from '../db/pool.ts'
import type { ByteStore } from '../media/store.ts'
import { findTables, readSequences, type CatalogTable } from './catalog-queries.ts'
import {
  END_NAME,
  MANIFEST_NAME,
  mediaName,
  newManifest,
  rowsName,
  type End,
  type Manifest,
  type Member
} from './format.ts'
import { readRows } from './read-rows.ts'
import { RowDigest } from './row-digest.ts'
import type { Snapshot } from './snapshot.ts'

/** What the members of a backup turned out to be. */
export interface BackupSummary {
  takenAt: string
  rows: number
  files: number
  missingFiles: number
}

const json = (name: string, value: object): Member => ({ name, bytes: Buffer.from(JSON.stringify(value)) })

async function momentOf(db: Queryable) {
  const { rows } = await db.query<{ now: Date }>('select now()')
  return (rows[0]?.now ?? new Date()).toISOString()
}

/** The hashes of the stored bytes of every file that the database knows, also of those that are not public. */
async function findFiles(db: Queryable, tables: readonly CatalogTable[]) {
  if (!tables.some(({ sql }) => sql === 'public.media')) return []
  const { rows } = await db.query<{ stored: string }>(
    `select distinct encode(stored_sha256, 'hex') as stored from media order by stored`
  )
  return rows.map(({ stored }) => stored)
}

/** Whether the database still knows a file: an orphan may be swept away while a backup runs. */
async function isKnown(db: Queryable, stored: string) {
  const { rows } = await db.query(`select from media where stored_sha256 = decode($1, 'hex') limit 1`, [
    stored
  ])
  return rows.length > 0
}

/** The bytes of a file; null: they are gone or are not what they were. */
async function readFile(files: ByteStore, sha256: string): Promise<Buffer | null> {
  const stream = await files.read(sha256)
  const bytes = stream && (await buffer(stream))
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

/** The end of the audit log, where there is one. */
async function findAuditEnd(db: Queryable, tables: readonly CatalogTable[]) {
  if (!tables.some(({ sql }) => sql === 'public.audit_head')) return null
  const { rows } = await db.query<{ id: number; hash: string }>(
    `select last_id as id, encode(hash, 'hex') as hash from audit_head where last_id > 0`
  )
  return rows[0] ?? null
}

async function* rowMembers(
  { client }: Snapshot,
  table: CatalogTable,
  digest: RowDigest
): AsyncGenerator<Member> {
  let piece = 0
  for await (const lines of readRows(client, table)) {
    for (const line of lines) digest.add(line)
    yield { name: rowsName(table, piece++), bytes: Buffer.from(`${lines.join('\n')}\n`) }
  }
}

/** What the manifest says of a snapshot. */
async function describe({ client }: Snapshot, tables: readonly CatalogTable[]): Promise<Manifest> {
  const columnsOf = ({ columns }: CatalogTable) => columns.map(({ name, type }) => ({ name, type }))
  return newManifest({
    takenAt: await momentOf(client),
    migrations: await appliedMigrations(client),
    tables: tables.map((table) => ({ schema: table.schema, name: table.name, columns: columnsOf(table) })),
    auditEnd: await findAuditEnd(client, tables)
  })
}

/**
 * The members of a backup: the rows of one state of the database, then the files that this state names. They never change,
 * so they may be read after it. `told` hears what it all was, before the last member.
 */
export async function* membersOf(
  snapshot: Snapshot,
  files: ByteStore,
  told: (summary: BackupSummary) => void
): AsyncGenerator<Member> {
  const { client } = snapshot
  const tables = await findTables(client)
  const manifest = await describe(snapshot, tables)
  yield json(MANIFEST_NAME, manifest)

  const digests: RowDigest[] = []
  for (const table of tables) {
    const digest = new RowDigest()
    digests.push(digest)
    yield* rowMembers(snapshot, table, digest)
  }
  const sequences = await readSequences(client)
  const stored = await findFiles(client, tables)
  await snapshot.end()

  let count = 0
  const missingFiles: string[] = []
  for (const sha256 of stored) {
    const bytes = await readFile(files, sha256)
    if (bytes) yield { name: mediaName(sha256), bytes }
    if (bytes) count += 1
    else if (await isKnown(snapshot.live, sha256)) missingFiles.push(sha256)
  }
  const rows = digests.reduce((sum, digest) => sum + digest.rows, 0)
  told({ takenAt: manifest.takenAt, rows, files: count, missingFiles: missingFiles.length })
  const end: End = {
    tables: digests.map(({ rows, digest }) => ({ rows, digest })),
    sequences,
    files: count,
    missingFiles
  }
  yield json(END_NAME, end)
}
