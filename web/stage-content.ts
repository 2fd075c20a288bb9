import type { IndicatorAnswer } from '../server/plans/contract.ts'
import { messages as coverageMessages } from './coverage/messages.ts'
import { outsideLegend, provisionalLegend } from './areas/village-theme.ts'
import { changeLegend, changeStyles } from './coverage/change-scale.ts'
import { figureLegend, figureStyles } from './coverage/figure-scale.ts'
import { signalLegend, signalStyles } from './coverage/signal-theme.ts'
import type { LegendItem, Look } from './map/theme.ts'
import type { VillageStyle } from './map/village-states.ts'
import type { I18n, Message } from './i18n/i18n.svelte.ts'
import type { PageState } from './page-state.svelte.ts'
import { differenceOf, figureIn } from './plans/difference.ts'
import { signed } from './plans/difference-words.ts'
import { valueText } from './plans/figure-words.ts'
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
      return signalStyles(subject.answer.villages, look)
    case undefined:
      return new Map()
  }
}

/** Village code → the figure in words, so that it need not be read off the colour. */
export function subjectNotes(i18n: I18n, subject: Subject | null): ReadonlyMap<string, string> {
  switch (subject?.kind) {
    case 'figure':
      return notesOf(subject.answer.villages, ({ figure }) => valueText(i18n, subject.answer, figure))
    case 'change':
      return notesOf(subject.answer.villages, ({ code, figure }) => {
        const points = differenceOf(figure, figureIn(subject.before, code))
        return points === null ? null : signed(i18n, points)
      })
    case 'signal':
      return notesOf(subject.answer.villages, ({ state, reason }) =>
        reason ? null : i18n.t(coverageMessages.states[state])
      )
    case undefined:
      return new Map()
  }
}

const notesOf = <V extends { code: string }>(villages: readonly V[], noteOf: (village: V) => string | null) =>
  new Map(
    villages.flatMap((village) => {
      const note = noteOf(village)
      return note === null ? [] : [[village.code, note] as const]
    })
  )

/** Why a layer that is on shows nothing, by its id. */
export function emptyLayers({
  technology,
  gaps
}: Pick<PageState, 'technology' | 'gaps'>): ReadonlyMap<string, Message> {
  if (technology === null) return new Map([['gaps', coverageMessages.gapsOfMobile]])
  const isEmpty = gaps.value?.gaps.length === 0
  return new Map(isEmpty ? [['gaps', coverageMessages.gapsLayerEmpty]] : [])
}

/**
 * The classes of `subjectStyles`, from the same declarations as the colours; the ground outside the villages, where there
 * is any; and dashes, where a border is provisional.
 */
export function subjectLegend(
  subject: Subject | null,
  styles: Styles,
  look: Look,
  hasOutside: boolean
): LegendItem[] {
  const isProvisional = subject?.answer.villages.some(({ provisional }) => provisional)
  return [
    ...coloursLegend(subject, styles, look),
    ...(subject && hasOutside ? [outsideLegend(look)] : []),
    ...(isProvisional ? [provisionalLegend(look)] : [])
  ]
}

function coloursLegend(subject: Subject | null, styles: Styles, look: Look): LegendItem[] {
  switch (subject?.kind) {
    case 'figure':
      return figureLegend(styles, look)
    case 'change':
      return changeLegend(styles, look)
    case 'signal':
      return subject.answer.villages.length > 0 ? signalLegend(styles, look) : []
    case undefined:
      return []
  }
}
