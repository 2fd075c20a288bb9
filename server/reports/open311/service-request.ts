import type { Language } from '../../http/language.ts'
import type { ExtendedAttributes, ServiceRequest } from './contract.ts'
import type { OpenRequest } from './request-queries.ts'
import { STATES } from './status.ts'

/** How a request is told. `base`: the address of this program, without a slash at its end. */
export interface Telling {
  base: string
  language: Language
  extensions: boolean
  /** What the system that asks calls its requests, by our numbers. */
  externalIds: ReadonlyMap<string, string>
}

function noteOf({ state, reason, handedTo }: OpenRequest, language: Language) {
  const more = handedTo ?? reason
  return more === null ? STATES[state].note[language] : `${STATES[state].note[language]}: ${more}`
}

/** When it was closed, as the standard means it; null while it is open. What was resolved is closed, before its time is over too. */
const closedAt = ({ state, resolvedAt, closedAt }: OpenRequest) =>
  STATES[state].status === 'closed' ? (resolvedAt ?? closedAt) : null

const extended = (report: OpenRequest, { base, externalIds }: Telling): ExtendedAttributes => ({
  state: report.state,
  overdue: report.overdue,
  place_hidden: report.placeHidden,
  accuracy: report.accuracyM,
  external_id: externalIds.get(report.number) ?? null,
  witnesses: report.witnesses,
  closed_datetime: closedAt(report),
  page_url: `${base}/phan-anh/${report.number}`,
  media: report.pictures.map(({ role, picture, thumbnail }) => ({
    type: role,
    url: `${base}/api/media/${picture}`,
    thumbnail_url: `${base}/api/media/${thumbnail}`
  }))
})

/** A public report as the standard has it. */
export function serviceRequest(report: OpenRequest, telling: Telling): ServiceRequest {
  const { base, language, extensions } = telling
  const [picture] = report.pictures
  return {
    service_request_id: report.number,
    status: STATES[report.state].status,
    status_notes: noteOf(report, language),
    service_name: report.categoryName?.[language] ?? report.category,
    service_code: report.category,
    description: report.description,
    agency_responsible: report.unit,
    service_notice: null,
    requested_datetime: report.receivedAt,
    updated_datetime: closedAt(report) ?? report.updatedAt,
    expected_datetime: report.resolveDueAt,
    address: null,
    address_id: null,
    zipcode: null,
    lat: report.place.lat,
    long: report.place.lng,
    media_url: picture ? `${base}/api/media/${picture.picture}` : null,
    ...(extensions ? { extended_attributes: extended(report, telling) } : {})
  }
}
