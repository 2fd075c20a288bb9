import type { Pool } from 'pg'
import type { Actor, Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import { addWorkingMinutes, receiveHours, type WorkCalendar } from './clock.ts'
import type { NewReport, Receipt } from './contract.ts'
import { contactOf, plainText } from './plain-text.ts'
import { findForeign, findReceipt, isHere } from './receipt-queries.ts'
import { findOffered, findPlace, hashOfCode, takeIn, type TakenIn } from './receive-queries.ts'
import type { Senders } from './senders.ts'

const MOST_PICTURES = 5
/** How long a phone may keep a report of a category that has ended meanwhile. */
const OUTBOX_DAYS = 30
const FIRST_YEAR = 1970
const LAST_YEAR = 2199

const OTHER_CODE = {
  vi: 'Mã phản ánh này đã thuộc về một phản ánh khác. Hãy tạo phản ánh mới rồi gửi lại.',
  en: 'This id belongs to another report. Make a new report and send it again.'
}
const CODE_TAKEN = {
  vi: 'Mã theo dõi này đã được dùng. Hãy tạo mã khác rồi gửi lại.',
  en: 'This tracking code is in use. Make another one and send again.'
}
const NO_COMMUNE = {
  vi: 'Vị trí nằm ngoài các xã mà chương trình này phục vụ. Hãy xem lại vị trí trên bản đồ, hoặc gửi tới xã sở tại.',
  en: 'The place lies outside the communes that this program serves. Check it on the map, or report to that commune.'
}
const noCategory = (code: string) =>
  new HttpError(422, {
    vi: `Không có loại phản ánh «${code}». Hãy chọn lại trong danh sách.`,
    en: `There is no category “${code}”. Choose one from the list.`
  })
const TOO_MANY_FILES = {
  vi: `Một phản ánh có nhiều nhất ${MOST_PICTURES} ảnh hiện trường và một đoạn ghi âm. Hãy bớt tệp rồi gửi lại.`,
  en: `A report has at most ${MOST_PICTURES} pictures of what was seen and one voice note. Send fewer files.`
}

/** What taking in needs. */
export interface ReceiveDeps {
  db: Pool
  audit: Audit<Queryable>
  calendar: () => Promise<WorkCalendar>
  senders: Senders
}

/** How a report comes. `foreign`: the other system's own id, by which it is recognised; it needs no code then. */
export interface Arrival {
  report: Omit<NewReport, 'code'> & { code?: string | undefined }
  channel: 'web' | 'staff' | 'desk' | 'phone_call' | 'open311' | 'demo'
  actor: Actor | null
  /** Null: not counted. */
  address: string | null
  /** Of somebody of staff, for the audit log. */
  from?: string
  foreign?: { system: string; id: string }
}

function requireFewFiles({ media }: Arrival['report']) {
  const count = (role: string) => media.filter((one) => one.role === role).length
  if (count('before') > MOST_PICTURES || count('voice') > 1 || count('after') > 0)
    throw new HttpError(422, TOO_MANY_FILES)
}

/** A moment by the phone's clock as the database can keep it; null for one that no phone has. */
function observed(text: string | undefined): Date | null {
  if (text === undefined) return null
  const moment = new Date(text)
  const year = moment.getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR ? moment : null
}

const isCodeTaken = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'report_code_pkey'

/** The receipt of a report that is here; throws 409 where another code opens it. */
async function earlierReceipt(
  { db }: ReceiveDeps,
  { report, foreign }: Arrival
): Promise<Receipt | undefined> {
  const foreignReport = foreign && (await findForeign(db, foreign.system, foreign.id))
  if (!(await isHere(db, foreignReport ?? report.id))) return undefined
  const codeHash = report.code === undefined ? null : hashOfCode(report.code)
  const found = await findReceipt(db, foreignReport ?? report.id, codeHash)
  if (found && !found.opens && foreignReport === undefined) throw new HttpError(409, OTHER_CODE)
  return found?.receipt
}

async function rowOf({ db, calendar }: ReceiveDeps, { report, channel, actor, foreign }: Arrival, now: Date) {
  const isOfPhone = channel === 'web' || channel === 'staff'
  const category = await findOffered(db, report.category, isOfPhone ? OUTBOX_DAYS : 0)
  if (!category) throw noCategory(report.category)
  const place = await findPlace(db, report.place, dayInVietnam(now))
  if (!place) throw new HttpError(422, NO_COMMUNE)
  const work = await calendar()
  const { sensitive, urgent, resolveHours } = category
  return {
    ...report,
    codeHash: report.code === undefined ? null : hashOfCode(report.code),
    year: Number(dayInVietnam(now).slice(0, 4)),
    communeCode: place.communeCode,
    villageCode: place.villageCode,
    sensitive,
    urgent,
    description: plainText(report.description),
    measured: report.measured ?? null,
    observedAt: observed(report.observedAt),
    receivedAt: now,
    channel,
    takenInBy: actor?.accountId ?? null,
    receiveDueAt: addWorkingMinutes(work, now, receiveHours(urgent, category.receiveHours) * 60),
    resolveDueAt: addWorkingMinutes(work, now, resolveHours * 60),
    foreignSystem: foreign?.system ?? null,
    foreignId: foreign?.id ?? null,
    contact: contactOf(report.contact)
  }
}

/** Puts a report in; what staff take in stands in the audit log. False: it is here already. */
async function put({ db, audit }: ReceiveDeps, { actor, from }: Arrival, row: TakenIn): Promise<boolean> {
  if (!actor) return (await takeIn(db, row)) !== null
  return inTransaction(db, async (client) => {
    const number = await takeIn(client, row)
    if (number === null) return false
    const { communeCode, category, channel } = row
    const subject = { subject: 'report', subjectId: number, communeCode }
    const after = { category, channel }
    await audit(client, { actor, action: 'report.take_in', ...subject, after, from: from ?? null })
    return true
  })
}

/**
 * Takes a report in, once: sent again, it is answered with the same receipt. The clock is the server's; the phone's is
 * kept beside it. Throws 409 (id or code of another), 422 (no such category, no commune there, too many files), 429.
 */
export async function receiveReport(
  deps: ReceiveDeps,
  arrival: Arrival,
  now = new Date()
): Promise<{ receipt: Receipt; isNew: boolean }> {
  requireFewFiles(arrival.report)
  const earlier = await earlierReceipt(deps, arrival)
  if (earlier) return { receipt: earlier, isNew: false }
  if (arrival.address !== null) await deps.senders.count('report', arrival.address)
  const row = await rowOf(deps, arrival, now)
  const isNew = await put(deps, arrival, row).catch((error: unknown) => {
    if (isCodeTaken(error)) throw new HttpError(409, CODE_TAKEN)
    throw error
  })
  const receipt = await earlierReceipt(deps, arrival)
  if (!receipt) throw new Error(`Report ${row.id} was taken in and is not there`)
  return { receipt, isNew }
}
