import type { Figure, IndicatorAnswer } from '../../server/plans/contract.ts'
import { type Cell, csvText } from '../i18n/csv-text.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { placeName } from '../i18n/place-name.ts'
import { figureIn } from './difference.ts'
import { wordsOf } from './indicator-words.ts'
import { messages } from './messages.ts'
import { verdictText } from './verdicts.ts'

/** What a table file is made of: the answers that are seen, and the earlier ones when two days are compared. */
export interface CsvInput {
  answers: readonly IndicatorAnswer[]
  before: readonly IndicatorAnswer[]
  beforeDay: string | undefined
}

/** One row per place and indicator; an empty cell is "not known". */
export function figuresCsv(i18n: I18n, { answers, before, beforeDay }: CsvInput): string {
  const rows = answers.flatMap((answer) => rowsOf(i18n, answer, before, beforeDay))
  return csvText(i18n.locale, [header(i18n, beforeDay), ...rows])
}

function header(i18n: I18n, beforeDay: string | undefined): Cell[] {
  const { csv } = messages
  const names = [
    csv.commune,
    csv.code,
    csv.village,
    csv.indicator,
    csv.unit,
    csv.value,
    csv.low,
    csv.high,
    csv.numerator,
    csv.unknown,
    csv.denominator,
    csv.target,
    csv.verdict,
    csv.reason,
    csv.basis,
    csv.asOf,
    csv.knownAt,
    csv.sources,
    csv.note
  ]
  const compared = beforeDay ? [i18n.t(csv.before, { day: i18n.date(beforeDay) })] : []
  return [...names.map((name) => i18n.t(name)), ...compared]
}

function rowsOf(
  i18n: I18n,
  answer: IndicatorAnswer,
  before: readonly IndicatorAnswer[],
  beforeDay: string | undefined
): Cell[][] {
  const earlier = before.find(({ indicator }) => indicator === answer.indicator)
  const compared = (figure: Figure | undefined) => (beforeDay ? [figure?.value ?? figure?.numerator] : [])
  const villages = answer.villages.map((village) => [
    ...rowOf(i18n, answer, village.code, placeName(village), village.figure),
    ...compared(figureIn(earlier, village.code))
  ])
  const outside = answer.outsideVillages
    ? [
        [
          ...rowOf(i18n, answer, '', i18n.t(messages.outsideVillages), answer.outsideVillages.figure),
          ...compared(earlier?.outsideVillages?.figure)
        ]
      ]
    : []
  const whole = [
    ...rowOf(i18n, answer, answer.commune.code, i18n.t(messages.wholeCommune), answer.commune.figure),
    ...compared(earlier?.commune.figure)
  ]
  return [...villages, ...outside, whole]
}

function rowOf(i18n: I18n, answer: IndicatorAnswer, code: string, place: string, figure: Figure): Cell[] {
  return [
    placeName(answer.commune),
    code,
    place,
    i18n.t(answer.name),
    answer.unit === 'percent' ? '%' : i18n.t(messages.things[wordsOf(answer).thing]),
    figure.value,
    figure.low,
    figure.high,
    figure.numerator,
    figure.unknown,
    figure.denominator,
    answer.target?.value,
    figure.verdict ? verdictText(i18n, figure) : '',
    figure.reason ? i18n.t(messages.reasons[figure.reason]) : '',
    i18n.t(messages.basis[figure.basis]),
    answer.asOf,
    answer.knownAt,
    figure.sources.map(({ title }) => title).join(' | '),
    answer.commune.illustration ? i18n.t(messages.csv.illustration) : ''
  ]
}
