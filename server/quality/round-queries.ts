import type { Queryable } from '../db/pool.ts'
import type { QualityCheck, QualityKind, QualityLimits, QualityReason } from './contract.ts'
import type { QualityRound } from './round-contract.ts'

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const total = (ending: boolean) =>
  `(select coalesce(sum(found), 0) from quality_round_check c where c.round_id = r.id and c.ending = ${ending})::integer`

const ROUNDS = `
  select r.id, r.commune_code as "communeCode", r.name, r.from_day::text as "from", r.to_day::text as "to", r.task,
         s.name as "startedBy", ${utc('r.started_at')} as "startedAt",
         c.name as "closedBy", ${utc('r.closed_at')} as "closedAt", r.conclusion, r.version,
         ${total(false)} as "atStart", case when r.closed_at is not null then ${total(true)} end as "atEnd"
    from quality_round r
    join account s on s.id = r.started_by
    left join account c on c.id = r.closed_by`

/** The rounds of a commune, latest first. */
export async function findRounds(db: Queryable, commune: string): Promise<QualityRound[]> {
  const { rows } = await db.query<QualityRound>(
    `${ROUNDS} where r.commune_code = $1 order by r.started_at desc, r.id desc`,
    [commune]
  )
  return rows
}

/** One round; undefined: there is none. */
export async function findRound(db: Queryable, id: number): Promise<QualityRound | undefined> {
  return (await db.query<QualityRound>(`${ROUNDS} where r.id = $1`, [id])).rows[0]
}

/** The limits with which a round looks, at both ends. */
export async function findRoundLimits(db: Queryable, id: number): Promise<QualityLimits> {
  const { rows } = await db.query<{ limits: QualityLimits }>(
    'select limits from quality_round where id = $1',
    [id]
  )
  if (!rows[0]) throw new Error(`There is no round ${id}`)
  return rows[0].limits
}

/** The tasks of a commune's plan, as a round may name them: cleaning of data first. */
export async function findTasks(db: Queryable, commune: string): Promise<string[]> {
  const { rows } = await db.query<{ task: string }>(
    `select number || '. ' || title as task from task where commune_code = $1
      order by search_text(title) not like '%lam sach%', length(number), number, id`,
    [commune]
  )
  return rows.map(({ task }) => task)
}

interface NewRound {
  commune: string
  name: string
  from: string
  to: string
  task: string | null
  limits: QualityLimits
  accountId: number
}

/** Begins a round; null: one of the commune is under way. */
export async function insertRound(db: Queryable, round: NewRound): Promise<number | null> {
  const { commune, name, from, to, task, limits, accountId } = round
  const { rows } = await db.query<{ id: number }>(
    `insert into quality_round (commune_code, name, from_day, to_day, task, limits, started_by, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, now()) on conflict do nothing returning id`,
    [commune, name, from, to, task, JSON.stringify(limits), accountId]
  )
  return rows[0]?.id ?? null
}

/** Holds a round until the transaction ends; undefined: there is none. */
export async function holdRound(db: Queryable, id: number) {
  const { rows } = await db.query<{ version: number; closed: boolean }>(
    'select version, closed_at is not null as closed from quality_round where id = $1 for update',
    [id]
  )
  return rows[0]
}

/** Closes a round; from then on it does not change. */
export async function endRound(db: Queryable, id: number, accountId: number, conclusion: string) {
  await db.query(
    `update quality_round set closed_by = $2, closed_at = now(), conclusion = nullif($3::text, ''), version = version + 1
      where id = $1`,
    [id, accountId, conclusion]
  )
}

/** One finding as a round keeps it. */
export interface RoundFinding {
  key: string
  kind: QualityKind
  accepted: boolean
  vi: string
  en: string
  /** Why it is accepted, on which day and by whom; null: it is not. */
  reason: string | null
  on: string | null
  by: string | null
  /** GeoJSON, of gaps only. */
  geometry: string | null
}

/** Keeps what a round found at one of its ends. */
export async function keepSnapshot(
  db: Queryable,
  id: number,
  ending: boolean,
  { checks, findings }: { checks: readonly QualityCheck[]; findings: readonly RoundFinding[] }
) {
  await db.query(
    `insert into quality_round_check (round_id, ending, kind, found, accepted, reason)
     select $1, $2, kind, found, accepted, reason
       from json_to_recordset($3::json) as c (kind text, found integer, accepted integer, reason text)`,
    [id, ending, JSON.stringify(checks)]
  )
  await db.query(
    `insert into quality_round_finding (round_id, ending, key, kind, accepted, text_vi, text_en, accepted_reason, accepted_on, accepted_by, geom)
     select $1, $2, key, kind, accepted, vi, en, reason, "on", by, st_setsrid(st_geomfromgeojson(geometry), 4326)
       from json_to_recordset($3::json) as f (key text, kind text, accepted boolean, vi text, en text, reason text,
                                              "on" date, by text, geometry text)`,
    [id, ending, JSON.stringify(findings)]
  )
}

/** What a round found at one of its ends. */
export interface Snapshot {
  checks: { kind: QualityKind; found: number | null; reason: QualityReason | null }[]
  findings: RoundFinding[]
}

/** What a round kept of one of its ends. */
export async function findSnapshot(db: Queryable, id: number, ending: boolean): Promise<Snapshot> {
  const checks = await db.query<Snapshot['checks'][number]>(
    'select kind, found, reason from quality_round_check where round_id = $1 and ending = $2',
    [id, ending]
  )
  const findings = await db.query<RoundFinding>(
    `select key, kind, accepted, text_vi as vi, text_en as en, accepted_reason as reason, accepted_on::text as "on",
            accepted_by as by, null as geometry
       from quality_round_finding where round_id = $1 and ending = $2 order by key collate "C"`,
    [id, ending]
  )
  return { checks: checks.rows, findings: findings.rows }
}
