import type { ReportActionBody } from '../../../server/reports/action-contract.ts'
import type { ReportState } from '../../../server/reports/contract.ts'
import type { StaffReport, StaffReportDetail } from '../../../server/reports/staff-contract.ts'

/** What is answered where the report lies, in the order in which it usually goes. */
export const FIELD_ACTIONS = [
  'receive',
  'start',
  'resume',
  'resolve',
  'ask',
  'out_of_scope',
  'close_unresolved'
] as const
export type FieldAction = (typeof FIELD_ACTIONS)[number]
export type FieldBody = Extract<ReportActionBody, { action: FieldAction }>

/** A report as the route keeps it: what its officer has to know, without what is personal of its reporter. */
export interface RouteReport extends StaffReport {
  reason?: string | null
  handedTo?: string | null
}

/** The state in which an answer leaves a report; the server's workflow decides when it arrives. */
export const STATE_AFTER: Record<FieldAction, ReportState> = {
  receive: 'received',
  start: 'in_progress',
  resume: 'in_progress',
  resolve: 'resolved',
  ask: 'waiting_for_reporter',
  out_of_scope: 'out_of_scope',
  close_unresolved: 'closed_unresolved'
}

/** What goes on from a state that one of the answers leads to. */
const NEXT: Partial<Record<ReportState, readonly FieldAction[]>> = {
  received: ['start', 'resolve', 'ask'],
  in_progress: ['resolve', 'ask'],
  waiting_for_reporter: ['resume', 'resolve']
}
/** What needs a right that the states say nothing of: possible later on if it was so before. */
const ENDINGS: readonly FieldAction[] = ['out_of_scope', 'close_unresolved']

/** In these states the server does not say whether the reporter can be asked. */
const UNTOLD: readonly ReportState[] = ['new', 'waiting_for_reporter']

const mayAsk = ({ actions, state }: RouteReport) => actions.includes('ask') || UNTOLD.includes(state)

/** What can be answered to a report as it is known here. */
export const answersTo = ({ actions }: RouteReport) =>
  FIELD_ACTIONS.filter((action) => actions.includes(action))

/** A report as it will be once an answer has arrived, so that the next one can be given before that. */
export function expectedAfter(report: RouteReport, action: FieldAction): RouteReport {
  const state = STATE_AFTER[action]
  const next = NEXT[state]
  if (!next) return { ...report, state, actions: [] }
  const handling = next.filter((one) => one !== 'ask' || mayAsk(report))
  return {
    ...report,
    state,
    actions: [...handling, ...ENDINGS.filter((one) => report.actions.includes(one))]
  }
}

type Left = Exclude<keyof StaffReportDetail, keyof RouteReport>
/** What of a report stays nowhere on the device; a new field of the contract does not compile until it is here or kept. */
const LEFT: Record<Left, true> = {
  publicText: true,
  placeFrom: true,
  measured: true,
  observedAt: true,
  waitingSince: true,
  foreign: true,
  confirmed: true,
  duplicateOf: true,
  duplicates: true,
  likelyDuplicates: true,
  media: true,
  history: true,
  contacts: true
}

/** A report of the server's answer as the route keeps it: without pictures, history and contacts. */
export const forRoute = (report: StaffReportDetail) =>
  Object.fromEntries(Object.entries(report).filter(([field]) => !(field in LEFT))) as unknown as RouteReport // what LEFT leaves
