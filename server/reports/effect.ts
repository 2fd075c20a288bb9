import type { WorkCalendar } from './clock.ts'
import type { ReportState } from './contract.ts'
import type { StaffRow } from './staff-row.ts'

/** What of a report an action changes. */
export type Changes = Partial<
  Pick<
    StaffRow,
    | 'category'
    | 'sensitive'
    | 'urgent'
    | 'state'
    | 'publicText'
    | 'lng'
    | 'lat'
    | 'measuredLng'
    | 'measuredLat'
    | 'commune'
    | 'village'
    | 'unitId'
    | 'assigneeId'
    | 'receiveDueAt'
    | 'resolveDueAt'
    | 'acknowledgedAt'
    | 'waitingSince'
    | 'pausedMinutes'
    | 'resolvedAt'
    | 'closedAt'
    | 'reopenedAt'
    | 'reason'
    | 'handedTo'
    | 'duplicateOf'
    | 'approvedAt'
    | 'approvedBy'
    | 'resultApprovedAt'
  >
>

/** A line of the history. `open`: the public page shows it; `textOpen`: with its text. */
export interface NewEvent {
  kind: string
  text?: string | null
  open?: boolean
  textOpen?: boolean
  data?: Record<string, unknown>
}

export interface Effect {
  changes: Changes
  event: NewEvent
}

/** What an action is done with: the moment, the calendar, and what was looked up for it. */
export interface Setting {
  now: Date
  calendar: WorkCalendar
  /** Null: a reporter or the program. */
  accountId: number | null
  /** The unit that takes it on where nobody said: the officer's own, else the one its category goes to. */
  ownUnitId: number | null
  unitName: string | null
  into: { id: string; number: string } | null
  mergedFrom: ReportState | null
  place: { communeCode: string; villageCode: string | null } | null
  category: { sensitive: boolean; urgent: boolean; receiveHours: number; resolveHours: number } | null
  /** Metres between the report and where the picture after was taken. */
  distanceM: number | null
}
