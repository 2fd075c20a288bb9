import type { Actor } from '../server/accounts/contract.ts'
import type { StaffView } from './url/staff-parameters.ts'

/** What each section asks of whoever opens it; one's own account is everybody's. */
const RIGHT_OF: Partial<Record<StaffView, string>> = {
  inbox: 'report.read',
  route: 'report.handle',
  intake: 'report.create',
  relics: 'relic.manage',
  accounts: 'account.manage',
  units: 'account.manage',
  settings: 'report.configure',
  audit: 'audit.read'
}
const ORDER: readonly StaffView[] = [
  'inbox',
  'route',
  'intake',
  'relics',
  'accounts',
  'units',
  'settings',
  'audit'
]

const mayOpen = (actor: Actor, view: StaffView) => {
  const right = RIGHT_OF[view]
  return right === undefined || actor.rights.includes(right)
}

/** The sections of somebody's bar, his own account aside. */
export const viewsOf = (actor: Actor) => ORDER.filter((view) => mayOpen(actor, view))

/** The section to show: the one that is asked for, else the first that the role has; null: it is not his. */
export function viewOf(actor: Actor, asked: StaffView | undefined): StaffView | null {
  if (asked !== undefined) return mayOpen(actor, asked) ? asked : null
  return viewsOf(actor)[0] ?? 'account'
}
