import type { PoolClient } from 'pg'
import type { CatalogTable } from './catalog-queries.ts'

/** What a line of a backup holds: the columns' texts. */
type Texts = (string | null)[]

// A line was checked against its digest; that it is an array of texts follows from who wrote it.
const textsOf = (line: string) => JSON.parse(line) as Texts

/**
 * Inserts rows as `readRows` gave them; each text becomes again what the column's type makes of it, identities as they
 * were.
 */
export async function loadRows(
  client: PoolClient,
  { sql, columns }: Pick<CatalogTable, 'sql' | 'columns'>,
  lines: readonly string[]
) {
  const rows = lines.map(textsOf)
  const values = columns.map((_column, index) => rows.map((row) => row[index] ?? null))
  const names = columns.map((column) => column.sql).join(', ')
  const casts = columns.map(({ type }, index) => `given.c${index}::${type}`).join(', ')
  const parameters = columns.map((_column, index) => `$${index + 1}::text[]`).join(', ')
  const given = columns.map((_column, index) => `c${index}`).join(', ')
  await client.query(
    `insert into ${sql} (${names}) overriding system value
     select ${casts} from unnest(${parameters}) as given (${given})`,
    values
  )
}
