import { Random } from './random.ts'
import {
  HANDED_TO,
  NO_PICTURE_AFTER,
  QUESTIONS,
  REOPENED_BECAUSE,
  UNRESOLVED_REASONS
} from './report-texts.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** One thing done with a report of the illustration. */
export interface DemoStep {
  action:
    | 'receive'
    | 'assign'
    | 'start'
    | 'ask'
    | 'resume'
    | 'resolve'
    | 'close'
    | 'close_unresolved'
    | 'out_of_scope'
    | 'reopen'
    | 'merge'
    | 'approve'
    | 'approve_result'
  at: Date
  text?: string
  reason?: string
  handedTo?: string
  into?: string
  publicText?: string
}

/** What the generator asks of the installation: the clocks of its calendar and categories. */
export interface DemoClock {
  now: Date
  /** The moment so many working hours later. */
  workingHours: (from: Date, hours: number) => Date
  resolveHours: (category: string) => number
}

/** How a report of the illustration ends, if it is not merged. */
export type Ending =
  | 'closed'
  | 'resolved'
  | 'in_progress'
  | 'assigned'
  | 'received'
  | 'new'
  | 'waiting_for_reporter'
  | 'closed_unresolved'
  | 'out_of_scope'

/** A report as it is being made: steps that would lie in the future are left out, and what would follow them. */
export class Making {
  readonly steps: DemoStep[] = []
  private readonly clock: DemoClock
  private at: Date
  private isOver = false

  constructor(clock: DemoClock, receivedAt: Date) {
    this.clock = clock
    this.at = receivedAt
  }

  /** When the last thing was done. */
  get last() {
    return this.at
  }

  /** Does something so many working hours after the last thing; false: that would be in the future. */
  after(hours: number, given: Omit<DemoStep, 'at'>): boolean {
    return this.on(this.clock.workingHours(this.at, hours), given)
  }

  on(at: Date, given: Omit<DemoStep, 'at'>): boolean {
    this.isOver ||= at > this.clock.now
    if (this.isOver) return false
    this.at = at
    this.steps.push({ ...given, at })
    return true
  }
}

/** What the report is about. */
export interface Told {
  random: Random
  category: string
  unit: string
  done: string
  hasAfter: boolean
}

/** From receipt to work; nearly all are approved for the public then. */
function begin(
  made: Making,
  { random, category, unit }: Told,
  until: 'received' | 'assigned' | 'in_progress'
) {
  made.after(random.chance(0.88) ? random.between(0.3, 3.5) : random.between(9, 14), { action: 'receive' })
  const publicText =
    category === 'illegal_discharge_source'
      ? { publicText: 'Phản ánh về một cơ sở xả thải; vị trí chỉ nêu theo ô 200 m.' }
      : {}
  if (random.chance(0.93)) made.after(random.between(0.1, 0.8), { action: 'approve', ...publicText })
  if (until !== 'received') made.after(random.between(0.2, 2), { action: 'assign', text: unit })
  if (until === 'in_progress') made.after(random.between(0.5, 4), { action: 'start' })
}

function resolve(made: Making, { random, done, hasAfter }: Told, hours: number) {
  const reason = hasAfter ? {} : { reason: NO_PICTURE_AFTER }
  if (!made.after(hours, { action: 'resolve', text: done, ...reason })) return false
  const isApproved = made.steps.some(({ action }) => action === 'approve')
  if (isApproved && random.chance(0.92)) made.after(random.between(0.3, 5), { action: 'approve_result' })
  return true
}

/** Working hours of the work itself: most in time, some late. */
function workHours(clock: DemoClock, { random, category }: Told) {
  const hours = clock.resolveHours(category)
  return hours * (random.chance(0.82) ? random.between(0.15, 0.75) : random.between(1.1, 2.2))
}

function reopenAndResolve(made: Making, told: Told, clock: DemoClock) {
  const { random } = told
  made.after(random.between(8, 40), { action: 'reopen', text: random.pick(REOPENED_BECAUSE) })
  made.after(random.between(1, 4), { action: 'start' })
  return resolve(made, told, workHours(clock, told) / 2)
}

/** What happens to a report from its receipt on, by how it ends. */
export const ENDINGS: Record<Ending, (made: Making, told: Told, clock: DemoClock) => void> = {
  new: () => undefined,
  received: (made, told) => begin(made, told, 'received'),
  assigned: (made, told) => begin(made, told, 'assigned'),
  in_progress: (made, told, clock) => {
    begin(made, told, 'in_progress')
    // Some came back.
    if (told.random.chance(0.25) && resolve(made, told, clock.resolveHours(told.category) * 0.2))
      made.after(8, { action: 'reopen', text: told.random.pick(REOPENED_BECAUSE) })
  },
  waiting_for_reporter: (made, told) => {
    begin(made, told, 'assigned')
    made.after(told.random.between(0.5, 3), { action: 'ask', text: told.random.pick(QUESTIONS) })
  },
  resolved: (made, told, clock) => {
    begin(made, told, 'in_progress')
    resolve(made, told, workHours(clock, told))
  },
  closed: (made, told, clock) => {
    begin(made, told, 'in_progress')
    if (told.random.chance(0.08)) {
      made.after(1, { action: 'ask', text: told.random.pick(QUESTIONS) })
      made.after(told.random.between(3, 12), { action: 'resume' })
    }
    resolve(made, told, workHours(clock, told))
    if (told.random.chance(0.1)) reopenAndResolve(made, told, clock)
    const resolvedAt = made.steps.findLast(({ action }) => action === 'resolve')?.at ?? made.last
    made.on(new Date(resolvedAt.getTime() + 30 * DAY_MS + 10 * HOUR_MS), { action: 'close' })
  },
  closed_unresolved: (made, told) => {
    begin(made, told, 'assigned')
    const reason = told.random.pick(UNRESOLVED_REASONS)
    made.after(told.random.between(10, 50), { action: 'close_unresolved', text: reason, reason })
    if (made.steps.some(({ action }) => action === 'approve')) made.after(1, { action: 'approve_result' })
  },
  out_of_scope: (made, told) => {
    begin(made, told, 'received')
    const { to, text } = told.random.pick(HANDED_TO)
    made.after(told.random.between(2, 9), { action: 'out_of_scope', handedTo: to, text })
    if (made.steps.some(({ action }) => action === 'approve')) made.after(1, { action: 'approve_result' })
  }
}
