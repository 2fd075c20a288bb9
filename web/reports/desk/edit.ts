import type { ReportActionBody } from '../../../server/reports/action-contract.ts'
import type { Place } from '../../../server/reports/contract.ts'
import type { StaffReportDetail } from '../../../server/reports/staff-contract.ts'

export interface EditDraft {
  category: string
  urgent: boolean
  sensitive: boolean
  publicText: string
  /** null: what is typed is no place. */
  place: Place | null
}
export type Edit = Extract<ReportActionBody, { action: 'edit' }>

const degrees = (text: string, most: number) => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Math.abs(value) <= most ? value : null
}

/** A place as typed; a decimal comma is understood. null: it is none. */
export function placeOf({ lat, lng }: { lat: string; lng: string }): Place | null {
  const [y, x] = [degrees(lat, 90), degrees(lng, 180)]
  return x === null || y === null ? null : { lng: x, lat: y }
}

/** The edit with what was changed only, so that two people editing different fields do not meet; null: nothing, or no place. */
export function editOf(base: StaffReportDetail, draft: EditDraft): Edit | null {
  const { category, urgent, sensitive, place } = draft
  if (!place) return null
  const publicText = draft.publicText.trim() || null
  const edit: Edit = {
    action: 'edit',
    ...(category === base.category ? {} : { category }),
    ...(urgent === base.urgent ? {} : { urgent }),
    ...(sensitive === base.sensitive ? {} : { sensitive }),
    ...(publicText === base.publicText ? {} : { publicText }),
    ...(place.lng === base.place.lng && place.lat === base.place.lat ? {} : { place })
  }
  return Object.keys(edit).length > 1 ? edit : null
}
