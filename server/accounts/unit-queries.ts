import type { Queryable } from '../db/pool.ts'
import type { Unit } from './staff-contract.ts'

interface UnitRow extends Omit<Unit, 'endedAt'> {
  endedAt: Date | null
}

const COLUMNS = 'id, commune_code as "communeCode", name, ended_at as "endedAt"'

const toUnit = ({ endedAt, ...row }: UnitRow): Unit => ({ ...row, endedAt: endedAt?.toISOString() ?? null })

/** The units of a commune, or all (null); those at work first, by name. */
export async function listUnits(db: Queryable, communeCode: string | null): Promise<Unit[]> {
  const { rows } = await db.query<UnitRow>(
    `select ${COLUMNS} from unit where $1::text is null or commune_code = $1
      order by commune_code, ended_at is not null, name`,
    [communeCode]
  )
  return rows.map(toUnit)
}

/** One unit; null: there is none. In a transaction it is held until the end of it. */
export async function findUnit(db: Queryable, id: number): Promise<Unit | null> {
  const { rows } = await db.query<UnitRow>(`select ${COLUMNS} from unit where id = $1 for update`, [id])
  return rows[0] ? toUnit(rows[0]) : null
}

/** Creates a unit; null: the commune has one of this name. */
export async function createUnit(db: Queryable, communeCode: string, name: string): Promise<Unit | null> {
  const { rows } = await db.query<UnitRow>(
    `insert into unit (commune_code, name) values ($1, $2)
     on conflict (commune_code, name) do nothing
     returning ${COLUMNS}`,
    [communeCode, name]
  )
  return rows[0] ? toUnit(rows[0]) : null
}

/** Writes a unit's new state; null: another of its commune has this name. */
export async function saveUnit(
  db: Queryable,
  id: number,
  name: string,
  ended: boolean
): Promise<Unit | null> {
  const { rows } = await db.query<UnitRow>(
    `update unit set name = $2, ended_at = case when $3 then coalesce(ended_at, now()) end
      where id = $1
        and not exists (select 1 from unit o where o.commune_code = unit.commune_code and o.name = $2 and o.id <> $1)
     returning ${COLUMNS}`,
    [id, name, ended]
  )
  return rows[0] ? toUnit(rows[0]) : null
}

/** How many accounts in use belong to a unit. */
export async function countMembers(db: Queryable, id: number): Promise<number> {
  const { rows } = await db.query<{ members: number }>(
    'select count(*) as members from account where unit_id = $1 and disabled_at is null',
    [id]
  )
  return rows[0]?.members ?? 0
}
