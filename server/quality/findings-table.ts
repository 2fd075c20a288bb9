import { writtenDay } from '../http/calendar.ts'
import { csvOf } from '../http/csv.ts'
import type { Bilingual, Language } from '../http/language.ts'
import type { Finding } from './contract.ts'
import { isAccepted } from './judged.ts'
import { KINDS, SEVERITIES } from './words.ts'

const HEADS = {
  kind: { vi: 'Loại', en: 'Kind' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  text: { vi: 'Nội dung', en: 'What is wrong' },
  records: { vi: 'Đối tượng', en: 'Records' },
  measure: { vi: 'Số đo', en: 'Measure' },
  unit: { vi: 'Đơn vị đo', en: 'Unit' },
  lng: { vi: 'Kinh độ', en: 'Longitude' },
  lat: { vi: 'Vĩ độ', en: 'Latitude' },
  by: { vi: 'Giao cho', en: 'Assigned to' },
  accepted: { vi: 'Chấp nhận vì', en: 'Accepted because' },
  on: { vi: 'Ngày chấp nhận', en: 'Accepted on' },
  key: { vi: 'Mã lỗi', en: 'Key' }
} as const satisfies Record<string, Bilingual>

const UNITS: Record<NonNullable<Finding['unit']>, Bilingual> = {
  m2: { vi: 'm²', en: 'm²' },
  m: { vi: 'm', en: 'm' },
  months: { vi: 'tháng', en: 'months' },
  facts: { vi: 'dữ kiện', en: 'facts' },
  people: { vi: 'người', en: 'people' },
  households: { vi: 'hộ', en: 'households' },
  places: { vi: 'điểm', en: 'places' }
}

/** To whom a finding is given, in words; '' for nobody. */
export const assignedTo = ({ case: { unit, person } }: Finding) =>
  [person?.name, unit?.name].filter((name) => name !== undefined).join(', ')

function lineOf(finding: Finding, language: Language) {
  const { kind, severity, text, records, measure, unit, at, key, case: decided } = finding
  const accepted = isAccepted(finding) ? decided.accepted : null
  return [
    KINDS[kind][language],
    SEVERITIES[severity][language],
    text[language],
    records.map(({ label }) => label).join(', '),
    measure === null ? '' : Number(measure.toFixed(1)).toLocaleString(language, { useGrouping: false }),
    unit === null || measure === null ? '' : UNITS[unit][language],
    at?.lng.toFixed(6) ?? '',
    at?.lat.toFixed(6) ?? '',
    assignedTo(finding),
    accepted?.reason ?? '',
    accepted ? writtenDay(accepted.on) : '',
    key
  ]
}

/** Findings as CSV that spreadsheets open as it is, a line each. */
export const findingsTable = (findings: readonly Finding[], language: Language): string =>
  csvOf([
    Object.values(HEADS).map((head) => head[language]),
    ...findings.map((finding) => lineOf(finding, language))
  ])
