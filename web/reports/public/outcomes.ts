import type { Localized } from '../../../server/collections/contract.ts'
import type { ReportState } from '../../../server/reports/contract.ts'
import { RING } from '../../map/flavour.ts'
import type { Colour } from '../../map/theme.ts'
import { GREY, PAPER, PURPLE } from '../signs.ts'

/** How the public reads a state: four outcomes. Colour and glyph both say it; the shape says what it is about. */
export const OUTCOMES = ['open', 'solved', 'unsolved', 'handed'] as const
export type Outcome = (typeof OUTCOMES)[number]

interface Sign {
  title: Localized
  fill: Colour
  ring: Colour
  ink: Colour
  /** Undefined: the sign of the theme. A triangle has its room below the middle. */
  glyph?: { middle: string; low: string }
  dash?: readonly number[]
}

export const OUTCOME_SIGNS: Readonly<Record<Outcome, Sign>> = {
  open: {
    title: { vi: 'Đang xử lý', en: 'Being handled' },
    fill: { light: '#a8430a', dark: '#f7a56d' },
    ring: RING,
    ink: PAPER
  },
  solved: {
    title: { vi: 'Đã giải quyết', en: 'Resolved' },
    fill: { light: '#1a5fa6', dark: '#86bdf2' },
    ring: RING,
    ink: PAPER,
    glyph: { middle: 'M8 12.4l2.8 2.8 5.2-6', low: 'M9 15.2l2.1 2.1 3.9-4.5' }
  },
  unsolved: {
    title: { vi: 'Chưa giải quyết được', en: 'Not resolved' },
    fill: PAPER,
    ring: PURPLE,
    ink: PURPLE,
    glyph: {
      middle: 'M9.2 9.2l5.6 5.6M14.8 9.2l-5.6 5.6',
      low: 'M9.9 13l4.2 4.2M14.1 13l-4.2 4.2'
    }
  },
  handed: {
    title: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' },
    fill: PAPER,
    ring: GREY,
    ink: GREY,
    glyph: {
      middle: 'M7.8 12h7.6M12.4 9l3 3-3 3',
      low: 'M9 15.4h5.6M12.6 13.3l2.1 2.1-2.1 2.1'
    },
    dash: [2.6, 2.4]
  }
}

const OUTCOME_OF: Readonly<Record<ReportState, Outcome>> = {
  new: 'open',
  received: 'open',
  assigned: 'open',
  in_progress: 'open',
  waiting_for_reporter: 'open',
  resolved: 'solved',
  closed: 'solved',
  closed_unresolved: 'unsolved',
  duplicate: 'handed',
  out_of_scope: 'handed'
}
export const outcomeOf = (state: ReportState) => OUTCOME_OF[state]
