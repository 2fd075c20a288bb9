import { writtenDay } from '../http/calendar.ts'
import { numberText, shownAt, type Found } from './found.ts'
import type { PointSums, RegisterRow } from './village-queries.ts'

const recordsOf = ({ id, name }: RegisterRow) => [{ label: name, collection: 'villages', place: id }]

const TITLES = {
  population: { vi: 'dân số', en: 'population' },
  households: { vi: 'số hộ', en: 'households' }
}
type Register = keyof typeof TITLES
const REGISTER = Object.keys(TITLES) as Register[] // the keys of a constant object are its names

/** Villages whose register says nothing of people or homes. */
export const registerLacking = (rows: readonly RegisterRow[]): Found[] =>
  rows.flatMap((row): Found[] => {
    const lacking = REGISTER.filter((name) => row[name] === null)
    if (lacking.length === 0) return []
    const list = (language: 'vi' | 'en') => lacking.map((name) => TITLES[name][language]).join(', ')
    return [
      {
        key: `missing:villages:${row.code}`,
        kind: 'missing',
        severity: 'warning',
        collection: 'villages',
        records: recordsOf(row),
        text: { vi: `${row.name}: còn thiếu ${list('vi')}.`, en: `${row.name} lacks: ${list('en')}.` },
        measure: lacking.length,
        unit: 'facts',
        ...shownAt(row)
      }
    ]
  })

/** Registers that nobody has renewed within the months. */
export const registersUnconfirmed = (rows: readonly RegisterRow[]): Found[] =>
  rows
    .filter((row) => row.stale && (row.population !== null || row.households !== null))
    .map((row) => ({
      key: `unchecked:villages:${row.code}`,
      kind: 'unchecked',
      severity: 'warning',
      collection: 'villages',
      records: recordsOf(row),
      text: {
        vi: `${row.name}: dân số, số hộ ghi nhận gần nhất ngày ${writtenDay(row.statedOn)}, đã ${numberText(row.months).vi} tháng.`,
        en: `${row.name}: population and households were last stated on ${writtenDay(row.statedOn)}, ${numberText(row.months).en} months ago.`
      },
      measure: row.months,
      unit: 'months',
      ...shownAt(row)
    }))

/** A village that can be compared: it has a register and household points. */
export const isComparable = ({ population, households }: RegisterRow, sums: PointSums | undefined) =>
  sums !== undefined && (households !== null || (population !== null && sums.blanks < sums.points))

interface Difference {
  unit: 'people' | 'households'
  counted: number
  registered: number
}

const isFar = ({ counted, registered }: Difference, percent: number) =>
  counted !== registered && Math.abs(counted - registered) > (registered * percent) / 100

/** People are compared where every point tells them; more than the register has are too many in any case. */
function differencesOf(row: RegisterRow, sums: PointSums, percent: number): Difference[] {
  const { population, households } = row
  const whole = sums.blanks === 0
  const people: Difference[] =
    population !== null && (whole || sums.residents > population)
      ? [{ unit: 'people', counted: sums.residents, registered: population }]
      : []
  const homes: Difference[] =
    households === null ? [] : [{ unit: 'households', counted: sums.households, registered: households }]
  return [...people, ...homes].filter((one) => isFar(one, percent))
}

const WORDS = {
  people: { vi: 'người', en: 'people' },
  households: { vi: 'hộ', en: 'households' }
}

function differenceText({ unit, counted, registered }: Difference, language: 'vi' | 'en') {
  const [sum, register] = [numberText(counted)[language], numberText(registered)[language]]
  const word = WORDS[unit][language]
  return language === 'vi'
    ? `điểm hộ cộng lại ${sum} ${word}, sổ ghi ${register} ${word}`
    : `household points come to ${sum} ${word}, the register has ${register}`
}

/** Villages whose household points come to something else than the register. */
export const sumFindings = (
  rows: readonly RegisterRow[],
  sumsOf: ReadonlyMap<string, PointSums>,
  percent: number
): Found[] =>
  rows.flatMap((row): Found[] => {
    const sums = sumsOf.get(row.code)
    const differences = sums ? differencesOf(row, sums, percent) : []
    const [first] = differences
    if (!first) return []
    const text = (language: 'vi' | 'en') =>
      `${row.name}: ${differences.map((one) => differenceText(one, language)).join('; ')}.`
    return [
      {
        key: `sums:${row.code}`,
        kind: 'sums',
        severity: 'warning',
        collection: 'villages',
        records: recordsOf(row),
        text: { vi: text('vi'), en: text('en') },
        measure: Math.abs(first.counted - first.registered),
        unit: first.unit,
        ...shownAt(row)
      }
    ]
  })

/** Registers that contradict themselves: more homes than people. */
export const registerContradictions = (rows: readonly RegisterRow[]): Found[] =>
  rows
    .filter(({ population, households }) => (households ?? 0) > (population ?? Infinity))
    .map((row) => {
      const [people, homes] = [numberText(row.population ?? 0), numberText(row.households ?? 0)]
      return {
        key: `sums:register:${row.code}`,
        kind: 'sums' as const,
        severity: 'error' as const,
        collection: 'villages',
        records: recordsOf(row),
        text: {
          vi: `${row.name}: sổ ghi ${homes.vi} hộ nhưng chỉ ${people.vi} người.`,
          en: `${row.name}: the register has ${homes.en} households but only ${people.en} people.`
        },
        measure: (row.households ?? 0) - (row.population ?? 0),
        unit: 'households' as const,
        ...shownAt(row)
      }
    })
