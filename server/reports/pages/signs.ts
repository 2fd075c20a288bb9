import { html, Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import type { CategoryTheme, PublicReport } from '../contract.ts'
import { OUTCOME_OF, STATES, WORDS, type Outcome } from './words.ts'

const svg = (path: string) =>
  new Html(`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`)

/** Sign and colour both say it. */
const OUTCOME_SIGNS: Readonly<Record<Outcome, Html>> = {
  open: svg('M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18ZM12 7.5V12l3 2.5'),
  solved: svg('M4.5 12.5 10 18 19.5 7'),
  unsolved: svg('M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18ZM8.5 8.5l7 7'),
  handed: svg('M5 12h13M13 6.5l5.5 5.5-5.5 5.5')
}
const LATE = svg('M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1')

/** What a report is about, where it has no picture. */
export const THEME_SIGNS: Readonly<Record<CategoryTheme, Html>> = {
  waste: svg('M4.5 8h15M8.5 8 10 4.5h4L15.5 8M6 8l1.2 12h9.6L18 8M9.5 12l5 4.5M14.5 12l-5 4.5'),
  traffic: svg('M10.5 4h3l4 13.5h-11zM4 20.5h16M8.8 10h6.400M7.6 14h8.8'),
  other: LATE
}

/** The state of a report, and that it is late. */
export function chips({ state, overdue }: Pick<PublicReport, 'state' | 'overdue'>, language: Language): Html {
  const outcome = OUTCOME_OF[state]
  const late = overdue ? html`<span class="chip late">${LATE}${WORDS.overdue[language]}</span>` : ''
  return html`<p class="chips">
    <span class="chip ${outcome}">${OUTCOME_SIGNS[outcome]}${STATES[state][language]}</span>${late}
  </p>`
}
