import type { Queryable } from '../../db/pool.ts'
import type { PublicReport } from '../contract.ts'
import { PUBLIC_COLUMNS, publicReport, type PublicRow } from '../public-queries.ts'

/** What a list is narrowed by; null does not narrow. Both ends of a span count. */
export interface RequestFilter {
  commune: string | null
  numbers: readonly string[] | null
  categories: readonly string[] | null
  states: readonly string[] | null
  from: Date | null
  to: Date | null
  updatedFrom: Date | null
  updatedTo: Date | null
}

/** A public report with what Open311 tells besides; `accuracyM`: radius in metres that holds the true place with 95 %. */
export interface OpenRequest extends PublicReport {
  categoryName: { vi: string; en: string } | null
  reason: string | null
  handedTo: string | null
  accuracyM: number | null
}

type Row = PublicRow & Omit<OpenRequest, keyof PublicReport>

// Public views only. A number that was merged stands for what it was merged into. Changes are told in milliseconds and so
// compared: of a closed request too by the last one, though it is told when it was closed. Who asks for changes misses none.
const LIST = `
  select ${PUBLIC_COLUMNS}, r.reason, r.handed_to as "handedTo", a.accuracy_m as "accuracyM",
         case when c.code is not null then json_build_object('vi', c.name_vi, 'en', c.name_en) end as "categoryName"
    from open.reports r
    left join open.report_accuracy a on a.report_id = r.id
    left join open.report_category_names c on c.code = r.category
   where ($1::text is null or r.commune_code = $1)
     and ($2::text[] is null or r.number in (select open.report_number_now(n) from unnest($2::text[]) n))
     and ($3::text[] is null or r.category = any($3))
     and ($4::text[] is null or r.state = any($4))
     and ($5::timestamptz is null or r.received_at >= $5)
     and ($6::timestamptz is null or r.received_at <= $6)
     and ($7::timestamptz is null or date_trunc('milliseconds', r.updated_at) >= $7)
     and ($8::timestamptz is null or date_trunc('milliseconds', r.updated_at) <= $8)
   order by r.received_at desc, r.id desc
   limit $9 offset $10::bigint`

/** A page of public reports, newest first. */
export async function listRequests(
  db: Queryable,
  filter: RequestFilter,
  { limit, offset }: { limit: number; offset: number }
): Promise<OpenRequest[]> {
  const { rows } = await db.query<Row>(LIST, [
    filter.commune,
    filter.numbers,
    filter.categories,
    filter.states,
    filter.from,
    filter.to,
    filter.updatedFrom,
    filter.updatedTo,
    limit,
    offset
  ])
  return rows.map(({ categoryName, reason, handedTo, accuracyM, ...row }) => ({
    ...publicReport(row),
    categoryName,
    reason,
    handedTo,
    accuracyM
  }))
}

/** Whether there is or was a commune of that code: reports keep the commune in which they were taken in. */
export async function isCommune(db: Queryable, code: string) {
  const { rows } = await db.query<{ found: boolean }>(
    `select exists (select from open.communes where code = $1) as found`,
    [code]
  )
  return rows[0]?.found === true
}

/** The number under which the report with this id is public now; null or undefined: under none. */
export async function findNumberOf(db: Queryable, id: string) {
  const { rows } = await db.query<{ number: string | null }>(
    `select open.report_number_now(number) as number from report where id = $1`,
    [id]
  )
  return rows[0]?.number
}

/** What a system calls the reports that it handed in, of these numbers; those without an id of its own are left out. */
export async function findExternalIds(
  db: Queryable,
  system: string,
  numbers: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ number: string; id: string }>(
    `select number, foreign_id as id from report
      where foreign_system = $1 and number = any($2) and foreign_id <> id::text`,
    [system, numbers]
  )
  return new Map(rows.map(({ number, id }) => [number, id]))
}

/** What was said of a report when it was taken in. */
export async function findDescription(db: Queryable, id: string) {
  const { rows } = await db.query<{ description: string | null }>(
    'select description from report where id = $1',
    [id]
  )
  return rows[0]?.description ?? null
}

// Once per report, however often it is sent.
const KEEP_DETAILS = `
  insert into report_event (report_id, kind, text, data)
  select $1, 'handed_in', $2, $3
   where not exists (select from report_event where report_id = $1 and kind = 'handed_in')`

/** Keeps for staff, never for the public, what the other system said besides. */
export async function keepDetails(db: Queryable, reportId: string, text: string, system: string) {
  await db.query(KEEP_DETAILS, [reportId, text, JSON.stringify({ system })])
}
