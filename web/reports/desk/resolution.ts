import type { ReportActionBody } from '../../../server/reports/action-contract.ts'
import type { Place } from '../../../server/reports/contract.ts'

/** What the server is sent for "resolved"; an empty reason is none. */
export function resolution(given: { text: string; reason: string; place: Place | null }): ReportActionBody {
  const reason = given.reason.trim()
  return {
    action: 'resolve',
    text: given.text.trim(),
    ...(reason ? { reason } : {}),
    ...(given.place ? { place: given.place } : {})
  }
}
