import type { Queryable } from '../db/pool.ts'
import type { CategoryTheme, ReportState } from './contract.ts'
import type { TrackedReport } from './tracking-contract.ts'

/** What a code opens, as the database has it. `own`: the report that it came with; `id`: the one that is handled. */
export interface TrackedRow {
  kind: 'reporter' | 'witness'
  confirmed: boolean
  ownId: string
  ownNumber: string
  ownCommune: string | null
  id: string
  number: string
  category: string
  theme: CategoryTheme
  state: ReportState
  lng: number | null
  lat: number | null
  description: string | null
  unit: string | null
  receivedAt: Date
  receiveDueAt: Date | null
  acknowledgedAt: Date | null
  resolveDueAt: Date | null
  overdue: boolean
  resolvedAt: Date | null
  closedAt: Date | null
  reopenedAt: Date | null
  approvedAt: Date | null
  handedTo: string | null
}

// The report into which it was merged, however far; a witness sees the public place and words only, and goes no further
// where a hidden place and one that is (or was) shown would tell of one another.
const TRACK = `
  with recursive code as (
    select kind, report_id, confirmed_at from report_code where code_hash = $1
  ), way as (
    select r.id, r.duplicate_of, r.sensitive, 0 as step from report r where r.id = (select report_id from code)
    union all
    select r.id, r.duplicate_of, r.sensitive, way.step + 1 from way join report r on r.id = way.duplicate_of
     where way.step < 20 and ((select kind from code) = 'reporter' or r.sensitive = way.sensitive)
  )
  select code.kind, code.confirmed_at is not null as confirmed, own.id as "ownId", own.number as "ownNumber",
         own.commune_code as "ownCommune", r.id, r.number,
         own.category_code as category, c.theme, r.state,
         case when code.kind = 'reporter' then st_x(own.geom)
              when r.approved_at is not null then st_x(public_report_place(r.geom, r.sensitive)) end as lng,
         case when code.kind = 'reporter' then st_y(own.geom)
              when r.approved_at is not null then st_y(public_report_place(r.geom, r.sensitive)) end as lat,
         case when code.kind = 'reporter' then own.description
              when r.approved_at is not null then coalesce(r.public_text, r.description) end as description,
         u.name as unit, own.received_at as "receivedAt", r.receive_due_at as "receiveDueAt",
         r.acknowledged_at as "acknowledgedAt",
         case when r.waiting_since is null then r.resolve_due_at end as "resolveDueAt",
         coalesce(case
           when r.state = 'new' then r.receive_due_at < now() or r.resolve_due_at < now()
           when r.state in ('received', 'assigned', 'in_progress') then r.resolve_due_at < now()
           when r.state = 'waiting_for_reporter' then r.resolve_due_at < r.waiting_since
         end, false) as overdue,
         r.resolved_at as "resolvedAt", r.closed_at as "closedAt", r.reopened_at as "reopenedAt",
         r.approved_at as "approvedAt", r.handed_to as "handedTo"
    from code
    join report own on own.id = code.report_id
    join report r on r.id = (select id from way order by step desc limit 1)
    join report_category c on c.code = own.category_code
    left join unit u on u.id = r.unit_id`

/** What a code opens; undefined: nothing. */
export async function findTracked(db: Queryable, codeHash: Buffer): Promise<TrackedRow | undefined> {
  const { rows } = await db.query<TrackedRow>(TRACK, [codeHash])
  return rows[0]
}

interface HistoryRow {
  at: Date
  kind: string
  toState: ReportState | null
  text: string | null
  byReporter: boolean
}

// $1 the report that is handled, $2 the reporter's own (they differ when it was merged), $3 whether he is its reporter.
// A reporter reads how it ended and what he was asked and answered himself; what another reporter was asked is not his.
const HISTORY = `
  select e.at, e.kind, e.to_state as "toState",
         case when e.text_open then coalesce(e.data ->> 'publicText', e.text)
              when not $3::boolean then null
              when e.kind in ('resolved', 'closed_unresolved', 'out_of_scope') then e.text
              when e.kind = 'asked' and $1::uuid = $2::uuid then e.text
              when e.data ->> 'from' = $2::uuid::text then e.text end as text,
         e.data ? 'from' as "byReporter"
    from report_event e
   where (e.report_id = $1::uuid or ($3 and e.report_id = $2::uuid))
     and (e.open or ($3 and e.data ->> 'from' = $2::uuid::text))
   order by e.at, e.id`

export async function findTrackedHistory(db: Queryable, { id, ownId, kind }: TrackedRow) {
  const { rows } = await db.query<HistoryRow>(HISTORY, [id, ownId, kind === 'reporter'])
  return rows
}

type SentFile = TrackedReport['media'][number]

// Public is what the public's own view shows of the report that is handled, whichever that is after merging.
const SENT_FILES = `
  select encode(m.sha256, 'hex') as sha256, m.role, m.received_at is not null as received,
         exists (select from open.report_pictures p
                  where p.report_id = (select seq from report where id = $2) and p.role = 'before'
                    and p.picture = encode(m.public_sha256, 'hex')) as published
    from report_media m
   where m.report_id = $1 and m.role <> 'after'
   order by m.position`

/** The files that came with the reporter's own report. */
export async function findSentFiles(db: Queryable, { ownId, id }: TrackedRow): Promise<SentFile[]> {
  const { rows } = await db.query<SentFile>(SENT_FILES, [ownId, id])
  return rows
}

/** Announces more pictures of what was seen; at most ten in all. */
export async function announceMore(
  db: Queryable,
  id: string,
  media: readonly { sha256: string; sizeBytes: number }[]
) {
  await db.query(
    `insert into report_media (report_id, sha256, role, position, size_bytes)
     select $1, decode(value ->> 'sha256', 'hex'), 'before', 100 + ordinality, (value ->> 'sizeBytes')::bigint
       from jsonb_array_elements($2::jsonb) with ordinality
      where ordinality + (select count(*) from report_media where report_id = $1 and role = 'before') <= 10
         on conflict do nothing`,
    [id, JSON.stringify(media)]
  )
}

/** Whether a reporter said the very same before: it was sent again after a lost answer. */
export async function isSaid(db: Queryable, id: string, kind: string, ownId: string, text: string) {
  const { rowCount } = await db.query(
    `select from report_event
      where report_id = $1 and kind = $2 and data ->> 'from' = $3::text and text = $4 limit 1`,
    [id, kind, ownId, text]
  )
  return rowCount === 1
}

/** How often a reporter has said something. */
export async function countSaid(db: Queryable, id: string, ownId: string) {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from report_event where report_id = $1 and data ->> 'from' = $2::text`,
    [id, ownId]
  )
  return rows[0]?.count ?? 0
}

/** Notes that a reporter confirmed. */
export async function markConfirmed(db: Queryable, codeHash: Buffer) {
  await db.query(
    `update report_code set confirmed_at = now() where code_hash = $1 and confirmed_at is null`,
    [codeHash]
  )
}

/** Whether a reporter has confirmed. */
export async function isConfirmed(db: Queryable, codeHash: Buffer) {
  const { rowCount } = await db.query(
    `select from report_code where code_hash = $1 and confirmed_at is not null`,
    [codeHash]
  )
  return rowCount === 1
}
