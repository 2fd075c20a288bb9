import type { Actor } from '../accounts/contract.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import { requireStaff } from './act.ts'
import { addEvent } from './act-queries.ts'
import type { ReportDesk } from './desk.ts'
import { forgetReporter } from './own-data-queries.ts'
import { mayReadContacts } from './staff-detail.ts'

const NOT_YOURS = {
  vi: 'Chỉ cán bộ, lãnh đạo của đơn vị xử lý phản ánh mới xóa được dữ liệu người gửi.',
  en: 'Only officers and leaders of the unit that handles the report delete what is personal of its reporter.'
}

/** Who removes what is personal, of which report, and from where. */
interface ForgetWish {
  actor: Actor
  id: string
  address: string
}

/**
 * Removes what is personal of a report's reporter where he asked for it and has no code: it came from another system, or
 * he lost it. Answers files that are to go as well. Throws 404, 403.
 */
export async function forgetForReporter(desk: ReportDesk, { actor, id, address }: ForgetWish) {
  const { accountId } = actor
  const row = await requireStaff(desk.db, accountId, id)
  if (!(await mayReadContacts(desk.db, accountId, id))) throw new HttpError(403, NOT_YOURS)
  return inTransaction(desk.db, async (client) => {
    const voices = await forgetReporter(client, id)
    await addEvent(client, { id, accountId, from: row.state, to: row.state }, { kind: 'contact_removed' })
    await desk.audit(client, {
      actor,
      action: 'report.forget_for_reporter',
      subject: 'report',
      subjectId: row.number,
      communeCode: row.commune,
      from: address
    })
    return voices
  })
}
