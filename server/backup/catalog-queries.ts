import type { Queryable } from '../db/pool.ts'
import type { BackupTable } from './format.ts'

// What there is to back up, asked of the database's own catalogue. Names come quoted by the database (`sql`): they are the
// only ones that are ever put into a statement.

/** Ours: what extensions brought belongs to them, and staged rows (unlogged) do not outlive a crash either. */
const OURS = `n.nspname in ('public', 'open', 'staff') and c.relpersistence = 'p'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** A table as the catalogue has it. */
export interface CatalogTable extends BackupTable {
  /** Its quoted name with its schema. */
  sql: string
  columns: { name: string; sql: string; type: string }[]
}

/** Every table that holds rows (of a partitioned one its parts), by name; generated columns are left out. */
export async function findTables(db: Queryable): Promise<CatalogTable[]> {
  const { rows } = await db.query<CatalogTable>(
    `select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as sql,
            json_agg(json_build_object('name', a.attname, 'sql', quote_ident(a.attname),
                                       'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and ${OURS}
      group by n.nspname, c.relname
      order by n.nspname collate "C", c.relname collate "C"`
  )
  return rows
}

/** A sequence and where it stands. */
export interface SequenceState {
  schema: string
  name: string
  last: string
  isCalled: boolean
}

/** Every sequence and where it stands now: at or after the snapshot of the rows, as sequences know no transactions. */
export async function readSequences(db: Queryable): Promise<SequenceState[]> {
  const { rows } = await db.query<{ schema: string; name: string; sql: string }>(
    `select n.nspname as schema, c.relname as name, format('%I.%I', n.nspname, c.relname) as sql
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and ${OURS}
      order by n.nspname collate "C", c.relname collate "C"`
  )
  const states: SequenceState[] = []
  for (const { schema, name, sql } of rows) {
    const found = await db.query<Pick<SequenceState, 'last' | 'isCalled'>>(
      `select last_value::text as last, is_called as "isCalled" from ${sql}`
    )
    const [state] = found.rows
    if (state) states.push({ schema, name, ...state })
  }
  return states
}

/** Puts a sequence where it stood; one that is not here any more is nobody's. */
export async function setSequence(db: Queryable, { schema, name, last, isCalled }: SequenceState) {
  await db.query(
    `select setval(c.oid::regclass, $3::bigint, $4)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = $1 and c.relname = $2`,
    [schema, name, last, isCalled]
  )
}

/** A rule that would stand in the way of loading rows in whatever order, as statements that take it away and put it back. */
export interface Obstacle {
  remove: string
  putBack: string
}

/** Foreign keys, and triggers of ours. Those of a part of a table follow the whole. */
export async function findObstacles(db: Queryable): Promise<Obstacle[]> {
  const { rows } = await db.query<Obstacle>(
    `select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as remove,
            format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname,
                   pg_get_constraintdef(k.oid)) as "putBack"
       from pg_constraint k
       join pg_class c on c.oid = k.conrelid
       join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', 'open', 'staff')
     union all
     select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname),
            format('alter table %I.%I enable trigger %I', n.nspname, c.relname, t.tgname)
       from pg_trigger t
       join pg_class c on c.oid = t.tgrelid
       join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled = 'O'
        and n.nspname in ('public', 'open', 'staff')`
  )
  return rows
}
