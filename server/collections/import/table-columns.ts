import type { Queryable } from '../../db/pool.ts'

/** A column of a collection's table, as the catalogue has it. */
export interface TableColumn {
  name: string
  /** The default's expression, from our own schema; null: none. */
  fallback: string | null
}

const COLUMNS = `
  select column_name as name, column_default as fallback from information_schema.columns
   where table_schema = 'public' and table_name = $1 order by ordinal_position`

/** Columns that the importer itself fills. */
const OWN = [
  'id',
  'origin',
  'origin_id',
  'import_id',
  'row_number',
  'valid_from',
  'valid_to',
  'known_from',
  'known_to'
]

/** The columns that hold a row's facts: all but its ids and times. `commune_code`, `ref` and `geom` are among them. */
export async function factColumns(db: Queryable, table: string): Promise<TableColumn[]> {
  const { rows } = await db.query<TableColumn>(COLUMNS, [table])
  return rows.filter((column) => !OWN.includes(column.name))
}

/** An identifier of the declared registry or of our own schema, quoted. */
export const identifier = (name: string) => `"${name.replace(/"/g, '""')}"`
