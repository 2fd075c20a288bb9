import type { Queryable } from '../db/pool.ts'
import type { QualityCase } from './contract.ts'

/** A case as it is kept. `acceptedMeasure`: how large the finding was then. */
export interface KeptCase {
  key: string
  version: number
  unit: QualityCase['unit']
  person: QualityCase['person']
  reason: string | null
  on: string | null
  by: string | null
  acceptedMeasure: number | null
}

const CASES = `
  select c.key, c.version, c.accepted_reason as reason, c.accepted_on::text as "on", y.name as by,
         c.accepted_measure as "acceptedMeasure",
         case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as unit,
         case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as person
    from quality_case c
    left join unit u on u.id = c.unit_id
    left join account a on a.id = c.account_id
    left join account y on y.id = c.accepted_by
   where c.commune_code = $1 and ($2::text is null or c.key = $2)`

/** What was decided about a commune's findings, by key. */
export async function findCases(db: Queryable, commune: string): Promise<Map<string, KeptCase>> {
  const { rows } = await db.query<KeptCase>(CASES, [commune, null])
  return new Map(rows.map((row) => [row.key, row]))
}

/** One of them. */
export async function findCase(db: Queryable, commune: string, key: string): Promise<KeptCase | undefined> {
  return (await db.query<KeptCase>(CASES, [commune, key])).rows[0]
}

/** Makes sure that a case is there and holds it until the transaction ends; answers its version, 0 for a new one. */
export async function holdCase(db: Queryable, commune: string, key: string): Promise<number> {
  await db.query(
    'insert into quality_case (commune_code, key, version) values ($1, $2, 0) on conflict do nothing',
    [commune, key]
  )
  const { rows } = await db.query<{ version: number }>(
    'select version from quality_case where commune_code = $1 and key = $2 for update',
    [commune, key]
  )
  return rows[0]?.version ?? 0
}

/** When a finding was accepted, by whom, and how large it was then. */
export async function findAcceptance(db: Queryable, commune: string, key: string) {
  const { rows } = await db.query<{ on: string; by: number; measure: number | null }>(
    `select accepted_on::text as "on", accepted_by as by, accepted_measure as measure
       from quality_case where commune_code = $1 and key = $2 and accepted_on is not null`,
    [commune, key]
  )
  return rows[0]
}

/** What is written of a case. */
export interface CaseFields {
  unitId: number | null
  accountId: number | null
  accepted: { reason: string; on: string; by: number; measure: number | null } | null
  /** The shape by which a gap is known again, GeoJSON; null for others. */
  geometry: string | null
}

/** Writes what was decided. An acceptance that stays keeps its day, who gave it and how large it was then. */
export async function saveCase(
  db: Queryable,
  commune: string,
  key: string,
  { unitId, accountId, accepted, geometry }: CaseFields
): Promise<void> {
  await db.query(
    `update quality_case
        set unit_id = $3, account_id = $4, accepted_reason = $5::text, accepted_on = $6::date, accepted_by = $7,
            accepted_measure = $8, geom = st_setsrid(st_geomfromgeojson($9::text), 4326), version = version + 1
      where commune_code = $1 and key = $2`,
    [
      commune,
      key,
      unitId,
      accountId,
      accepted?.reason ?? null,
      accepted?.on ?? null,
      accepted?.by ?? null,
      accepted?.measure ?? null,
      geometry
    ]
  )
}

/** To whom a commune's findings can be given: people of these roles, and its units at work in which there is one. */
export async function findAssignees(db: Queryable, commune: string, roles: readonly string[]) {
  const units = await db.query<{ id: number; name: string }>(
    `select id, name from unit u
      where commune_code = $1 and ended_at is null
        and exists (select from account a where a.unit_id = u.id and a.disabled_at is null and a.role = any($2))
      order by search_text(name), id`,
    [commune, roles]
  )
  const people = await db.query<{ id: number; name: string }>(
    `select id, name from account
      where disabled_at is null and role = any($2) and (commune_code is null or commune_code = $1)
      order by search_text(name), id`,
    [commune, roles]
  )
  return { units: units.rows, people: people.rows }
}
