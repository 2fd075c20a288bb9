import type { Right } from '../accounts/contract.ts'
import type { Bilingual } from '../http/language.ts'
import type { ReportState } from './contract.ts'

/** What staff can do with a report. */
export const ACTIONS = [
  'receive',
  'assign',
  'start',
  'ask',
  'resume',
  'resolve',
  'close',
  'close_unresolved',
  'out_of_scope',
  'reopen',
  'merge',
  'unmerge',
  'approve',
  'withdraw_approval',
  'approve_result',
  'edit',
  'boxes'
] as const
export type ReportAction = (typeof ACTIONS)[number]

const BEGUN = ['received', 'assigned', 'in_progress', 'waiting_for_reporter'] as const
const OPEN = ['new', ...BEGUN] as const
const ENDED = ['resolved', 'closed', 'closed_unresolved', 'out_of_scope'] as const
const PRESENT = [...OPEN, ...ENDED] as const

/** States in which a clock runs or rests; the others are an end. */
export const isOpen = (state: ReportState) => (OPEN as readonly ReportState[]).includes(state)

interface Rule {
  right: Right
  from: readonly ReportState[]
  /** Null: the state stays. */
  to: ReportState | null
}

/** The one table of the workflow: who may do what, in which states, and what state follows. */
export const WORKFLOW: Record<ReportAction, Rule> = {
  receive: { right: 'report.handle', from: ['new'], to: 'received' },
  assign: { right: 'report.assign', from: OPEN, to: 'assigned' },
  start: { right: 'report.handle', from: ['received', 'assigned'], to: 'in_progress' },
  ask: { right: 'report.handle', from: ['received', 'assigned', 'in_progress'], to: 'waiting_for_reporter' },
  resume: { right: 'report.handle', from: ['waiting_for_reporter'], to: 'in_progress' },
  resolve: { right: 'report.handle', from: BEGUN, to: 'resolved' },
  close: { right: 'report.assign', from: ['resolved'], to: 'closed' },
  close_unresolved: { right: 'report.assign', from: OPEN, to: 'closed_unresolved' },
  out_of_scope: { right: 'report.assign', from: OPEN, to: 'out_of_scope' },
  // To whom it belongs then, `reopenedState` says.
  reopen: { right: 'report.assign', from: ['resolved', 'closed'], to: 'assigned' },
  merge: { right: 'report.merge', from: PRESENT, to: 'duplicate' },
  // Back to the state in which it was merged.
  unmerge: { right: 'report.merge', from: ['duplicate'], to: null },
  approve: { right: 'report.approve', from: PRESENT, to: null },
  withdraw_approval: { right: 'report.approve', from: PRESENT, to: null },
  approve_result: { right: 'report.approve', from: ENDED, to: null },
  edit: { right: 'report.assign', from: PRESENT, to: null },
  boxes: { right: 'report.approve', from: PRESENT, to: null }
}

export const REOPEN_DAYS = 30
export const AFTER_PICTURE_M = 30
const DAY_MS = 86_400_000

/** What of a report the rules ask for. */
export interface ReportFacts {
  state: ReportState
  approvedAt: Date | null
  resultApprovedAt: Date | null
  reopenedAt: Date | null
  resolvedAt: Date | null
  /** A reporter said that it is solved. */
  confirmed: boolean
  /** A reporter can be reached: by a code or by a contact. */
  reachable: boolean
}

/** A refusal: whose fault it is decides the status. 403 no right, 409 not in this state, 422 something is lacking. */
export interface Refusal {
  status: 403 | 409 | 422
  detail: Bilingual
}

const refuse = (status: Refusal['status'], vi: string, en: string): Refusal => ({
  status,
  detail: { vi, en }
})

const NO_RIGHT = refuse(
  403,
  'Vai trò của ông/bà không được làm việc này với phản ánh.',
  'Your role may not do this with a report.'
)
const OTHER_STATE = refuse(
  409,
  'Phản ánh không ở trạng thái cho phép làm việc này. Hãy tải lại để xem trạng thái mới.',
  'The report is not in a state that allows this. Load it again to see its state.'
)
const NOT_YET = refuse(
  409,
  `Chỉ đóng phản ánh đã giải quyết khi người gửi xác nhận hoặc sau ${REOPEN_DAYS} ngày.`,
  `A resolved report is closed when its reporter confirms it, or after ${REOPEN_DAYS} days.`
)
const REOPENED_ONCE = refuse(
  409,
  'Phản ánh này đã được mở lại một lần rồi.',
  'This report was reopened once already.'
)
const TOO_LATE = refuse(
  409,
  `Đã quá ${REOPEN_DAYS} ngày kể từ khi giải quyết nên không mở lại được. Hãy gửi phản ánh mới.`,
  `More than ${REOPEN_DAYS} days have passed since it was resolved. Send a new report.`
)
const NOBODY_TO_ASK = refuse(
  409,
  'Không có cách nào hỏi lại người gửi: phản ánh không có mã theo dõi và không để lại liên hệ.',
  'Nobody can be asked: the report has no tracking code and no contact.'
)
const NOT_PUBLIC = refuse(
  409,
  'Phản ánh chưa được duyệt công khai. Hãy duyệt phản ánh trước.',
  'The report is not approved for the public. Approve it first.'
)
const NEEDS_AFTER = refuse(
  422,
  `Cần ảnh sau xử lý chụp trong vòng ${AFTER_PICTURE_M} m quanh vị trí phản ánh, hoặc ghi lý do không có.`,
  `A picture after, taken within ${AFTER_PICTURE_M} m of the place, is needed, or the reason why there is none.`
)

/** Whether it can be reopened still; null: it can. */
export function refuseReopening({ reopenedAt, resolvedAt }: ReportFacts, now: Date): Refusal | null {
  if (reopenedAt) return REOPENED_ONCE
  const over = !resolvedAt || now.getTime() - resolvedAt.getTime() > REOPEN_DAYS * DAY_MS
  return over ? TOO_LATE : null
}

function refuseClosing({ resolvedAt, confirmed }: ReportFacts, now: Date): Refusal | null {
  const over = !resolvedAt || now.getTime() - resolvedAt.getTime() >= REOPEN_DAYS * DAY_MS
  return confirmed || over ? null : NOT_YET
}

function refuseByFacts(action: ReportAction, facts: ReportFacts, now: Date): Refusal | null {
  if (action === 'close') return refuseClosing(facts, now)
  if (action === 'reopen') return refuseReopening(facts, now)
  if (action === 'ask') return facts.reachable ? null : NOBODY_TO_ASK
  if (action === 'approve_result' || action === 'withdraw_approval')
    return facts.approvedAt ? null : NOT_PUBLIC
  return null
}

/** Why an action cannot be done now; null: it can. `may`: whether a role has a right. */
export function refusalFor(
  action: ReportAction,
  facts: ReportFacts,
  may: (right: Right) => boolean,
  now: Date
): Refusal | null {
  const { right, from } = WORKFLOW[action]
  if (!may(right)) return NO_RIGHT
  if (!from.includes(facts.state)) return OTHER_STATE
  return refuseByFacts(action, facts, now)
}

/** What can be done with a report now, in the order of the workflow. */
export const possibleActions = (facts: ReportFacts, may: (right: Right) => boolean, now: Date) =>
  ACTIONS.filter((action) => refusalFor(action, facts, may, now) === null)

/** `resolved` wants a picture after, taken near the place, or a reason. distanceM null: nobody says where it was taken. */
export function refuseResolving(given: {
  pictures: number
  distanceM: number | null
  reason: string | null
}): Refusal | null {
  if (given.reason !== null) return null
  const near = given.distanceM !== null && given.distanceM <= AFTER_PICTURE_M
  return given.pictures > 0 && near ? null : NEEDS_AFTER
}

/** Where a reopened report goes on: at its unit, else it waits to be assigned. */
export const reopenedState = (hasUnit: boolean): ReportState => (hasUnit ? 'assigned' : 'received')
