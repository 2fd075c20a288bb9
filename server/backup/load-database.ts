import type { PoolClient } from 'pg'
import { knownMigrations, migrateWithin } from '../db/migrate.ts'
import { findObstacles, findTables, setSequence, type CatalogTable } from './catalog-queries.ts'
import { nameOf, type End, type Manifest } from './format.ts'
import { loadRows } from './load-rows.ts'
import { damaged, newerBackup, notEmpty } from './problems.ts'
import type { BackupPiece } from './read-backup.ts'
import { readExactly, readRows } from './read-rows.ts'
import { RowDigest } from './row-digest.ts'

/** Throws where this program does not know the migrations of a backup, in their order. */
export async function checkMigrations(file: string, { migrations }: Manifest) {
  const known = await knownMigrations()
  if (!migrations.every((name, index) => name === known[index])) throw newerBackup(file)
}

/** Throws where the database has a table of ours already. */
async function checkEmpty(client: PoolClient, { tables }: Manifest) {
  const ours = new Set(tables.map(nameOf))
  const found = (await findTables(client)).map(nameOf).filter((name) => ours.has(name))
  if (found.length > 0)
    throw notEmpty(
      `Cơ sở dữ liệu đã có bảng của chương trình (${found[0]}).`,
      `The database has tables of the program already (${found[0]}).`
    )
}

const columnsText = ({ columns }: { columns: { name: string; type: string }[] }) =>
  columns.map(({ name, type }) => `${name} ${type}`).join(', ')

/** The tables of the migrated database, as the manifest has them; a backup of other tables is of another program. */
async function matchTables(client: PoolClient, file: string, manifest: Manifest) {
  const said = new Map(manifest.tables.map((table) => [nameOf(table), columnsText(table)]))
  const tables = await findTables(client)
  if (!tables.every((table) => said.get(nameOf(table)) === columnsText(table))) throw newerBackup(file)
  return new Map(tables.map((table) => [nameOf(table), table]))
}

/** Compares what the database now holds with what the backup said of itself. */
async function verify(
  client: PoolClient,
  file: string,
  tables: Map<string, CatalogTable>,
  manifest: Manifest,
  end: End
) {
  for (const [index, said] of manifest.tables.entries()) {
    const table = tables.get(nameOf(said))
    if (!table) continue
    const digest = new RowDigest()
    for await (const lines of readRows(client, table)) for (const line of lines) digest.add(line)
    const due = end.tables[index]
    if (digest.rows !== due?.rows || digest.digest !== due.digest)
      throw damaged(file, new Error(`${nameOf(table)}: ${digest.rows} rows, ${due?.rows} expected`))
  }
}

/** What is loaded, and what is done with its files. */
export interface Load {
  file: string
  manifest: Manifest
  end: End
  /** Anew from the beginning of the backup. */
  pieces: AsyncIterable<BackupPiece>
  keepFile: (sha256: string, bytes: Buffer) => Promise<void>
}

/**
 * Fills an empty database from a backup, within the caller's transaction: its structure as of then, all rows, where the
 * sequences stood; and compares every row with the backup. Foreign keys and triggers are taken away for the time of the
 * loading, so that the order of rows does not matter, and hold again before it ends.
 */
export async function loadDatabase(client: PoolClient, { file, manifest, end, pieces, keepFile }: Load) {
  await checkEmpty(client, manifest)
  await migrateWithin(client, manifest.migrations)
  await readExactly(client)
  const tables = await matchTables(client, file, manifest)
  const obstacles = await findObstacles(client)
  for (const { remove } of obstacles) await client.query(remove)
  // What migrations put in is in the backup as well.
  const all = [...tables.values()].map(({ sql }) => sql).join(', ')
  await client.query(`truncate ${all}`)
  for await (const piece of pieces) {
    if (piece.kind === 'file') await keepFile(piece.sha256, piece.bytes)
    const table = piece.kind === 'rows' ? tables.get(nameOf(piece.table)) : undefined
    // A table of somebody else in the same database is in the backup, and not ours to restore.
    if (piece.kind === 'rows' && table) await loadRows(client, table, piece.lines)
  }
  for (const sequence of end.sequences) await setSequence(client, sequence)
  for (const { putBack } of obstacles) await client.query(putBack)
  await verify(client, file, tables, manifest, end)
  await client.query(`analyze ${all}`)
}
