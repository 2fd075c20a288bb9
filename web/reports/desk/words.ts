import type { StaffReport } from '../../../server/reports/staff-contract.ts'
import type { ReportCategory } from '../../../server/reports/contract.ts'
import type { I18n } from '../../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'

/** A category's name; its code where the list of categories is not here. */
export const categoryName = (i18n: I18n, categories: readonly ReportCategory[] | undefined, code: string) => {
  const found = categories?.find((category) => category.code === code)
  return found ? i18n.t(found.name) : code
}

const CLOCKED = ['new', 'received', 'assigned', 'in_progress', 'waiting_for_reporter']

/** What the clock says of a report, in a few words; null: no clock runs. */
export function clockText(i18n: I18n, report: StaffReport): string | null {
  if (!CLOCKED.includes(report.state)) return null
  if (report.state === 'waiting_for_reporter') return i18n.t(messages.paused)
  const isNew = report.state === 'new'
  const due = isNew ? report.receiveDueAt : report.resolveDueAt
  if (!due) return null
  const moment = i18n.moment(due)
  if (report.overdue && Date.parse(due) < Date.now()) return i18n.t(messages.overdueSince, { moment })
  return i18n.t(isNew ? messages.receiveBy : messages.resolveBy, { moment })
}

/** Where a file of a report is read by staff. `thumbnail`: at most 400 px. */
export const mediaAddress = (reportId: string, sha256: string, thumbnail = false) =>
  `/api/staff/media/${sha256}?report=${reportId}${thumbnail ? '&size=thumbnail' : ''}`
