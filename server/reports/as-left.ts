import type { Actor } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import type { ReportState } from './contract.ts'
import type { StaffReportDetail } from './staff-contract.ts'
import { detailOf, findHistory } from './staff-detail.ts'
import type { StaffRow } from './staff-row.ts'

/** What somebody did with a report, and how it stood right after that. */
export interface Left {
  eventId: number
  at: Date
  state: ReportState
  unitId: number | null
  unitName: string | null
  assigneeId: number | null
  assigneeName: string | null
  /** What was corrected later, as it was; null: nothing was. */
  corrected: { lng: number; lat: number; category: string } | null
}

// What the same wish (its mark: $3) wrote when it came first.
const LEFT = `
  select e.id as "eventId", e.at, coalesce(entered.to_state, 'new') as state,
         given."unitId", given."unitName", given."assigneeId", a.name as "assigneeName",
         (select s.data -> 'before' from report_event s
           where s.report_id = e.report_id and s.id > e.id and s.kind = 'edited' order by s.id limit 1) as corrected
    from report_event e
    left join lateral (
      select to_state from report_event s
       where s.report_id = e.report_id and s.id <= e.id and s.to_state is not null order by s.id desc limit 1) entered on true
    left join lateral (
      select (s.data ->> 'unitId')::bigint as "unitId", s.text as "unitName", (s.data ->> 'accountId')::bigint as "assigneeId"
        from report_event s
       where s.report_id = e.report_id and s.id <= e.id and s.kind = 'assigned' order by s.id desc limit 1) given on true
    left join account a on a.id = given."assigneeId"
   where e.report_id = $1 and e.account_id = $2 and e.data ->> 'request' = $3
   order by e.id
   limit 1`

/** How somebody left a report when he had this very wish done; undefined: he had not. */
export async function findLeft(db: Queryable, id: string, accountId: number, request: string) {
  const { rows } = await db.query<Left>(LEFT, [id, accountId, request])
  return rows[0]
}

/** A report of another by now, as somebody left it: nothing of what others did with it since. */
export function asLeft(row: StaffRow, left: Left, version: number): StaffRow {
  const until = (moment: Date | null) => (moment && moment <= left.at ? moment : null)
  const { eventId: _id, at: _at, corrected, ...stood } = left
  return {
    ...row,
    ...stood,
    ...(corrected ? { ...corrected, village: null } : {}),
    version,
    overdue: false,
    publicText: null,
    reason: null,
    handedTo: null,
    duplicateOf: null,
    confirmed: false,
    acknowledgedAt: until(row.acknowledgedAt),
    waitingSince: until(row.waitingSince),
    resolvedAt: until(row.resolvedAt),
    closedAt: until(row.closedAt),
    reopenedAt: until(row.reopenedAt),
    approvedAt: until(row.approvedAt),
    resultApprovedAt: until(row.resultApprovedAt),
    updatedAt: left.at
  }
}

/** Such a report with its history until then; files, contacts and what lies beside it are not his any more. */
export async function leftDetail(
  db: Queryable,
  row: StaffRow,
  actor: Actor,
  { eventId }: Left
): Promise<StaffReportDetail> {
  return detailOf(row, actor, {
    duplicateOf: null,
    duplicates: [],
    likelyDuplicates: [],
    media: [],
    history: await findHistory(db, row.id, { until: eventId, personal: false }),
    contacts: null
  })
}
