import { RIGHTS, type Actor, type Right } from '../accounts/contract.ts'
import type { CategoryTheme, ReportState } from './contract.ts'
import type { StaffReport } from './staff-contract.ts'
import { possibleActions } from './workflow.ts'

/** A row of the inbox, as the database has it. */
export interface StaffRow {
  id: string
  seq: number
  number: string
  version: number
  category: string
  theme: CategoryTheme
  state: ReportState
  sensitive: boolean
  urgent: boolean
  commune: string | null
  village: string | null
  lng: number
  lat: number
  description: string | null
  publicText: string | null
  unitId: number | null
  unitName: string | null
  assigneeId: number | null
  assigneeName: string | null
  channel: 'web' | 'staff' | 'desk' | 'phone_call' | 'open311' | 'demo'
  placeFrom: 'gps' | 'photo' | 'map'
  measuredLng: number | null
  measuredLat: number | null
  accuracyM: number | null
  observedAt: Date | null
  receivedAt: Date
  receiveDueAt: Date | null
  acknowledgedAt: Date | null
  resolveDueAt: Date | null
  waitingSince: Date | null
  pausedMinutes: number
  /** Of its category as it is now: for clocks that begin now, not for deadlines that were given. */
  receiveHours: number
  resolveHours: number
  overdue: boolean
  resolvedAt: Date | null
  closedAt: Date | null
  reopenedAt: Date | null
  approvedAt: Date | null
  approvedBy: number | null
  resultApprovedAt: Date | null
  reason: string | null
  handedTo: string | null
  duplicateOf: string | null
  /** The system that handed it in, and what it calls it; null: none, or it named no id. */
  foreignSystem: string | null
  foreignId: string | null
  witnesses: number
  announced: number
  received: number
  picture: string | null
  confirmed: boolean
  reachable: boolean
  updatedAt: Date
}

/** Whether somebody's role has a right. */
export const mayOf =
  ({ role }: Actor) =>
  (right: Right) =>
    (RIGHTS[right] as readonly string[]).includes(role)

const iso = (moment: Date | null) => moment?.toISOString() ?? null
const named = (id: number | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

/** A row as the inbox shows it to somebody. */
export function staffReport(row: StaffRow, actor: Actor, now = new Date()): StaffReport {
  const {
    id,
    number,
    version,
    category,
    theme,
    state,
    sensitive,
    urgent,
    commune,
    village,
    channel,
    picture
  } = row
  return {
    ...{ id, number, version, category, theme, state, sensitive, urgent, commune, village, channel, picture },
    place: { lng: row.lng, lat: row.lat },
    description: row.description,
    unit: named(row.unitId, row.unitName),
    assignee: named(row.assigneeId, row.assigneeName),
    receivedAt: row.receivedAt.toISOString(),
    receiveDueAt: iso(row.receiveDueAt),
    acknowledgedAt: iso(row.acknowledgedAt),
    resolveDueAt: row.waitingSince ? null : iso(row.resolveDueAt),
    overdue: row.overdue,
    resolvedAt: iso(row.resolvedAt),
    closedAt: iso(row.closedAt),
    reopenedAt: iso(row.reopenedAt),
    approvedAt: iso(row.approvedAt),
    resultApprovedAt: iso(row.resultApprovedAt),
    witnesses: row.witnesses,
    files: { announced: row.announced, received: row.received },
    updatedAt: row.updatedAt.toISOString(),
    actions: possibleActions(row, mayOf(actor), now)
  }
}
