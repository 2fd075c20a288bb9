import type { IndicatorAnswer } from '../server/plans/contract.ts'
import { changeLegend, changeStyles } from './coverage/change-scale.ts'
import { figureLegend, figureStyles } from './coverage/figure-scale.ts'
import { signalLegend, signalStyle } from './coverage/signal-theme.ts'
import type { LegendItem, Look } from './map/theme.ts'
import type { VillageStyle } from './map/village-states.ts'
import type { Subject } from './subject.ts'

type Styles = ReadonlyMap<string, VillageStyle>

/** The operators that the figures name, expected or heard, by name. */
export function operatorsIn(indicators: readonly IndicatorAnswer[]): string[] {
  const named = indicators.flatMap(({ commune: { figure } }) => [
    ...(figure.operatorsExpected ?? []),
    ...(figure.operatorsHeard ?? [])
  ])
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, 'vi'))
}

/** Village code → its drawing. */
export function subjectStyles(subject: Subject | null, look: Look): Styles {
  switch (subject?.kind) {
    case 'figure':
      return figureStyles(subject.answer.villages, subject.answer.target, look)
    case 'change':
      return changeStyles({ villages: subject.answer.villages, before: subject.before.villages }, look)
    case 'signal':
      return new Map(subject.answer.villages.map(({ code, state }) => [code, signalStyle(state, look)]))
    case undefined:
      return new Map()
  }
}

/** The classes of `subjectStyles`, from the same declarations as the colours. */
export function subjectLegend(subject: Subject | null, styles: Styles, look: Look): LegendItem[] {
  switch (subject?.kind) {
    case 'figure':
      return figureLegend(styles, look)
    case 'change':
      return changeLegend(styles, look)
    case 'signal':
      return signalLegend(look)
    case undefined:
      return []
  }
}
