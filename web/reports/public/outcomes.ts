import type { Localized } from '../../../server/collections/contract.ts'
import type { CategoryTheme, ReportState } from '../../../server/reports/contract.ts'
import type { BadgeShape } from '../../map/drawing.ts'
import { RING } from '../../map/flavour.ts'
import type { Colour } from '../../map/theme.ts'

/** How the public reads a state: four outcomes. Colour and glyph both say it; the shape says what it is about. */
export const OUTCOMES = ['open', 'solved', 'unsolved', 'handed'] as const
export type Outcome = (typeof OUTCOMES)[number]

const PAPER: Colour = { light: '#ffffff', dark: '#161e23' }
const UNSOLVED: Colour = { light: '#5b4d86', dark: '#c3b4ee' }
const HANDED: Colour = { light: '#56646c', dark: '#a3b1b9' }

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
    ring: UNSOLVED,
    ink: UNSOLVED,
    glyph: {
      middle: 'M9.2 9.2l5.6 5.6M14.8 9.2l-5.6 5.6',
      low: 'M9.9 13l4.2 4.2M14.1 13l-4.2 4.2'
    }
  },
  handed: {
    title: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' },
    fill: PAPER,
    ring: HANDED,
    ink: HANDED,
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

/** What a category is about: the shape of its sign, the glyph in it while it is open. */
export const THEME_SIGNS: Readonly<
  Record<CategoryTheme, { title: Localized; shape: BadgeShape; glyph: string }>
> = {
  waste: {
    title: { vi: 'Rác thải', en: 'Waste' },
    shape: 'circle',
    glyph: 'M8 9.5h8M9.2 9.5l.6 7.5h4.4l.6-7.5M10.5 9.5V7.7h3v1.8'
  },
  traffic: {
    title: { vi: 'Giao thông', en: 'Traffic' },
    shape: 'triangle',
    glyph: 'M12 9.8v5M12 17.4v.1'
  },
  other: { title: { vi: 'Việc khác', en: 'Other' }, shape: 'square', glyph: 'M12 7v6M12 16.6v.1' }
}
