import { communeDrafts, dealOut, sourcesOf, type PartsOf } from '../figures/by-part.ts'
import type { Calculator, Draft } from '../figures/draft.ts'
import type { VillagePart } from '../figures/ground.ts'
import { shareDraft } from '../figures/share-draft.ts'
import { fewestHouseholds } from '../figures/withholding.ts'
import type { MissingItem } from '../figures/contract.ts'
import { partialPoints, tellsOfFew } from './few-points.ts'
import { fibreVillages } from './fibre-villages.ts'
import { FIXED_TECHNOLOGIES, fixedHeard } from './fixed-heard.ts'
import type { LineRow } from './fixed-sql.ts'
import { fibreAnswer, findLines, GIGABIT, householdShare, type Answer } from './line-rows.ts'
import { findTouches } from './touching.ts'

/**
 * 1 Gbit/s on offer. A premises' own lower rate is a stated no; without one, it is a no only where every provider that is
 * expected here has said what it serves.
 */
const gigabitAnswer = ({ fast, rated }: LineRow, silenceIsNo: boolean): Answer =>
  fast ? 'yes' : rated || silenceIsNo ? 'no' : 'unknown'

const noPremises: MissingItem = { kind: 'collection', collection: 'premises' }
const lacking = (collection: string): MissingItem => ({ kind: 'collection', collection })

interface HouseholdFigure {
  answer: (row: LineRow) => Answer
  /** Nothing at all is known of this here. */
  blank: boolean
  /** The collection that would fill the blank. */
  collection: string
  /** Who would turn an unknown into an answer. */
  unheard: readonly MissingItem[]
  threshold: Partial<Draft['threshold']>
  importIds: readonly number[]
}

function householdDrafts({ ground, rows, rowsOf }: PartsOf<LineRow>, figure: HouseholdFigure) {
  const { answer, blank, collection, unheard, threshold, importIds } = figure
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
      missing: [...(blank ? [lacking(collection)] : share.unknown > 0 ? unheard : []), ...missing],
      sources: sourcesOf(own, ...imports, ...importIds),
      households: own.length > 0 ? fewestHouseholds(share.total, registered) : null
    })
  }
  const isPartial = (part: VillagePart) => {
    const own = rowsOf(part)
    return own.length > 0 && tellsOfFew({ households: householdShare(own, answer).total, people: null }, part)
  }
  const villages = bare.map(({ code }) => code)
  const partial = ground.villages.filter(isPartial).map(({ code }) => code)
  const missing = [
    ...(bare.length > 0 ? [{ ...noPremises, villages }] : rows.length === 0 ? [noPremises] : []),
    ...(partial.length > 0 ? [partialPoints(partial)] : [])
  ]
  const imports = [ground.importId, ...ground.villages.map(({ importId }) => importId)]
  const village = (part: VillagePart) => {
    const own = rowsOf(part)
    const lack = own.length === 0 ? [noPremises] : isPartial(part) ? [partialPoints()] : []
    return draft(own, [part.importId], lack, part.households)
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
        const { code } = parts.ground
        const heard = fixedHeard(ask, touches, code, FIXED_TECHNOLOGIES, 'fixed_services')
        return householdDrafts(parts, {
          answer: (row) => gigabitAnswer(row, heard.silenceIsNo),
          blank: heard.touches.length === 0 && parts.rows.every(({ rated }) => !rated),
          collection: 'fixed_services',
          unheard: heard.missing,
          threshold: { downMbps: GIGABIT },
          importIds: [...heard.expectedImportIds, ...heard.touches.map(({ importId }) => importId)]
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
          unheard: [],
          threshold: { technology: 'fibre' },
          importIds: []
        })
      )
    )
  }
}

/** The indicators that come from fixed lines. */
export const fixedCalculators: readonly Calculator[] = [fixedGigabit, fibreVillages, fibreHouseholds]
