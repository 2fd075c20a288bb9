import type { Figure, IndicatorAnswer } from '../server/plans/contract.ts'
import type { I18n } from './i18n/i18n.svelte.ts'
import { villageName } from './i18n/village-name.ts'
import type { FrameLegend } from './map/map-image.ts'
import type { PageState } from './page-state.svelte.ts'
import { pictureFrame } from './picture.ts'
import { gapTable, signalTable } from './coverage/signal-table.ts'
import { messages } from './messages.ts'
import { differenceOf, figureIn } from './plans/difference.ts'
import { signed } from './plans/difference-words.ts'
import { amountText, valueText } from './plans/figure-words.ts'
import { wordsOf } from './plans/indicator-words.ts'
import { messages as planMessages } from './plans/messages.ts'
import { partsOf } from './plans/parts.ts'
import { worstFirst } from './plans/ranking.ts'
import { verdictText } from './plans/verdicts.ts'
import type { PrintContent, PrintedTable } from './print/print-content.ts'
import type { Subject } from './subject.ts'

/** The sheet for what the page shows; null before the figures are here. */
export function printContent(page: PageState, legend: readonly FrameLegend[]): PrintContent | null {
  const { subject } = page
  if (!subject) return null
  const { title, subtitle, notes } = pictureFrame(page, subject, legend)
  return { title, subtitle, notes, legend, tables: tablesOf(page, subject) }
}

function tablesOf({ gaps, i18n }: PageState, subject: Subject): PrintedTable[] {
  if (subject.kind === 'signal') return [{ ...signalTable(i18n, subject.answer), words: true }]
  const clusters = gaps.value ? gapTable(i18n, gaps.value) : null
  return [figureTable(i18n, subject), ...(clusters ? [clusters] : [])]
}

function figureTable(i18n: I18n, subject: Exclude<Subject, { kind: 'signal' }>): PrintedTable {
  const { answer } = subject
  const compared = subject.kind === 'change' ? subject : null
  const row = (name: string, figure: Figure, earlier: Figure | undefined) => [
    name,
    ...cellsOf(i18n, answer, figure),
    ...(compared ? [changeText(i18n, figure, earlier)] : [])
  ]
  const villages = worstFirst(answer.villages).map((village) =>
    row(villageName(i18n, village), village.figure, figureIn(compared?.before, village.code))
  )
  const outside = answer.outsideVillages
    ? [
        row(
          i18n.t(planMessages.outsideVillages),
          answer.outsideVillages.figure,
          compared?.before.outsideVillages?.figure
        )
      ]
    : []
  const whole = row(
    i18n.t(planMessages.wholeCommune),
    answer.commune.figure,
    figureIn(compared?.before, null)
  )
  return {
    caption: i18n.t(planMessages.tableTitle),
    columns: columnsOf(i18n, subject),
    rows: [...villages, ...outside, whole]
  }
}

function columnsOf(i18n: I18n, subject: Exclude<Subject, { kind: 'signal' }>): string[] {
  const words = wordsOf(subject.answer)
  const columns = [
    planMessages.villageColumn,
    subject.answer.name,
    planMessages.rangeColumn,
    words.yes,
    words.no,
    planMessages.unknown,
    planMessages.csv.verdict
  ].map((column) => i18n.t(column))
  const compared =
    subject.kind === 'change' ? [i18n.t(messages.changeSince, { day: i18n.date(subject.day) })] : []
  return [...columns, ...compared]
}

function changeText(i18n: I18n, figure: Figure, earlier: Figure | undefined): string {
  const points = differenceOf(figure, earlier)
  return points === null ? '–' : signed(i18n, points)
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
