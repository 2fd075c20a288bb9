import type { Actor } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import { requireStaff } from './act.ts'
import { addEvent } from './act-queries.ts'
import type { ReportState } from './contract.ts'
import type { ReportDesk } from './desk.ts'
import { findByNumber, forgetReporter } from './own-data-queries.ts'
import { mayReadContacts } from './staff-detail.ts'

const NOT_YOURS = {
  vi: 'Chỉ cán bộ, lãnh đạo của đơn vị xử lý phản ánh mới xóa được dữ liệu người gửi ở đây. Khi không có đơn vị nào, quản trị viên xóa theo số phản ánh, trong phần Cài đặt.',
  en: 'Here only officers and leaders of the unit that handles the report delete what is personal of its reporter. Where there is no unit, an administrator does it by the report’s number, in Settings.'
}
const NO_SUCH_NUMBER = {
  vi: 'Không có phản ánh nào mang số này trong phạm vi ông/bà phụ trách. Hãy kiểm tra lại số trên biên nhận.',
  en: 'No report of yours has this number. Check it on the receipt.'
}

/** Who removes what is personal, and from where. */
interface Forgetter {
  actor: Actor
  address: string
}

/** The report whose reporter is meant. */
interface Forgotten {
  id: string
  number: string
  commune: string | null
  state: ReportState
}

/** Removes it with its line in the history and the log; the voice notes that are to go as well. */
const forgetNow = (
  desk: ReportDesk,
  { actor, address }: Forgetter,
  { id, number, commune, state }: Forgotten
) =>
  inTransaction(desk.db, async (client) => {
    const voices = await forgetReporter(client, id)
    const { accountId } = actor
    await addEvent(client, { id, accountId, from: state, to: state }, { kind: 'contact_removed' })
    await desk.audit(client, {
      actor,
      action: 'report.forget_for_reporter',
      subject: 'report',
      subjectId: number,
      communeCode: commune,
      from: address
    })
    return voices
  })

/**
 * Removes what is personal of a report's reporter where he asked for it and has no code: it came from another system, or
 * he lost it. Answers files that are to go as well. Throws 404, 403.
 */
export async function forgetForReporter(desk: ReportDesk, forgetter: Forgetter, id: string) {
  const { accountId } = forgetter.actor
  const row = await requireStaff(desk.db, accountId, id)
  if (!(await mayReadContacts(desk.db, accountId, id))) throw new HttpError(403, NOT_YOURS)
  return forgetNow(desk, forgetter, row)
}

/**
 * The same by an administrator, who answers for what is personal and reads no reports: by the number that the reporter
 * names, within the administrator's commune. Throws 404.
 */
export async function forgetByNumber(desk: ReportDesk, forgetter: Forgetter, number: string) {
  const row = await findByNumber(desk.db, number, forgetter.actor.communeCode)
  if (!row) throw new HttpError(404, NO_SUCH_NUMBER)
  return forgetNow(desk, forgetter, row)
}
