import type { StaffReportDetail } from '../../../server/reports/staff-contract.ts'
import type { ActionName } from './handling.svelte.ts'

/** Done at once: they ask for nothing. */
export const NO_FIELDS = ['receive', 'start', 'resume', 'unmerge'] as const

/** In the order in which a report usually goes; `boxes` stands with its picture. */
const ORDER: readonly ActionName[] = [
  'receive',
  'assign',
  'start',
  'resume',
  'resolve',
  'approve',
  'approve_result',
  'ask',
  'edit',
  'merge',
  'unmerge',
  'reopen',
  'close',
  'out_of_scope',
  'close_unresolved',
  'withdraw_approval'
]
/** What stands on the bar itself, as far as it is offered. */
const FIRST: readonly ActionName[] = ['receive', 'start', 'resume', 'resolve', 'approve', 'approve_result']
const MOST_FIRST = 3

/** Approving again what is public already is seldom the next step. */
const isNext = (action: ActionName, { approvedAt, resultApprovedAt, unit, state }: StaffReportDetail) => {
  if (action === 'assign') return unit === null || state === 'received'
  if (action === 'approve') return approvedAt === null
  if (action === 'approve_result') return resultApprovedAt === null
  return FIRST.includes(action)
}

/** The actions that the server offers: those that come next, and the others. */
export function barOf(report: StaffReportDetail): { first: ActionName[]; more: ActionName[] } {
  const offered = ORDER.filter((action) => report.actions.includes(action))
  const first = offered.filter((action) => isNext(action, report)).slice(0, MOST_FIRST)
  return { first, more: offered.filter((action) => !first.includes(action)) }
}
