import { createHash } from 'node:crypto'
import type { Actor } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import {
  addEvent,
  changeReport,
  closeResultText,
  findGivenAt,
  forgetConfirmations,
  holdBoth,
  isDoneAlready,
  openResultText,
  touch
} from './act-queries.ts'
import type { ReportActionBody } from './action-contract.ts'
import { asLeft, findLeft, type Left } from './as-left.ts'
import type { ReportDesk } from './desk.ts'
import { difference } from './difference.ts'
import type { Effect } from './effect.ts'
import { effectOf } from './effects.ts'
import { plainText } from './plain-text.ts'
import { applyPictures, preparePictures, sweepPictures, type Pictures } from './public-pictures.ts'
import { recordedAt } from './recorded.ts'
import { settingOf } from './setting.ts'
import { findReport, findStaff } from './staff-queries.ts'
import { mayOf, type StaffRow } from './staff-row.ts'
import { refusalFor } from './workflow.ts'

const NOT_HERE = {
  vi: 'Không có phản ánh này, hoặc nó không thuộc phần việc của ông/bà.',
  en: 'There is no such report, or it is not yours to see.'
}

const JUST_MERGED = {
  vi: 'Phản ánh kia vừa được gộp vào một phản ánh khác. Hãy tải lại và chọn phản ánh đó.',
  en: 'The other report was merged into another just now. Load again and choose that one.'
}

/** What somebody wants done. */
export interface Wish {
  actor: Actor
  id: string
  /** As it was read; another now: nothing is done. */
  version: number
  body: ReportActionBody
  /** Where it comes from, for the audit log. */
  address: string
}

/** What came of it; `changed`: nothing, because somebody else changed the report meanwhile. */
export interface Done {
  kind: 'done' | 'changed'
  row: StaffRow
  /** It was done before, and others went on since with what is out of sight by now. */
  left?: Left
}

/** A report that an account may see. Throws 404. */
export async function requireStaff(db: Queryable, accountId: number, id: string): Promise<StaffRow> {
  const row = await findStaff(db, accountId, id)
  if (!row) throw new HttpError(404, NOT_HERE)
  return row
}

/** The other report of a merger or of its undoing. */
const otherOf = (row: StaffRow, { changes }: Effect) =>
  'duplicateOf' in changes ? (changes.duplicateOf ?? row.duplicateOf) : null

/** Two mergers at once make no circle: both reports are held, and what was merged meanwhile takes nothing in. */
async function holdMerger(db: Queryable, row: StaffRow, effect: Effect) {
  const other = otherOf(row, effect)
  if (other === null) return
  const merged = await holdBoth(db, [row.id, other])
  if (effect.changes.duplicateOf && merged.includes(other)) throw new HttpError(409, JUST_MERGED)
}

/** What tells a wish from another: the same one sent again after a lost answer is known by it. */
function markOf({ version, body }: Wish) {
  const asked: Record<string, unknown> = { ...body }
  // Each time it is sent at another moment.
  delete asked.told
  return createHash('sha256')
    .update(JSON.stringify([version, asked]))
    .digest('base64url')
}

/** What the history keeps of when it was written down, where somebody wrote it down before it was sent. */
async function recordOf(db: Queryable, { id, body }: Wish, now: Date) {
  const told = 'told' in body ? body.told : undefined
  const since = told && (await findGivenAt(db, id))
  const moment = since ? recordedAt(told, now, since) : null
  return moment ? { recordedAt: moment.toISOString() } : {}
}

/** Writes an effect down, whole or not at all. False: the report was changed meanwhile. */
async function write(
  { db, audit }: ReportDesk,
  wish: Wish,
  row: StaffRow,
  { effect, pictures, now }: { effect: Effect; pictures: Pictures; now: Date }
) {
  const { actor, body, address } = wish
  const { changes, event } = effect
  return inTransaction(db, async (client) => {
    await holdMerger(client, row, effect)
    if (!(await changeReport(client, row, changes))) return false
    const states = { from: row.state, to: changes.state ?? row.state }
    const data = { ...event.data, request: markOf(wish), ...(await recordOf(client, wish, now)) }
    await addEvent(client, { id: row.id, accountId: actor.accountId, ...states }, { ...event, data })
    await applyPictures(client, pictures)
    if (body.action === 'approve_result') await openResultText(client, row.id, plainText(body.text))
    if (body.action === 'reopen') await forgetConfirmations(client, row.id)
    if (body.action === 'withdraw_approval') await closeResultText(client, row.id)
    const other = otherOf(row, effect)
    if (other !== null) await touch(client, other)
    await audit(client, {
      actor,
      action: `report.${body.action}`,
      subject: 'report',
      subjectId: row.number,
      communeCode: row.commune,
      ...difference(row, changes, pictures),
      from: address
    })
    return true
  })
}

/** The answer to a wish that was done before, where the report is out of sight by now. Throws 404 for any other. */
async function doneBefore({ db }: ReportDesk, wish: Wish): Promise<Done> {
  const { actor, id, version } = wish
  const left = await findLeft(db, id, actor.accountId, markOf(wish))
  const row = left && (await findReport(db, id))
  if (!row) throw new HttpError(404, NOT_HERE)
  if (row.version === version + 1) return { kind: 'done', row }
  return { kind: 'done', row: asLeft(row, left, version + 1), left }
}

/**
 * Does one thing with a report; sent again after a lost answer, it is done once. Throws 404 (not to be seen), 403 (the role
 * may not), 409 (not in this state), 422 (something is lacking).
 */
export async function act(desk: ReportDesk, wish: Wish, now = new Date()): Promise<Done> {
  const { actor, id, version, body } = wish
  const row = await findStaff(desk.db, actor.accountId, id)
  if (!row) return doneBefore(desk, wish)
  const kindWhen = async (written: boolean) =>
    written || (await isDoneAlready(desk.db, id, actor.accountId, markOf(wish))) ? 'done' : 'changed'
  if (row.version !== version) return { kind: await kindWhen(false), row }
  const refusal = refusalFor(body.action, row, mayOf(actor), now)
  if (refusal) throw new HttpError(refusal.status, refusal.detail)
  const setting = await settingOf(desk.db, row, body, { actor, calendar: await desk.calendar(), now })
  const effect = effectOf(row, body, setting)
  const pictures = await preparePictures(desk.db, desk.media, id, body, effect)
  const written = await write(desk, wish, row, { effect, pictures, now }).finally(() =>
    sweepPictures(desk.media, pictures)
  )
  // Whoever gave a report away may not see it any more: it is shown to him once, as he left it.
  const after = (await findStaff(desk.db, actor.accountId, id)) ?? {
    ...row,
    ...effect.changes,
    version: version + 1
  }
  return { kind: await kindWhen(written), row: after }
}
