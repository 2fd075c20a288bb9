import type { Queryable } from '../db/pool.ts'
import type { ReportState } from './contract.ts'

/** The reports that are asked about. */
export interface Span {
  commune?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Counts of one part: the whole, a category, a unit or a village. */
export interface ResultRow {
  part: 'total' | 'category' | 'unit' | 'village'
  category: string | null
  unitId: number | null
  unit: string | null
  commune: string | null
  village: string | null
  received: number
  open: number
  overdue: number
  resolved: number
  unresolved: number
  outOfScope: number
  seen: number
  seenInTime: number
  notSeenLate: number
  resolvedInTime: number
  late: number
  medianHours: number | null
}

const WITHIN = `
  ($1::text is null or r.commune_code = $1)
  and ($2::date is null or r.received_at >= $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($3::date is null or r.received_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

// Late: not ended, and its time is over. A report whose place is hidden has no village in the view, so that it is in none.
const RESULTS = `
  select case when grouping(category) = 0 then 'category' when grouping(unit_id) = 0 then 'unit'
              when grouping(village_code) = 0 then 'village' else 'total' end as part,
         category, unit_id as "unitId", unit,
         case when grouping(village_code) = 0 then commune_code when grouping(unit_id) = 0 then unit_commune end as commune,
         village_code as village,
         count(*)::integer as received,
         (count(*) filter (where is_open))::integer as open,
         (count(*) filter (where overdue))::integer as overdue,
         (count(*) filter (where is_resolved))::integer as resolved,
         (count(*) filter (where state = 'closed_unresolved'))::integer as unresolved,
         (count(*) filter (where state = 'out_of_scope'))::integer as "outOfScope",
         (count(*) filter (where acknowledged_at is not null))::integer as seen,
         (count(*) filter (where received_in_time))::integer as "seenInTime",
         (count(*) filter (where acknowledged_at is null and overdue))::integer as "notSeenLate",
         (count(*) filter (where is_resolved and resolved_in_time))::integer as "resolvedInTime",
         (count(*) filter (where is_open and overdue))::integer as late,
         percentile_cont(0.5) within group (order by extract(epoch from resolved_at - received_at)::double precision / 3600)
           filter (where is_resolved) as "medianHours"
    from (select r.*, r.state in ('new', 'received', 'assigned', 'in_progress', 'waiting_for_reporter') as is_open,
                 r.state in ('resolved', 'closed') as is_resolved
            from open.reports r where ${WITHIN}) r
   group by grouping sets ((), (category), (unit_id, unit, unit_commune), (commune_code, village_code))
   order by part, received desc, category, unit, commune, village, unit_id`

const UNRESOLVED = `
  select number, category, state, reason, handed_to as "handedTo", closed_at as "closedAt"
    from open.reports r
   where ${WITHIN} and state in ('closed_unresolved', 'out_of_scope')
   order by closed_at desc nulls last, r.id desc
   limit 100`

const NOT_PUBLIC = `
  select coalesce(sum(count), 0)::integer as count from open.reports_not_public r
   where ($1::text is null or commune_code = $1) and ($2::date is null or day >= $2) and ($3::date is null or day <= $3)`

interface UnresolvedRow {
  number: string
  category: string
  state: ReportState
  reason: string | null
  handedTo: string | null
  closedAt: Date | null
}

/** What became of approved reports, as a whole and by part; what ended unsolved; how many are not public. */
export async function findResults(db: Queryable, { commune, from, to }: Span) {
  const values = [commune ?? null, from ?? null, to ?? null]
  const results = await db.query<ResultRow>(RESULTS, values)
  const unresolved = await db.query<UnresolvedRow>(UNRESOLVED, values)
  const notPublic = await db.query<{ count: number }>(NOT_PUBLIC, values)
  return { parts: results.rows, unresolved: unresolved.rows, notPublic: notPublic.rows[0]?.count ?? 0 }
}
