import type { ReportActionBody } from './action-contract.ts'
import { addWorkingMinutes, receiveHours, type WorkCalendar } from './clock.ts'
import type { Place, ReportState } from './contract.ts'
import type { NewEvent, Setting } from './effect.ts'
import { effectOf } from './effects.ts'
import type { StaffRow } from './staff-row.ts'
import { WORKFLOW } from './workflow.ts'

/** One thing that was done with a report; of a merger, into which id. */
export interface StoryStep {
  at: Date
  body: ReportActionBody
  into?: string
}

/** A report with all that happened to it, oldest first: how the illustration comes. */
export interface ReportStory {
  /** UUIDv7. */
  id: string
  category: string
  description: string | null
  place: Place
  accuracyM: number
  communeCode: string
  villageCode: string | null
  receivedAt: Date
  /** How many more people saw it. */
  witnesses: number
  steps: readonly StoryStep[]
  /** Originals in the store and the public files made of them. */
  pictures: readonly {
    sha256: string
    role: 'before' | 'after'
    addedAt: Date
    picture: string
    thumbnail: string
  }[]
}

/** What stories are told with. */
export interface StoryTelling {
  calendar: WorkCalendar
  category: { sensitive: boolean; urgent: boolean; receiveHours: number; resolveHours: number }
  unitNames: ReadonlyMap<number, string>
}

/** A line of the history as it is kept. */
export interface StoryEvent extends NewEvent {
  at: Date
  fromState: ReportState | null
  toState: ReportState | null
}

const NOTHING_YET = {
  seq: 0,
  number: '',
  version: 1,
  theme: 'other',
  state: 'new',
  publicText: null,
  unitId: null,
  unitName: null,
  assigneeId: null,
  assigneeName: null,
  channel: 'demo',
  placeFrom: 'gps',
  measuredLng: null,
  measuredLat: null,
  observedAt: null,
  acknowledgedAt: null,
  waitingSince: null,
  pausedMinutes: 0,
  overdue: false,
  resolvedAt: null,
  closedAt: null,
  reopenedAt: null,
  approvedAt: null,
  approvedBy: null,
  resultApprovedAt: null,
  reason: null,
  handedTo: null,
  foreignSystem: null,
  foreignId: null,
  duplicateOf: null,
  witnesses: 0,
  announced: 0,
  received: 0,
  picture: null,
  confirmed: false,
  reachable: true
} as const satisfies Partial<StaffRow>

/** A report's row before anything was done with it. */
function arrived(story: ReportStory, { calendar, category }: StoryTelling): StaffRow {
  const due = (hours: number) => addWorkingMinutes(calendar, story.receivedAt, hours * 60)
  return {
    ...NOTHING_YET,
    ...category,
    ...story.place,
    id: story.id,
    category: story.category,
    commune: story.communeCode,
    village: story.villageCode,
    description: story.description,
    accuracyM: story.accuracyM,
    receivedAt: story.receivedAt,
    receiveDueAt: due(receiveHours(category.urgent, category.receiveHours)),
    resolveDueAt: due(category.resolveHours),
    updatedAt: story.receivedAt
  }
}

function settingOf({ at, body, into }: StoryStep, { calendar, unitNames }: StoryTelling): Setting {
  return {
    now: at,
    calendar,
    accountId: null,
    ownUnitId: null,
    unitName: body.action === 'assign' ? (unitNames.get(body.unitId) ?? null) : null,
    into: into === undefined ? null : { id: into, number: '' },
    mergedFrom: null,
    place: null,
    category: null,
    distanceM: null
  }
}

/** Words of a result are public from its approval on. */
const RESULTS: ReadonlySet<string> = new Set(['resolved', 'closed_unresolved', 'out_of_scope'])

/**
 * The row and the history of a report after its story, by the rules of the workflow and the clocks. Throws where a step
 * was not possible.
 */
export function tellStory(story: ReportStory, telling: StoryTelling) {
  let row = arrived(story, telling)
  const events: StoryEvent[] = [
    { at: story.receivedAt, kind: 'taken_in', open: true, fromState: null, toState: 'new' }
  ]
  for (const step of story.steps) {
    const { action } = step.body
    if (!WORKFLOW[action].from.includes(row.state))
      throw new Error(`A story cannot ${action} what is ${row.state}`)
    const { changes, event } = effectOf(row, step.body, settingOf(step, telling))
    const toState = changes.state && changes.state !== row.state ? changes.state : null
    events.push({ ...event, at: step.at, fromState: row.state, toState })
    row = { ...row, ...changes, updatedAt: step.at }
  }
  const shown = row.resultApprovedAt !== null
  return {
    row,
    events: events.map((event) => (shown && RESULTS.has(event.kind) ? { ...event, textOpen: true } : event))
  }
}
