import { communeDrafts, dealOut, sourcesOf, type PartsOf } from '../figures/by-part.ts'
import type { Calculator } from '../figures/draft.ts'
import type { VillagePart } from '../figures/ground.ts'
import { addShares, shareDraft, type Share } from '../figures/share-draft.ts'
import { fewestHouseholds, sumOfHouseholds } from '../figures/withholding.ts'
import { FIBRE_TECHNOLOGIES, fixedHeard, type FixedHeard } from './fixed-heard.ts'
import type { LineRow } from './fixed-sql.ts'
import { fibreAnswer, findLines, householdShare } from './line-rows.ts'
import { findTouches, type Touch } from './touching.ts'

/**
 * One village: reached when a live line meets it or a premises there can order fibre. Not reached: every premises says no,
 * or every operator expected here has lines in the commune and none comes here.
 */
function fibreVillageShare(rows: readonly LineRow[], lineMeets: boolean, silenceIsNo: boolean): Share {
  const yes = lineMeets || rows.some(({ fibre }) => fibre === 'yes') ? 1 : 0
  const no = rows.length > 0 && rows.every(({ fibre }) => fibre === 'no')
  return { yes, proven: yes, unknown: yes === 1 || no || silenceIsNo ? 0 : 1, total: 1 }
}

function fibreVillageDrafts({ ground, rows, rowsOf }: PartsOf<LineRow>, heard: FixedHeard) {
  const { touches, silenceIsNo } = heard
  const touchesOf = (part: VillagePart) => touches.filter(({ villageCode }) => villageCode === part.code)
  const shareOf = (part: VillagePart) =>
    fibreVillageShare(rowsOf(part), touchesOf(part).length > 0, silenceIsNo)
  const householdsOf = (part: VillagePart) =>
    fewestHouseholds(householdShare(rowsOf(part), fibreAnswer).total, part.households)
  const given = touches.length > 0 || rows.some(({ fibre }) => fibre !== null)
  const draft = (
    share: Share,
    own: readonly LineRow[],
    lines: readonly Touch[],
    importIds: readonly number[],
    households: number | null
  ) =>
    shareDraft(share, {
      given,
      basis: given ? 'places' : 'none',
      threshold: { technology: 'fibre' },
      missing: given
        ? share.unknown > 0
          ? heard.missing
          : []
        : [{ kind: 'collection', collection: 'fibre_lines' }],
      sources: sourcesOf(
        own,
        ...importIds,
        ...heard.expectedImportIds,
        ...lines.map(({ importId }) => importId)
      ),
      households
    })
  const commune = draft(
    addShares(ground.villages.map(shareOf)),
    rows,
    touches,
    [ground.importId, ...ground.villages.map(({ importId }) => importId)],
    sumOfHouseholds(ground.villages.map(householdsOf))
  )
  const village = (part: VillagePart) =>
    draft(shareOf(part), rowsOf(part), touchesOf(part), [part.importId], householdsOf(part))
  return communeDrafts(ground, commune, village, null)
}

/** The villages that fibre reaches. */
export const fibreVillages: Calculator = {
  indicator: 'fibre_villages',
  async calculate(ask) {
    const [rows, touches] = await Promise.all([
      findLines(ask),
      findTouches(ask.db, 'fibre_line', ask.areas, ask.moment)
    ])
    return new Map(
      dealOut(ask.grounds, rows).map((parts) => {
        const { code } = parts.ground
        return fibreVillageDrafts(parts, fixedHeard(ask, touches, code, FIBRE_TECHNOLOGIES, 'fibre_lines'))
      })
    )
  }
}
