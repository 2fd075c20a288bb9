import type { Bilingual } from '../../http/language.ts'
import type { ReportState } from '../contract.ts'
import type { Status } from './contract.ts'

/** What each state is in the standard's two, and how it is said. */
export const STATES: Record<ReportState, { status: Status; note: Bilingual }> = {
  new: { status: 'open', note: { vi: 'Mới', en: 'New' } },
  received: { status: 'open', note: { vi: 'Đã tiếp nhận', en: 'Received' } },
  assigned: { status: 'open', note: { vi: 'Đã phân công', en: 'Assigned' } },
  in_progress: { status: 'open', note: { vi: 'Đang xử lý', en: 'In progress' } },
  waiting_for_reporter: {
    status: 'open',
    note: { vi: 'Chờ người gửi trả lời', en: 'Waiting for the reporter' }
  },
  resolved: { status: 'closed', note: { vi: 'Đã giải quyết', en: 'Resolved' } },
  closed: { status: 'closed', note: { vi: 'Đã đóng', en: 'Closed' } },
  closed_unresolved: {
    status: 'closed',
    note: { vi: 'Kết thúc, chưa giải quyết được', en: 'Closed, not resolved' }
  },
  duplicate: { status: 'closed', note: { vi: 'Đã gộp vào phản ánh khác', en: 'Merged into another' } },
  out_of_scope: { status: 'closed', note: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' } }
}

/** The states that statuses stand for. */
export const statesOf = (statuses: readonly Status[]) =>
  Object.entries(STATES)
    .filter(([, { status }]) => statuses.includes(status))
    .map(([state]) => state)
