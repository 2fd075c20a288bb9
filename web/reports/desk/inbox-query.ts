import type { ReportState } from '../../../server/reports/contract.ts'
import type { StaffValues } from '../../url/staff-parameters.ts'

/** What still has to be handled. */
export const OPEN_STATES: readonly ReportState[] = [
  'new',
  'received',
  'assigned',
  'in_progress',
  'waiting_for_reporter'
]
export const ENDED_STATES: readonly ReportState[] = [
  'resolved',
  'closed',
  'closed_unresolved',
  'out_of_scope'
]

const PAGE = 100

const stateOf = (state: string | undefined) => {
  if (state === 'all') return undefined
  if (state === 'ended') return ENDED_STATES.join(',')
  return state ?? OPEN_STATES.join(',')
}

/** What the server is asked for the inbox that the address describes. Without a state: what still has to be handled. */
export const inboxQuery = (values: StaffValues, after?: string) => ({
  state: stateOf(values.state),
  category: values.category,
  unit: values.unit,
  commune: values.commune,
  mine: values.mine,
  overdue: values.overdue,
  approved: values.approved,
  text: values.text,
  sort: values.sort ?? 'due',
  limit: PAGE,
  after
})

/** Whether the list is narrowed by more than its usual state. */
export const isFiltered = ({ state, category, unit, commune, mine, overdue, approved, text }: StaffValues) =>
  [state, category, unit, commune, mine, overdue, approved, text].some((value) => value !== undefined)

/** What takes every filter away. */
export const NO_FILTERS = {
  state: undefined,
  category: undefined,
  unit: undefined,
  commune: undefined,
  mine: undefined,
  overdue: undefined,
  approved: undefined,
  text: undefined
}
