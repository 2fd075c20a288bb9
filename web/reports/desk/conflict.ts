import type { ReportActionBody } from '../../../server/reports/action-contract.ts'
import type { StaffReportDetail } from '../../../server/reports/staff-contract.ts'

/** What two officers can both have changed. */
export type ClashField =
  'category' | 'place' | 'urgent' | 'sensitive' | 'publicText' | 'unit' | 'assignee' | 'boxes'
/** What a colleague can have changed beside that. */
export type ChangedField = ClashField | 'state' | 'approval' | 'reason' | 'handedTo' | 'files'

/** A value of a field, as far as it is compared; what it is called is the screen's business. */
export type FieldValue = string | number | boolean | null | readonly unknown[] | object

/** One field that both changed, to different values. */
export interface Clash {
  field: ClashField
  mine: FieldValue
  theirs: FieldValue
}
/** One field that the colleague changed. */
export interface Change {
  field: ChangedField
  before: FieldValue
  after: FieldValue
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const boxesOf = (report: StaffReportDetail, sha256: string | undefined) =>
  report.media.find((file) => file.sha256 === sha256)?.boxes ?? []

/** The fields that a report is compared by; `sha256`: the picture whose boxes are meant. */
const fieldsOf = (report: StaffReportDetail, sha256?: string): Record<ChangedField, FieldValue> => ({
  state: report.state,
  category: report.category,
  place: report.place,
  urgent: report.urgent,
  sensitive: report.sensitive,
  publicText: report.publicText,
  unit: report.unit?.id ?? null,
  assignee: report.assignee?.id ?? null,
  approval: report.approvedAt !== null,
  reason: report.reason,
  handedTo: report.handedTo,
  files: report.files.received,
  boxes: boxesOf(report, sha256)
})

/** What an action sets, by field; actions that set none only change the state. */
export function wishesOf(body: ReportActionBody): Partial<Record<ClashField, FieldValue>> {
  if (body.action === 'assign') return { unit: body.unitId, assignee: body.accountId ?? null }
  if (body.action === 'boxes') return { boxes: body.boxes }
  if (body.action === 'approve')
    return body.publicText === undefined ? {} : { publicText: body.publicText || null }
  if (body.action !== 'edit') return {}
  const { action: _, publicText, ...others } = body
  const given = publicText === undefined ? others : { ...others, publicText: publicText || null }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const pictureOf = (body: ReportActionBody) => (body.action === 'boxes' ? body.sha256 : undefined)

/** What was changed between the report that was seen and the one that is there now. */
export function changesOf(
  base: StaffReportDetail,
  current: StaffReportDetail,
  body: ReportActionBody
): Change[] {
  const [before, after] = [fieldsOf(base, pictureOf(body)), fieldsOf(current, pictureOf(body))]
  const fields = Object.keys(before) as ChangedField[] // the keys of a record of all fields
  return fields
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** The fields that the colleague changed and that the action sets otherwise: a person has to choose. */
export function clashesOf(
  base: StaffReportDetail,
  current: StaffReportDetail,
  body: ReportActionBody
): Clash[] {
  const wishes = wishesOf(body)
  return changesOf(base, current, body).flatMap(({ field, after }) => {
    const mine = wishes[field as ClashField] // fields that no action sets are not in it
    return mine === undefined || same(mine, after)
      ? []
      : [{ field: field as ClashField, mine, theirs: after }]
  })
}

/**
 * The action with the choices taken in; a field that is not among them keeps the own value, for nobody else changed it.
 * null: nothing of one's own is left to do.
 */
export function settled(
  body: ReportActionBody,
  current: StaffReportDetail,
  choices: Readonly<Partial<Record<ClashField, 'mine' | 'theirs'>>>
): ReportActionBody | null {
  const theirs = (field: ClashField) => choices[field] === 'theirs'
  if (body.action === 'boxes') return theirs('boxes') ? null : body
  if (body.action === 'approve') {
    const { publicText: _, ...others } = body
    return theirs('publicText') ? others : body
  }
  if (body.action === 'assign') return settledAssignment(body, current, theirs)
  if (body.action !== 'edit') return body
  const left = Object.fromEntries(
    Object.entries(body).filter(([field]) => field === 'action' || !theirs(field as ClashField)) // its own fields
  )
  return Object.keys(left).length > 1 ? (left as ReportActionBody) : null // an edit with fewer fields
}

type Assignment = Extract<ReportActionBody, { action: 'assign' }>

/** A person belongs to a unit: with their unit goes their person, unless the own person was chosen for it. */
function settledAssignment(
  body: Assignment,
  current: StaffReportDetail,
  theirs: (field: ClashField) => boolean
): Assignment | null {
  const unitId = theirs('unit') ? current.unit?.id : body.unitId
  const accountId = theirs('unit') || theirs('assignee') ? current.assignee?.id : body.accountId
  if (unitId === undefined) return null
  if (unitId === current.unit?.id && (accountId ?? null) === (current.assignee?.id ?? null)) return null
  return { action: 'assign', unitId, ...(accountId === undefined ? {} : { accountId }) }
}
