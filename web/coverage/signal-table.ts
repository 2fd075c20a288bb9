import { type Cell, csvText, dayCell, momentCell } from '../i18n/csv-text.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { placeName } from '../i18n/place-name.ts'
import { villageName } from '../i18n/village-name.ts'
import type { DeadSpots, Gaps } from './api.ts'
import { messages } from './messages.ts'
import { STATE_LOOKS } from './signal-states.ts'

type SignalVillage = DeadSpots['villages'][number]
type Gap = Gaps['gaps'][number]
/** Whose lists they are. */
interface Place {
  code: string
  name: string
  kind: string
  illustration: boolean
}
/** A table with words only, as paper has it; the first column names the row. */
export interface WordTable {
  caption: string
  columns: string[]
  rows: string[][]
}

const { table } = messages
const STATES = Object.keys(STATE_LOOKS)

/** Worst state first, as the list on the screen. */
const worstFirst = ({ villages }: DeadSpots) =>
  [...villages].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))

const answerText = (i18n: I18n, { answer }: Gap) =>
  i18n.t(answer === 'no' ? messages.gapNo : messages.gapUnknown)

/** What is missing or withheld, in words; '' when nothing is. */
export function missingOf(i18n: I18n, { missing, reason }: SignalVillage): string {
  const operators = new Set(missing.flatMap(({ operator }) => operator ?? []))
  const maps = [...operators].map((operator) => i18n.t(messages.missingMap, { operator }))
  const isOther = missing.some(({ operator }) => operator === undefined)
  const facts = reason === null && isOther ? [i18n.t(messages.missingCollection)] : []
  return [...(reason ? [i18n.t(table.reasons[reason])] : []), ...maps, ...facts].join(' ')
}

/** The villages with their state, for paper. */
export function signalTable(i18n: I18n, answer: DeadSpots): WordTable {
  return {
    caption: i18n.t(messages.villagesByState),
    columns: [table.village, table.state, table.point, table.missing].map((column) => i18n.t(column)),
    rows: worstFirst(answer).map((village) => [
      villageName(i18n, village),
      i18n.t(messages.states[village.state]),
      i18n.t(messages.points[village.point.from]),
      missingOf(i18n, village)
    ])
  }
}

/** The clusters, most people first, for paper; null when there is none to list. */
export function gapTable(i18n: I18n, { gaps, parameters }: Gaps): WordTable | null {
  if (gaps.length === 0) return null
  const metres = (value: number | null) =>
    value === null ? i18n.t(table.reasons.no_data) : i18n.distance(value)
  const { village, answer, people, households, house, site, lat, lng } = table
  const columns = [village, answer, people, households, house, site, lat, lng]
  return {
    caption: i18n.t(messages.gapsTitle, { technology: parameters.technology }),
    columns: columns.map((column) => i18n.t(column).replace(' (m)', '')),
    rows: gaps.map((gap) => [
      gap.villageName ?? '–',
      answerText(i18n, gap),
      gap.people === null ? '–' : i18n.number(gap.people, 0),
      i18n.number(gap.households, 0),
      metres(gap.culturalHouseM),
      metres(gap.cellSiteM),
      i18n.fixed(gap.centre.lat, 4),
      i18n.fixed(gap.centre.lng, 4)
    ])
  }
}

/** One row per village. */
export function signalCsv(i18n: I18n, place: Place, answer: DeadSpots): string {
  const { commune, code, village, state, point, lat, lng, missing } = table
  const columns = [commune, code, village, state, point, lat, lng, missing]
  const rows = worstFirst(answer).map((row): Cell[] => [
    placeName(place),
    row.code,
    villageName(i18n, row),
    i18n.t(messages.states[row.state]),
    i18n.t(messages.points[row.point.from]),
    row.point.lat,
    row.point.lng,
    missingOf(i18n, row)
  ])
  return withEnd(i18n, place, answer, { columns: columns.map((column) => i18n.t(column)), rows })
}

/** Whole metres: of rounded places more would be made up. */
const metresOf = (i18n: I18n, metres: number | null): Cell =>
  metres === null ? i18n.t(table.reasons.no_data) : Math.round(metres)

/** One row per cluster; its place is rounded as the server rounds it. */
export function gapsCsv(i18n: I18n, place: Place, answer: Gaps): string {
  const { commune, code, village, technology, premises, people, households, radius, house, site, lat, lng } =
    table
  const columns = [commune, code, village, technology, table.answer, people, households, premises, lat, lng]
  const rows = answer.gaps.map((gap): Cell[] => [
    placeName(place),
    gap.villageCode,
    gap.villageName,
    answer.parameters.technology,
    answerText(i18n, gap),
    gap.people,
    gap.households,
    gap.premises,
    gap.centre.lat,
    gap.centre.lng,
    Math.round(gap.radiusM),
    metresOf(i18n, gap.culturalHouseM),
    metresOf(i18n, gap.cellSiteM)
  ])
  const names = [...columns, radius, house, site].map((column) => i18n.t(column))
  return withEnd(i18n, place, answer, { columns: names, rows })
}

/** Every row says by which rule, for which day, from what it was known and whose data that was. */
function withEnd(
  i18n: I18n,
  place: Place,
  {
    asOf,
    knownAt,
    sources,
    parameters: { k, d }
  }: Pick<DeadSpots | Gaps, 'asOf' | 'knownAt' | 'sources' | 'parameters'>,
  { columns, rows }: { columns: string[]; rows: Cell[][] }
): string {
  const names = [table.parameters, table.asOf, table.knownAt, table.sources, table.note]
  const end: Cell[] = [
    `k = ${k}, d = ${d} m`,
    dayCell(i18n, asOf),
    momentCell(i18n, knownAt),
    sources.map(({ title }) => title).join(' | '),
    place.illustration ? i18n.t(table.illustration) : ''
  ]
  const header = [...columns, ...names.map((name) => i18n.t(name))]
  return csvText(i18n.locale, [header, ...rows.map((row) => [...row, ...end])])
}
