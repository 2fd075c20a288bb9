import type { Figure, IndicatorAnswer } from '../../server/plans/contract.ts'
import { type Cell, csvText, dayCell, momentCell } from '../i18n/csv-text.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { placeName } from '../i18n/place-name.ts'
import { figureIn } from './difference.ts'
import { basisText, whyText } from './figure-words.ts'
import { wordsOf } from './indicator-words.ts'
import { messages } from './messages.ts'
import { missingTexts } from './missing-words.ts'
import { partsOf } from './parts.ts'
import { verdictText } from './verdicts.ts'

/** What a table file is made of: the answers that are seen, and the earlier ones when two days are compared. */
export interface CsvInput {
  answers: readonly IndicatorAnswer[]
  before: readonly IndicatorAnswer[]
  beforeDay: string | undefined
}

/** The columns in their order; each row's cells follow it. */
const COLUMNS = [
  'commune',
  'code',
  'village',
  'indicator',
  'unit',
  'value',
  'low',
  'high',
  'counted',
  'numerator',
  'no',
  'unknown',
  'denominator',
  'target',
  'verdict',
  'reason',
  'why',
  'basis',
  'asOf',
  'knownAt',
  'sources',
  'note'
] as const satisfies readonly (keyof typeof messages.csv)[]

/**
 * One row per place and indicator. A number that there is not is told by its reason, never by an empty cell or 0, so that
 * a sum leaves it out and a reader sees why.
 */
export function figuresCsv(i18n: I18n, input: CsvInput): string {
  const { answers, beforeDay } = input
  const compared = beforeDay ? [i18n.t(messages.csv.before, { day: i18n.date(beforeDay) })] : []
  const header = [...COLUMNS.map((name) => i18n.t(messages.csv[name])), ...compared]
  return csvText(i18n.locale, [header, ...answers.flatMap((answer) => rowsOf(i18n, answer, input))])
}

interface Place {
  code: string
  name: string
  /** Of a village: whether its border is. */
  provisional: boolean
  figure: Figure
  /** Of the other day. */
  earlier: Figure | undefined
}

function rowsOf(i18n: I18n, answer: IndicatorAnswer, { before, beforeDay }: CsvInput): Cell[][] {
  const earlier = before.find(({ indicator }) => indicator === answer.indicator)
  return placesOf(i18n, answer, earlier).map((place) => [
    ...Object.values(cellsOf(i18n, answer, place)),
    ...(beforeDay ? [valueOf(i18n, answer, place.earlier)] : [])
  ])
}

/** The villages, what lies outside them, the whole commune. */
function placesOf(i18n: I18n, answer: IndicatorAnswer, earlier: IndicatorAnswer | undefined): Place[] {
  const villages = answer.villages.map((village) => ({
    code: village.code,
    name: placeName(village),
    provisional: village.provisional,
    figure: village.figure,
    earlier: figureIn(earlier, village.code)
  }))
  const outside = answer.outsideVillages && {
    code: '',
    name: i18n.t(messages.outsideVillages),
    provisional: false,
    figure: answer.outsideVillages.figure,
    earlier: earlier?.outsideVillages?.figure
  }
  const whole = {
    code: answer.commune.code,
    name: i18n.t(messages.wholeCommune),
    provisional: false,
    figure: answer.commune.figure,
    earlier: earlier?.commune.figure
  }
  return [...villages, ...(outside ? [outside] : []), whole]
}

const absentText = (i18n: I18n, figure: Figure | undefined) =>
  i18n.t(messages.reasons[figure ? (figure.reason ?? 'not_applicable') : 'no_data'])

const valueOf = (i18n: I18n, { unit }: IndicatorAnswer, figure: Figure | undefined): Cell =>
  (unit === 'count' ? figure?.numerator : figure?.value) ?? absentText(i18n, figure)

const notesOf = (i18n: I18n, { commune }: IndicatorAnswer, provisional: boolean) =>
  [
    commune.illustration ? i18n.t(messages.csv.illustration) : '',
    provisional ? i18n.t(messages.provisionalHelp) : ''
  ]
    .filter(Boolean)
    .join(' ')

/** The cells by column, in the order of COLUMNS. */
function cellsOf(
  i18n: I18n,
  answer: IndicatorAnswer,
  { code, name, provisional, figure }: Place
): Record<(typeof COLUMNS)[number], Cell> {
  const { csv, things } = messages
  const thing = i18n.t(things[wordsOf(answer).thing])
  const absent = absentText(i18n, figure)
  return {
    commune: placeName(answer.commune),
    code,
    village: name,
    indicator: i18n.t(answer.name),
    unit: answer.unit === 'percent' ? '%' : thing,
    value: valueOf(i18n, answer, figure),
    low: figure.low ?? absent,
    high: figure.high ?? absent,
    counted: thing,
    numerator: figure.numerator ?? absent,
    no: partsOf(figure)?.no ?? absent,
    unknown: figure.unknown ?? absent,
    denominator: figure.denominator ?? absent,
    target: answer.target?.value ?? i18n.t(csv.noTarget),
    verdict: verdictText(i18n, figure) || i18n.t(csv.noTarget),
    reason: figure.reason ? absent : '',
    why: [whyText(i18n, answer, figure), ...missingTexts(i18n, answer, figure)].filter(Boolean).join(' '),
    basis: basisText(i18n, figure),
    asOf: dayCell(i18n, answer.asOf),
    knownAt: momentCell(i18n, answer.knownAt),
    sources: figure.sources.map(({ title }) => title).join(' | ') || i18n.t(messages.noSources),
    note: notesOf(i18n, answer, provisional)
  }
}
