import type { Queryable } from '../../db/pool.ts'

/** A column of a collection's table, as the catalogue has it. */
export interface TableColumn {
  name: string
  /** As SQL writes it: `double precision`, `text[]`. */
  type: string
  /** The default's expression, from our own schema; null: none. */
  fallback: string | null
}

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as fallback
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = to_regclass('public.' || quote_ident($1)) and a.attnum > 0 and not a.attisdropped
   order by a.attnum`

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
