import { inTransaction } from '../db/transaction.ts'
import type { Queryable } from '../db/pool.ts'
import { addEvent, changeReport } from './act-queries.ts'
import type { ReportDesk } from './desk.ts'
import { difference } from './difference.ts'
import type { Effect } from './effect.ts'
import { applyPictures, sweepPictures, type Pictures } from './public-pictures.ts'
import { findReport } from './staff-queries.ts'
import type { StaffRow } from './staff-row.ts'

/** How often a change is tried against officers who change the same report. */
const TRIES = 5
const NO_PICTURES: Pictures = { showings: [] }

/** What a reporter does with a report. */
interface ReporterWish {
  action: 'answer' | 'confirm' | 'reopen'
  /** Whether the same was done before: sent again, it is done once, also where both came at the same time. */
  isDone: () => Promise<boolean>
  /** Of the report as it is at that moment. */
  effectOf: (row: StaffRow) => Effect
  /** What else is written in the same transaction. */
  within?: (db: Queryable) => Promise<void>
  /** What the audit log tells beside the report's own fields; nothing personal. */
  noted?: Record<string, unknown>
  /** What becomes of pictures, as they are then: a result may be approved meanwhile. */
  picturesOf?: () => Promise<Pictures>
}

/** Changes a report on its reporter's behalf, again when an officer was quicker. Throws what `effectOf` throws. */
export async function changeByReporter(desk: ReportDesk, id: string, wish: ReporterWish) {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const row = await findReport(desk.db, id)
    if (!row) throw new Error(`Report ${id} is not there`)
    // Read after the row: whatever is done later raises the version that is written against.
    if (await wish.isDone()) return
    const pictures = (await wish.picturesOf?.()) ?? NO_PICTURES
    if (!(await write(desk, row, wish, pictures))) continue
    return sweepPictures(desk.media, pictures)
  }
  throw new Error(`Report ${id} is changed all the time`)
}

/** False: somebody changed the report meanwhile. Where the reporter was is not noted: the log is kept for good. */
async function write({ db, audit }: ReportDesk, row: StaffRow, wish: ReporterWish, pictures: Pictures) {
  const { action, effectOf, within = async () => undefined, noted } = wish
  const { changes, event } = effectOf(row)
  return inTransaction(db, async (client) => {
    if (!(await changeReport(client, row, changes))) return false
    await applyPictures(client, pictures)
    await within(client)
    const states = { from: row.state, to: changes.state ?? row.state }
    await addEvent(client, { id: row.id, accountId: null, ...states }, event)
    const { before, after } = difference(row, changes, pictures)
    await audit(client, {
      actor: null,
      by: 'public',
      action: `report.${action}`,
      subject: 'report',
      subjectId: row.number,
      communeCode: row.commune,
      before,
      after: { ...after, ...noted }
    })
    return true
  })
}
