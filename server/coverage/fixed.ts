import { communeDrafts, dealOut, sourcesOf, type PartsOf } from '../figures/by-part.ts'
import type { Ask, Calculator, Draft } from '../figures/draft.ts'
import type { VillagePart } from '../figures/ground.ts'
import { memberValues } from '../figures/members.ts'
import { addShares, shareDraft, type Share } from '../figures/share-draft.ts'
import { findTouches, type Touch } from '../figures/touching.ts'
import { fewestHouseholds, sumOfHouseholds } from '../figures/withholding.ts'
import type { MissingItem } from '../plans/contract.ts'
import { PREMISES_BY_LINE, type LineRow } from './fixed-sql.ts'

const GIGABIT = 1000

type Answer = 'yes' | 'no' | 'unknown'

/** 1 Gbit/s on offer. Where providers have said what they serve, a premises outside of it is a no. */
const gigabitAnswer = ({ fast, rated }: LineRow, served: boolean): Answer =>
  fast ? 'yes' : rated || served ? 'no' : 'unknown'

/** A fibre line on offer, as the premises' own facts say. */
const fibreAnswer = ({ fibre }: LineRow): Answer => fibre ?? 'unknown'

function householdShare(rows: readonly LineRow[], answer: (row: LineRow) => Answer): Share {
  const sum = (chosen: Answer | null) =>
    rows.reduce(
      (total, row) => (chosen === null || answer(row) === chosen ? total + row.households : total),
      0
    )
  return { yes: sum('yes'), proven: sum('yes'), unknown: sum('unknown'), total: sum(null) }
}

/**
 * One village: reached when a live line meets it or a premises there can order fibre. Not reached: every premises says no,
 * or lines are known in the commune and none comes here.
 */
function fibreVillageShare(rows: readonly LineRow[], lineMeets: boolean, linesKnown: boolean): Share {
  const yes = lineMeets || rows.some(({ fibre }) => fibre === 'yes') ? 1 : 0
  const no = rows.length > 0 && rows.every(({ fibre }) => fibre === 'no')
  return { yes, proven: yes, unknown: yes === 1 || no || linesKnown ? 0 : 1, total: 1 }
}

const asked = new WeakMap<Ask, Promise<LineRow[]>>()

/** Three indicators of one question look at the same rows: they are asked for once. */
function findLines(ask: Ask): Promise<LineRow[]> {
  const { db, areas, moment } = ask
  const rows =
    asked.get(ask) ??
    db
      .query<LineRow>(PREMISES_BY_LINE, [...memberValues(areas, moment), GIGABIT])
      .then((result) => result.rows)
  asked.set(ask, rows)
  return rows
}

const noPremises: MissingItem = { kind: 'collection', collection: 'premises' }
const lacking = (collection: string): MissingItem => ({ kind: 'collection', collection })

interface HouseholdFigure {
  answer: (row: LineRow) => Answer
  /** Nothing at all is known of this here. */
  blank: boolean
  /** The collection that would fill the blank. */
  collection: string
  threshold: Partial<Draft['threshold']>
  importIds: readonly number[]
}

function householdDrafts({ ground, rows, rowsOf }: PartsOf<LineRow>, figure: HouseholdFigure) {
  const { answer, blank, collection, threshold, importIds } = figure
  const bare = ground.villages.filter((part) => rowsOf(part).length === 0 && part.households !== 0)
  const draft = (
    own: readonly LineRow[],
    imports: readonly number[],
    missing: readonly MissingItem[],
    registered: number | null
  ) => {
    const share = householdShare(own, answer)
    return shareDraft(share, {
      given: !blank,
      basis: own.length > 0 ? 'premises' : 'none',
      threshold,
      missing: [...(blank ? [lacking(collection)] : []), ...missing],
      sources: sourcesOf(own, ...imports, ...importIds),
      households: own.length > 0 ? fewestHouseholds(share.total, registered) : null
    })
  }
  const villages = bare.map(({ code }) => code)
  const missing = bare.length > 0 ? [{ ...noPremises, villages }] : rows.length === 0 ? [noPremises] : []
  const imports = [ground.importId, ...ground.villages.map(({ importId }) => importId)]
  const village = (part: VillagePart) => {
    const own = rowsOf(part)
    return draft(own, [part.importId], own.length > 0 ? [] : [noPremises], part.households)
  }
  return communeDrafts(
    ground,
    draft(rows, imports, missing, null),
    village,
    draft(rowsOf(null), [], [], null)
  )
}

const fixedGigabit: Calculator = {
  indicator: 'fixed_1gbps',
  async calculate(ask) {
    const [rows, touches] = await Promise.all([
      findLines(ask),
      findTouches(ask.db, 'fixed_service', ask.areas, ask.moment)
    ])
    return new Map(
      dealOut(ask.grounds, rows).map((parts) => {
        const here = touches.filter(({ communeCode }) => communeCode === parts.ground.code)
        const served = here.length > 0
        return householdDrafts(parts, {
          answer: (row) => gigabitAnswer(row, served),
          blank: !served && parts.rows.every(({ rated }) => !rated),
          collection: 'fixed_services',
          threshold: { downMbps: GIGABIT },
          importIds: here.map(({ importId }) => importId)
        })
      })
    )
  }
}

const fibreHouseholds: Calculator = {
  indicator: 'fibre_households',
  async calculate(ask) {
    const rows = await findLines(ask)
    return new Map(
      dealOut(ask.grounds, rows).map((parts) =>
        householdDrafts(parts, {
          answer: fibreAnswer,
          blank: parts.rows.every(({ fibre }) => fibre === null),
          collection: 'premises',
          threshold: { technology: 'fibre' },
          importIds: []
        })
      )
    )
  }
}

function fibreVillageDrafts({ ground, rows, rowsOf }: PartsOf<LineRow>, touches: readonly Touch[]) {
  const shareOf = (part: VillagePart) =>
    fibreVillageShare(
      rowsOf(part),
      touches.some(({ villageCode }) => villageCode === part.code),
      touches.length > 0
    )
  const householdsOf = (part: VillagePart) =>
    fewestHouseholds(householdShare(rowsOf(part), fibreAnswer).total, part.households)
  const given = touches.length > 0 || rows.some(({ fibre }) => fibre !== null)
  const missing = given ? [] : [lacking('fibre_lines')]
  const basis = given ? ('places' as const) : ('none' as const)
  const draft = (
    share: Share,
    own: readonly LineRow[],
    lines: readonly Touch[],
    importIds: readonly number[]
  ) => {
    const imports = [...importIds, ...lines.map(({ importId }) => importId)]
    const threshold = { technology: 'fibre' }
    return { given, basis, threshold, missing, sources: sourcesOf(own, ...imports), households: null, share }
  }
  const whole = draft(addShares(ground.villages.map(shareOf)), rows, touches, [
    ground.importId,
    ...ground.villages.map(({ importId }) => importId)
  ])
  const village = (part: VillagePart) => {
    const own = rowsOf(part)
    const here = touches.filter(({ villageCode }) => villageCode === part.code)
    const one = draft(shareOf(part), own, here, [part.importId])
    return shareDraft(one.share, { ...one, households: householdsOf(part) })
  }
  const households = sumOfHouseholds(ground.villages.map(householdsOf))
  return communeDrafts(ground, shareDraft(whole.share, { ...whole, households }), village, null)
}

const fibreVillages: Calculator = {
  indicator: 'fibre_villages',
  async calculate(ask) {
    const [rows, touches] = await Promise.all([
      findLines(ask),
      findTouches(ask.db, 'fibre_line', ask.areas, ask.moment)
    ])
    return new Map(
      dealOut(ask.grounds, rows).map((parts) =>
        fibreVillageDrafts(
          parts,
          touches.filter(({ communeCode }) => communeCode === parts.ground.code)
        )
      )
    )
  }
}

/** The indicators that come from fixed lines. */
export const fixedCalculators: readonly Calculator[] = [fixedGigabit, fibreVillages, fibreHouseholds]
