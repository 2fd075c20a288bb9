import type { Actor } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { HIDDEN_BESIDE } from './act-queries.ts'
import type { ReportState } from './contract.ts'
import type { StaffReportDetail } from './staff-contract.ts'
import { staffReport, type StaffRow } from './staff-row.ts'

type Media = StaffReportDetail['media']
type Contacts = NonNullable<StaffReportDetail['contacts']>

interface BriefRow {
  id: string
  number: string
  state: ReportState
  receivedAt: Date
}

interface EventRow {
  at: Date
  kind: string
  recordedAt: string | null
  by: string | null
  toState: ReportState | null
  text: string | null
  open: boolean
  textOpen: boolean
  publicText: string | null
}

const MEDIA = `
  select encode(m.sha256, 'hex') as sha256, m.role, r.number, m.received_at is not null as received, m.boxes,
         encode(m.public_sha256, 'hex') as picture,
         m.received_at is not null and not ${HIDDEN_BESIDE} and (m.role = 'before' or m.role = 'after' and r.id = root.id)
           as "mayBePublic"
    from report root
   cross join lateral report_family(root.id) f
    join report r on r.id = f.id
    join report_media m on m.report_id = r.id
   where root.id = $1
   order by r.id <> $1, r.received_at, m.role = 'after', m.position, m.announced_at`

// What another system handed in beside (an address, a name) is its reporter's: for whoever may read contacts ($3).
const HISTORY = `
  select e.at, e.data ->> 'recordedAt' as "recordedAt", e.kind, a.name as by, e.to_state as "toState",
         case when e.kind <> 'handed_in' or $3::boolean then e.text end as text, e.open, e.text_open as "textOpen",
         e.data ->> 'publicText' as "publicText"
    from report_event e
    left join account a on a.id = e.account_id
   where e.report_id = $1 and ($2::bigint is null or e.id <= $2)
   order by e.at, e.id`

const BRIEF = `r.id, r.number, r.state, r.received_at as "receivedAt"`

const MERGED = `
  select ${BRIEF} from report_family($1) f join report r on r.id = f.id where r.id <> $1 order by r.received_at, r.id`

const MERGED_INTO = `select ${BRIEF} from report r where r.id = $1`

// What came later is proposed as well as what was there before: as near and as recent to one another as the category says.
const LIKELY = `
  select ${BRIEF}, st_distance(r.geom::geography, own.geom::geography) as "distanceM"
    from report own
    join report_category c on c.code = own.category_code
    join staff.reports_of($1) r on r.category_code = own.category_code and r.id <> own.id
   where own.id = $2 and own.state <> 'duplicate'
     and r.state in ('new', 'received', 'assigned', 'in_progress', 'waiting_for_reporter')
     and abs(extract(epoch from r.received_at - own.received_at)) < c.duplicate_days * 86400
     and r.geom && st_expand(own.geom, 0.002)
     and st_dwithin(r.geom::geography, own.geom::geography, c.duplicate_radius_m)
   order by "distanceM", r.seq
   limit 10`

// Null where the account may not read contacts of this report; an empty list where there are none.
const CONTACTS = `
  select r.number, k.name, k.phone, k.email
    from staff.report_contacts_of($1, $2) k
    join report r on r.id = k.report_id
   order by k.created_at`

const MAY_READ_CONTACTS = `select staff.may_read_contacts($1, $2) as may`

const brief = ({ receivedAt, ...row }: BriefRow) => ({ ...row, receivedAt: receivedAt.toISOString() })
const iso = (moment: Date | null) => moment?.toISOString() ?? null

/** Whether an account may read, and on request delete, what is personal of a report's reporters. */
export async function mayReadContacts(db: Queryable, accountId: number, id: string): Promise<boolean> {
  const { rows } = await db.query<{ may: boolean }>(MAY_READ_CONTACTS, [accountId, id])
  return rows[0]?.may ?? false
}

async function contactsFor(db: Queryable, accountId: number, id: string): Promise<Contacts | null> {
  if (!(await mayReadContacts(db, accountId, id))) return null
  return (await db.query<Contacts[number]>(CONTACTS, [accountId, id])).rows
}

async function duplicateOf(db: Queryable, id: string | null) {
  if (id === null) return null
  const { rows } = await db.query<BriefRow>(MERGED_INTO, [id])
  return rows[0] ? brief(rows[0]) : null
}

/** The history of a report, oldest first; `until`: no later event than this. `personal`: for whoever may read contacts. */
export async function findHistory(
  db: Queryable,
  id: string,
  { until = null, personal }: { until?: number | null; personal: boolean }
) {
  const { rows } = await db.query<EventRow>(HISTORY, [id, until, personal])
  return rows.map((event) => ({ ...event, at: event.at.toISOString() }))
}

type Beside = 'duplicateOf' | 'duplicates' | 'likelyDuplicates' | 'media' | 'history' | 'contacts'

/** A row with what was read beside it. */
export function detailOf(
  row: StaffRow,
  actor: Actor,
  beside: Pick<StaffReportDetail, Beside>
): StaffReportDetail {
  const { measuredLng: lng, measuredLat: lat, publicText, placeFrom, reason, handedTo, confirmed } = row
  return {
    ...staffReport(row, actor),
    ...{ publicText, placeFrom, reason, handedTo, confirmed },
    measured: lng === null || lat === null ? null : { lng, lat, accuracyM: row.accuracyM },
    observedAt: iso(row.observedAt),
    waitingSince: iso(row.waitingSince),
    foreign: row.foreignSystem === null ? null : { system: row.foreignSystem, id: row.foreignId },
    ...beside
  }
}

/** A row with everything beside it that somebody may see. */
export async function staffDetail(db: Queryable, row: StaffRow, actor: Actor): Promise<StaffReportDetail> {
  const { accountId } = actor
  const media = await db.query<Media[number]>(MEDIA, [row.id])
  const merged = await db.query<BriefRow>(MERGED, [row.id])
  const likely = await db.query<BriefRow & { distanceM: number }>(LIKELY, [accountId, row.id])
  const contacts = await contactsFor(db, accountId, row.id)
  return detailOf(row, actor, {
    duplicateOf: await duplicateOf(db, row.duplicateOf),
    duplicates: merged.rows.map(brief),
    likelyDuplicates: likely.rows.map(({ distanceM, ...one }) => ({ ...brief(one), distanceM })),
    media: media.rows,
    history: await findHistory(db, row.id, { personal: contacts !== null }),
    contacts
  })
}
