import type { Place } from '../../../server/reports/contract.ts'
import type { FieldBody } from './route-steps.ts'

/** What the server is sent for "resolved"; an empty reason is none. */
export function resolution(given: { text: string; reason: string; place: Place | null }): FieldBody {
  const reason = given.reason.trim()
  return {
    action: 'resolve',
    text: given.text.trim(),
    ...(reason ? { reason } : {}),
    ...(given.place ? { place: given.place } : {})
  }
}
