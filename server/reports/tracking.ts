import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import { forgetConfirmations } from './act-queries.ts'
import type { ReportDesk } from './desk.ts'
import type { Effect } from './effect.ts'
import { endPause, reopen } from './effects.ts'
import { hideAfterPictures } from './public-pictures.ts'
import { hashOfCode } from './receive-queries.ts'
import { changeByReporter } from './reporter-change.ts'
import type { StaffRow } from './staff-row.ts'
import type { TrackedReport } from './tracking-contract.ts'
import {
  announceMore,
  countSaid,
  findSentFiles,
  findTracked,
  findTrackedHistory,
  isConfirmed,
  isSaid,
  markConfirmed,
  type TrackedRow
} from './tracking-queries.ts'
import { isOpen, refuseReopening } from './workflow.ts'

/** A reporter who has more to say writes a new report. */
const MOST_SAID = 20

const UNKNOWN_CODE = {
  vi: 'Mã theo dõi này không mở được phản ánh nào. Hãy kiểm tra lại 12 ký tự trên biên nhận.',
  en: 'This tracking code opens no report. Check the 12 letters on the receipt.'
}
const NOT_REPORTER = {
  vi: 'Chỉ người gửi phản ánh làm được việc này.',
  en: 'Only whoever sent the report can do this.'
}
const ENDED = {
  vi: 'Phản ánh đã kết thúc nên không nhận thêm nội dung. Hãy gửi phản ánh mới nếu cần.',
  en: 'The report has ended and takes nothing more. Send a new one if need be.'
}
const NOT_RESOLVED = {
  vi: 'Chỉ xác nhận được phản ánh đã có kết quả xử lý.',
  en: 'Only a report with a result can be confirmed.'
}
const CONFIRMED = {
  vi: 'Ông/bà đã xác nhận phản ánh này được giải quyết nên không mở lại được nữa.',
  en: 'You confirmed that this report is solved; it cannot be reopened any more.'
}
const ENOUGH = {
  vi: 'Phản ánh này đã có quá nhiều nội dung bổ sung. Hãy gửi phản ánh mới nếu cần.',
  en: 'Too much was added to this report. Send a new one if need be.'
}

/** Somebody with a code, from an address. */
export interface Holder {
  code: string
  address: string
}

/**
 * What a code opens. Throws 404, and 429 after too many wrong ones from one address; a right one is not held up by what
 * others tried from there, and 60 random bits are not found by guessing.
 */
export async function requireTracked({ db, senders }: ReportDesk, { code, address }: Holder) {
  const row = await findTracked(db, hashOfCode(code))
  if (row) return row
  await senders.count('guess', address)
  throw new HttpError(404, UNKNOWN_CODE)
}

async function requireReporter(desk: ReportDesk, holder: Holder) {
  const row = await requireTracked(desk, holder)
  if (row.kind !== 'reporter') throw new HttpError(403, NOT_REPORTER)
  return row
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function mayDo(row: TrackedRow, now: Date) {
  const mine = row.kind === 'reporter'
  const ended = row.state === 'resolved' || row.state === 'closed'
  const facts = { ...row, resultApprovedAt: null, reachable: true }
  return {
    mayAnswer: mine && isOpen(row.state),
    mayConfirm: mine && row.state === 'resolved' && !row.confirmed,
    mayReopen: mine && ended && !row.confirmed && refuseReopening(facts, now) === null
  }
}

/** A row as its reporter (or one who saw it too) gets it. */
export async function trackedReport(
  db: Queryable,
  row: TrackedRow,
  now = new Date()
): Promise<TrackedReport> {
  const { number, ownNumber, kind, category, theme, state, description, unit, handedTo, confirmed, overdue } =
    row
  const history = await findTrackedHistory(db, row)
  const asked =
    state === 'waiting_for_reporter' ? history.findLast((event) => event.kind === 'asked') : undefined
  return {
    ...{ number, ownNumber, kind, category, theme, state, description, unit, handedTo, confirmed, overdue },
    place: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    receivedAt: row.receivedAt.toISOString(),
    receiveDueAt: iso(row.receiveDueAt),
    acknowledgedAt: iso(row.acknowledgedAt),
    resolveDueAt: iso(row.resolveDueAt),
    resolvedAt: iso(row.resolvedAt),
    closedAt: iso(row.closedAt),
    published: row.approvedAt !== null && state !== 'duplicate',
    question: asked?.text ?? null,
    ...mayDo(row, now),
    media: kind === 'reporter' ? await findSentFiles(db, row) : [],
    history: history.map(({ byReporter: _byReporter, ...event }) => ({
      ...event,
      at: event.at.toISOString()
    }))
  }
}

/** Takes an answer to what staff asked, or something to add. Throws 403, 409 when the report has ended. */
export async function answer(
  desk: ReportDesk,
  holder: Holder,
  text: string,
  media: readonly { sha256: string; sizeBytes: number }[],
  now = new Date()
) {
  const row = await requireReporter(desk, holder)
  const isDone = () => isSaid(desk.db, row.id, 'answered', row.ownId, text)
  if (await isDone()) return
  if (!isOpen(row.state)) throw new HttpError(409, ENDED)
  if ((await countSaid(desk.db, row.id, row.ownId)) >= MOST_SAID) throw new HttpError(409, ENOUGH)
  await desk.senders.count('answer', holder.address)
  const calendar = await desk.calendar()
  const effectOf = (report: StaffRow): Effect => ({
    changes: report.waitingSince ? { state: 'in_progress', ...endPause(report, { now, calendar }) } : {},
    event: { kind: 'answered', text, data: { from: row.ownId } }
  })
  await changeByReporter(desk, row.id, {
    action: 'answer',
    isDone,
    effectOf,
    within: (client) => announceMore(client, row.ownId, media),
    noted: media.length > 0 ? { sent: media.map(({ sha256 }) => sha256) } : {}
  })
}

/** A reporter says that it is solved. Throws 403, 409 where there is no result to confirm. */
export async function confirm(desk: ReportDesk, holder: Holder) {
  const row = await requireReporter(desk, holder)
  if (row.confirmed) return
  if (row.state !== 'resolved') throw new HttpError(409, NOT_RESOLVED)
  const codeHash = hashOfCode(holder.code)
  await changeByReporter(desk, row.id, {
    action: 'confirm',
    isDone: () => isConfirmed(desk.db, codeHash),
    effectOf: () => ({ changes: {}, event: { kind: 'confirmed', open: true, data: { from: row.ownId } } }),
    within: (client) => markConfirmed(client, codeHash),
    noted: { confirmed: true }
  })
}

/** A reporter says that it is not solved: once, within 30 days. Throws 403, 409. */
export async function reopenByReporter(desk: ReportDesk, holder: Holder, text: string, now = new Date()) {
  const row = await requireReporter(desk, holder)
  const isDone = () => isSaid(desk.db, row.id, 'reopened', row.ownId, text)
  if (await isDone()) return
  if (row.confirmed) throw new HttpError(409, CONFIRMED)
  const calendar = await desk.calendar()
  const effectOf = (report: StaffRow): Effect => {
    const refusal =
      report.state === 'resolved' || report.state === 'closed' ? refuseReopening(report, now) : null
    if (refusal) throw new HttpError(refusal.status, refusal.detail)
    if (!report.resolvedAt) throw new HttpError(409, NOT_RESOLVED)
    const { changes, event } = reopen(report, text, { now, calendar })
    return { changes, event: { ...event, data: { from: row.ownId } } }
  }
  await changeByReporter(desk, row.id, {
    action: 'reopen',
    isDone,
    effectOf,
    within: (client) => forgetConfirmations(client, row.id),
    picturesOf: () => hideAfterPictures(desk.db, row.id)
  })
}
