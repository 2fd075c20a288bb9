import type { Pool } from 'pg'
import type { Audit } from '../accounts/contract.ts'
import type { Log, Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { REOPEN_DAYS } from './workflow.ts'

const HOUR_MS = 3_600_000
/** How long a reporter's contact is kept after its report has ended. */
export const CONTACT_MONTHS = 12
/** How long the count of an address, a keyed hash, is kept. */
export const RATE_DAYS = 1

// One statement: the state and its line in the history; a report that is reopened meanwhile is left.
const CLOSE = `
  with closed as (
    update report set state = 'closed', closed_at = now(), version = version + 1, updated_at = clock_timestamp()
     where state = 'resolved' and resolved_at < now() - make_interval(days => $1)
    returning id
  )
  insert into report_event (report_id, kind, from_state, to_state, open)
  select id, 'closed', 'resolved', 'closed', true from closed`

// What was merged goes by the report into which it was merged; one without an end date (from elsewhere) by its last change.
const ENDED = `
  with recursive ended as (
    select id from report
     where state in ('closed', 'closed_unresolved', 'out_of_scope')
       and coalesce(closed_at, updated_at) < now() - make_interval(months => $1)
    union
    select r.id from report r join ended on r.duplicate_of = ended.id
  )`

const FORGET_CONTACTS = `${ENDED}, gone as (
    delete from report_contact where report_id in (select id from ended)
    returning report_id
  )
  insert into report_event (report_id, kind)
  select distinct report_id, 'contact_removed' from gone`

// What another system handed in beside a report tells of its reporter as well.
const FORGET_HANDED_IN = `${ENDED}
  update report_event set text = null
   where kind = 'handed_in' and text is not null and report_id in (select id from ended)`

const FORGET_RATES = `delete from report_rate where span < now() - make_interval(days => $1)`

// The embedded engine renews no statistics by itself; without them lists are read by the wrong way.
const RENEW_STATISTICS = `analyze report, report_code, report_contact, report_event, report_media`

/** What came of a sweep. */
export interface Swept {
  closed: number
  contactsRemoved: number
}

/**
 * Closes what was resolved 30 days ago, removes contacts and what other systems handed in beside 12 months after the end,
 * forgets old counts of addresses, and renews what the planner knows of reports. May run at any time, in several processes
 * at once.
 */
export async function sweepReports(db: Pool, audit: Audit<Queryable>): Promise<Swept> {
  const swept = await inTransaction(db, async (client: Queryable) => {
    const closed = await client.query(CLOSE, [REOPEN_DAYS])
    const contacts = await client.query(FORGET_CONTACTS, [CONTACT_MONTHS])
    const handedIn = await client.query(FORGET_HANDED_IN, [CONTACT_MONTHS])
    await client.query(FORGET_RATES, [RATE_DAYS])
    const removed = (contacts.rowCount ?? 0) + (handedIn.rowCount ?? 0)
    const done = { closed: closed.rowCount ?? 0, contactsRemoved: removed }
    if (done.closed + removed > 0) await note(audit, client, done)
    return done
  })
  await db.query(RENEW_STATISTICS)
  return swept
}

/** Which reports they were stands in their histories. */
const note = (audit: Audit<Queryable>, db: Queryable, swept: Swept) =>
  audit(db, { actor: null, by: 'program', action: 'report.sweep', subject: 'report', after: { ...swept } })

/** Sweeps now and each hour; what fails is logged and tried again. Answers what ends it, once what is under way is done. */
export function keepReports(db: Pool, audit: Audit<Queryable>, log: Pick<Log, 'warn'>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const sweep = () => {
    running = running
      .then(() => sweepReports(db, audit))
      .catch((error: unknown) => log.warn(`Chưa dọn được phản ánh đã hết hạn: ${String(error)}`))
  }
  sweep()
  const timer = setInterval(sweep, HOUR_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
