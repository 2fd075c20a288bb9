import { NO_NUMBERS, type Calculator, type CommuneDraft, type Draft } from '../figures/draft.ts'
import { findMeasurements, type IndicatorRow, type MeasurementRow } from './queries.ts'

const NOTHING: Draft = {
  ...NO_NUMBERS,
  basis: 'none',
  threshold: { technology: null, level: null },
  missing: [],
  sources: [],
  reason: 'no_data',
  households: null
}

const communeOnly = (commune: Draft): CommuneDraft => ({ commune, villages: new Map(), outside: null })

/** A count has its number and no share. */
function numbersOf({ numerator, denominator, value }: MeasurementRow, unit: IndicatorRow['unit']) {
  if (unit === 'count') return { ...NO_NUMBERS, numerator: numerator ?? value }
  return { numerator, unknown: null, denominator, low: value, value, high: value }
}

function measured(row: MeasurementRow, unit: IndicatorRow['unit']): Draft {
  const { sourceTitle, sourceSha256, periodEnd, knownFrom } = row
  const source = {
    import: null,
    title: sourceTitle,
    sha256: sourceSha256 ?? '',
    collection: 'measurements',
    validFrom: periodEnd,
    publishedAt: knownFrom
  }
  return { ...NOTHING, ...numbersOf(row, unit), evidence: [source], reason: null }
}

/** What was entered by hand, commune by commune; a commune without an entry has no figure and says so. */
export function enteredDrafts(
  codes: readonly string[],
  { code: indicator, unit }: Pick<IndicatorRow, 'code' | 'unit'>,
  rows: readonly MeasurementRow[]
) {
  const own = rows.filter(({ indicatorCode }) => indicatorCode === indicator)
  return new Map(
    codes.map((code) => {
      const row = own.find(({ communeCode }) => communeCode === code)
      const missing = [{ kind: 'collection' as const, collection: 'measurements' }]
      return [code, communeOnly(row ? measured(row, unit) : { ...NOTHING, missing })]
    })
  )
}

/** An indicator that is not computed from the map: the latest period's entry. */
export const enteredIndicator = (indicator: IndicatorRow): Calculator => ({
  indicator: indicator.code,
  async calculate({ db, grounds, moment }) {
    const codes = grounds.map(({ code }) => code)
    return enteredDrafts(codes, indicator, await findMeasurements(db, codes, moment))
  }
})
