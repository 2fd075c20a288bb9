import type { Actor } from '../server/accounts/contract.ts'
import type { StaffView } from './url/staff-parameters.ts'

/** What each section asks of whoever opens it, any of them; one's own account is everybody's. */
const RIGHTS_OF: Partial<Record<StaffView, readonly string[]>> = {
  inbox: ['report.read'],
  route: ['report.handle'],
  intake: ['report.create'],
  relics: ['relic.manage'],
  places: ['relic.manage', 'place.manage'],
  import: ['relic.manage', 'place.manage'],
  houses: ['place.check'],
  quality: ['quality.manage'],
  accounts: ['account.manage'],
  units: ['account.manage'],
  settings: ['report.configure'],
  audit: ['audit.read']
}
const ORDER: readonly StaffView[] = [
  'inbox',
  'route',
  'intake',
  'relics',
  'houses',
  'places',
  'import',
  'quality',
  'accounts',
  'units',
  'settings',
  'audit'
]

const mayOpen = (actor: Actor, view: StaffView) => {
  const rights = RIGHTS_OF[view]
  return rights === undefined || rights.some((right) => actor.rights.includes(right))
}

/** The sections of somebody's bar, his own account aside. */
export const viewsOf = (actor: Actor) => ORDER.filter((view) => mayOpen(actor, view))

const NOW_AND_THEN: readonly StaffView[] = ['houses', 'places', 'import', 'quality']

/** Where somebody begins who asks for no section; nobody begins with what is looked into now and then. */
export const startOf = (actor: Actor): StaffView =>
  viewsOf(actor).find((view) => !NOW_AND_THEN.includes(view)) ?? 'account'

/** The section to show: the one that is asked for, else the one to begin with; null: it is not his. */
export function viewOf(actor: Actor, asked: StaffView | undefined): StaffView | null {
  if (asked !== undefined) return mayOpen(actor, asked) ? asked : null
  return startOf(actor)
}
