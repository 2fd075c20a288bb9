import type { PoolClient } from 'pg'
import type { CatalogTable } from './catalog-queries.ts'

/** What is read at a time, about; a single row may be larger. */
const PIECE_CHARACTERS = 4_000_000
const MOST_ROWS = 5_000
const FIRST_ROWS = 50

/**
 * Begins a transaction that sees one state of the database until it ends, and in which values read the same on every
 * server: moments in UTC, numbers with all their digits. The settings end with the transaction.
 */
export async function beginReading(client: PoolClient) {
  await client.query('begin isolation level repeatable read')
  await readExactly(client)
}

/** How values are written within this transaction, whatever the server's own habits. */
export async function readExactly(client: PoolClient) {
  await client.query(
    `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
            set_config('intervalstyle', 'postgres', true), set_config('bytea_output', 'hex', true),
            set_config('extra_float_digits', '1', true), set_config('statement_timeout', '0', true),
            set_config('idle_in_transaction_session_timeout', '0', true)`
  )
}

const nextCount = (lines: readonly string[]) => {
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  return Math.max(1, Math.min(MOST_ROWS, Math.floor((PIECE_CHARACTERS * lines.length) / (characters + 1))))
}

/**
 * All rows of a table as pieces of lines, each a JSON array of the columns' texts (null: no value), as the database writes
 * them. Within a transaction begun by `beginReading`.
 */
export async function* readRows(
  client: PoolClient,
  { sql, columns }: Pick<CatalogTable, 'sql' | 'columns'>
): AsyncGenerator<string[]> {
  const texts = columns.map((column) => `${column.sql}::text`).join(', ')
  await client.query(
    `declare backup_rows no scroll cursor for select array_to_json(array[${texts}])::text as line from only ${sql}`
  )
  for (let count = FIRST_ROWS; ;) {
    const { rows } = await client.query<{ line: string }>(`fetch forward ${count} from backup_rows`)
    if (rows.length === 0) break
    const lines = rows.map(({ line }) => line)
    yield lines
    count = nextCount(lines)
  }
  await client.query('close backup_rows')
}
