import type { Figure, IndicatorAnswer } from '../server/plans/contract.ts'
import type { I18n } from './i18n/i18n.svelte.ts'
import { placeName } from './i18n/place-name.ts'
import type { FrameLegend } from './map/map-image.ts'
import type { PageState } from './page-state.svelte.ts'
import { pictureFrame } from './picture.ts'
import { amountText, valueText } from './plans/figure-words.ts'
import { wordsOf } from './plans/indicator-words.ts'
import { messages as planMessages } from './plans/messages.ts'
import { partsOf } from './plans/parts.ts'
import { worstFirst } from './plans/ranking.ts'
import { verdictText } from './plans/verdicts.ts'
import type { PrintContent } from './print/print-content.ts'

/** The sheet for what the page shows; null before the figures are here. */
export function printContent(page: PageState, legend: readonly FrameLegend[]): PrintContent | null {
  const { answer, i18n } = page
  if (!answer) return null
  const { title, subtitle, notes } = pictureFrame(page, answer, legend)
  return { title, subtitle, notes, legend, table: tableOf(i18n, answer) }
}

function tableOf(i18n: I18n, answer: IndicatorAnswer): PrintContent['table'] {
  const words = wordsOf(answer)
  const columns = [
    planMessages.villageColumn,
    answer.name,
    planMessages.rangeColumn,
    words.yes,
    words.no,
    planMessages.unknown,
    planMessages.csv.verdict
  ].map((column) => i18n.t(column))
  const villages = worstFirst(answer.villages).map((village) => [
    placeName(village),
    ...cellsOf(i18n, answer, village.figure)
  ])
  const outside = answer.outsideVillages
    ? [[i18n.t(planMessages.outsideVillages), ...cellsOf(i18n, answer, answer.outsideVillages.figure)]]
    : []
  const whole = [i18n.t(planMessages.wholeCommune), ...cellsOf(i18n, answer, answer.commune.figure)]
  return { caption: i18n.t(planMessages.tableTitle), columns, rows: [...villages, ...outside, whole] }
}

function cellsOf(i18n: I18n, answer: IndicatorAnswer, figure: Figure): string[] {
  const { thing } = wordsOf(answer)
  const parts = partsOf(figure)
  const amount = (value: number | undefined) => (value === undefined ? '–' : amountText(i18n, thing, value))
  const hasRange = figure.low !== null && figure.high !== null
  return [
    valueText(i18n, answer, figure) ?? i18n.t(planMessages.reasons[figure.reason ?? 'no_data']),
    hasRange ? `${i18n.percent(figure.low ?? 0)} – ${i18n.percent(figure.high ?? 0)}` : '–',
    amount(parts?.yes),
    amount(parts?.no),
    amount(parts?.unknown),
    verdictText(i18n, figure)
  ]
}
