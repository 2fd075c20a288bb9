import type { Queryable } from '../db/pool.ts'
import type { ReportFilters, ReportSort } from './contract.ts'
import type { Cursor } from './cursor.ts'
import type { StaffRow } from './staff-row.ts'

// Staff read reports through staff.reports_of($1) only: $1 is the account in every query of this file.

const OVERDUE = `
  coalesce(case
    when r.state = 'new' then r.receive_due_at < now() or r.resolve_due_at < now()
    when r.state in ('received', 'assigned', 'in_progress') then r.resolve_due_at < now()
    when r.state = 'waiting_for_reporter' then r.resolve_due_at < r.waiting_since
  end, false)`

/** Columns of `report r` with its category `c`, unit `u`, assignee `a`. */
const COLUMNS = `
  r.id, r.seq, r.number, r.version, r.category_code as category, c.theme, r.state, r.sensitive, r.urgent,
  r.commune_code as commune, r.village_code as village, st_x(r.geom) as lng, st_y(r.geom) as lat, r.description,
  r.public_text as "publicText", r.unit_id as "unitId", u.name as "unitName", r.assignee_id as "assigneeId",
  a.name as "assigneeName", r.channel, r.place_from as "placeFrom", st_x(r.measured_geom) as "measuredLng",
  st_y(r.measured_geom) as "measuredLat", r.accuracy_m as "accuracyM", r.observed_at as "observedAt",
  r.received_at as "receivedAt", r.receive_due_at as "receiveDueAt", r.acknowledged_at as "acknowledgedAt",
  r.resolve_due_at as "resolveDueAt", r.waiting_since as "waitingSince",
  r.paused_minutes as "pausedMinutes", c.receive_hours as "receiveHours",
  c.resolve_hours as "resolveHours", ${OVERDUE} as overdue,
  r.resolved_at as "resolvedAt", r.closed_at as "closedAt", r.reopened_at as "reopenedAt",
  r.approved_at as "approvedAt", r.approved_by as "approvedBy", r.result_approved_at as "resultApprovedAt", r.reason, r.handed_to as "handedTo",
  r.duplicate_of as "duplicateOf", r.foreign_system as "foreignSystem",
  nullif(r.foreign_id, r.id::text) as "foreignId", followed.witnesses, files.announced, files.received, files.picture,
  followed.confirmed, followed.coded or exists (select from report_contact k where k.report_id = r.id) as reachable,
  r.updated_at as "updatedAt"`

const JOINS = `
  join report_category c on c.code = r.category_code
  left join unit u on u.id = r.unit_id
  left join account a on a.id = r.assignee_id
 cross join lateral (
    select count(*)::integer as announced, count(m.received_at)::integer as received,
           (array_agg(encode(m.sha256, 'hex') order by m.role = 'after', m.position)
              filter (where m.received_at is not null and m.role <> 'voice'))[1] as picture
      from report_media m where m.report_id = r.id) files
 cross join lateral (
    select (count(*) - 1 + sum(k.witnesses))::integer as witnesses, bool_or(k.confirmed) as confirmed,
           bool_or(f.id = r.id and k.codes > 0) as coded
      from report_family(r.id) f
     cross join lateral (
        select count(*) filter (where c.kind = 'witness') as witnesses, count(c.confirmed_at) > 0 as confirmed,
               count(*) as codes
          from report_code c where c.report_id = f.id) k) followed`

/** What the inbox is narrowed by beside the filters of the public list. */
export interface StaffFilters extends ReportFilters {
  unit?: number | 'none' | undefined
  assignee?: number | undefined
  mine?: boolean | undefined
  approved?: boolean | undefined
  text?: string | undefined
}

// $2 … $15; null does not narrow. Here the box is compared with the true place.
const FILTER = `
  ($2::text is null or r.commune_code = $2)
  and ($3::text is null or r.village_code = $3)
  and ($4::text[] is null or r.category_code = any($4))
  and ($5::text is null or r.category_code in (select code from report_category where theme = $5))
  and ($6::text[] is null or r.state = any($6))
  and ($7::boolean is null or ${OVERDUE} = $7)
  and ($8::double precision[] is null
       or r.geom && st_makeenvelope(($8::double precision[])[1], ($8::double precision[])[2],
                                    ($8::double precision[])[3], ($8::double precision[])[4], 4326))
  and ($9::date is null or r.received_at >= $9::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($10::date is null or r.received_at < ($10::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($11::bigint is null or r.unit_id = $11)
  and ($12::boolean is null or (r.unit_id is null) = $12)
  and ($13::bigint is null or r.assignee_id = $13)
  and ($14::boolean is null or (r.approved_at is not null) = $14)
  and ($15::text is null or position(search_text($15) in search_text(concat_ws(' ', r.number, r.description, nullif(r.foreign_id, r.id::text)))) > 0)`

const filterValues = (accountId: number, filters: StaffFilters) => [
  accountId,
  filters.commune ?? null,
  filters.village ?? null,
  filters.category ?? null,
  filters.theme ?? null,
  filters.state ?? null,
  filters.overdue ?? null,
  filters.bbox ?? null,
  filters.from ?? null,
  filters.to ?? null,
  typeof filters.unit === 'number' ? filters.unit : null,
  filters.unit === 'none' ? true : null,
  filters.mine ? accountId : (filters.assignee ?? null),
  filters.approved ?? null,
  filters.text ?? null
]

const SORTS: Record<ReportSort, { by: string; order: 'asc' | 'desc' }> = {
  newest: { by: 'r.received_at', order: 'desc' },
  oldest: { by: 'r.received_at', order: 'asc' },
  updated: { by: 'r.updated_at', order: 'desc' },
  // Who is not received yet is due by then; what has ended is due no more.
  due: {
    by: `coalesce(case when r.state = 'new' then least(r.receive_due_at, r.resolve_due_at)
                       when r.state in ('received', 'assigned', 'in_progress') then r.resolve_due_at end, 'infinity')`,
    order: 'asc'
  }
}

/** A page: $16 and $17 the bookmark, $18 how many. Columns are computed for the page's rows only. */
const listSql = ({ by, order }: { by: string; order: 'asc' | 'desc' }) => `
  with page as materialized (
    select r.*, ${by} as sorted_by
      from staff.reports_of($1) r
     where ${FILTER}
       and ($16::timestamptz is null or (${by}, r.seq) ${order === 'asc' ? '>' : '<'} ($16::timestamptz, $17::bigint))
     order by sorted_by ${order}, r.seq ${order}
     limit $18
  )
  select ${COLUMNS},
         case when isfinite(r.sorted_by) then to_char(r.sorted_by at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'
              else 'infinity' end as "sortedBy"
    from page r ${JOINS}
   order by r.sorted_by ${order}, r.seq ${order}`

const COUNT = `select count(*) as total from staff.reports_of($1) r where ${FILTER}`

/** A page of what an account may see, with the bookmark of its end, and how many there are in all. */
export async function listStaff(
  db: Queryable,
  accountId: number,
  filters: StaffFilters,
  page: { sort: ReportSort; after: Cursor | null; limit: number }
) {
  const values = filterValues(accountId, filters)
  const { rows } = await db.query<StaffRow & { sortedBy: string }>(listSql(SORTS[page.sort]), [
    ...values,
    page.after?.value ?? null,
    page.after?.id ?? null,
    page.limit + 1
  ])
  const counted = await db.query<{ total: number }>(COUNT, values)
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  return {
    rows: rows.slice(0, page.limit),
    next: last ? { value: last.sortedBy, id: last.seq } : null,
    total: counted.rows[0]?.total ?? 0
  }
}

/** One report that an account may see. */
export async function findStaff(db: Queryable, accountId: number, id: string): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>(
    `select ${COLUMNS} from staff.reports_of($1) r ${JOINS} where r.id = $2`,
    [accountId, id]
  )
  return rows[0]
}

/** A report by its id, for what its reporter and the program themselves do; staff see it by `findStaff` only. */
export async function findReport(db: Queryable, id: string): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>(`select ${COLUMNS} from report r ${JOINS} where r.id = $1`, [id])
  return rows[0]
}
