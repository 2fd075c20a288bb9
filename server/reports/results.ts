import { percent } from '../figures/percent.ts'
import { FEWEST_RANKED, type ReportResults, type Results } from './results-contract.ts'
import type { findResults, ResultRow } from './results-queries.ts'

const share = (count: number, of: number) => ({
  count,
  of,
  percent: of < FEWEST_RANKED ? null : percent(count, of)
})

/** The counts of a part; shares and medians of fewer than ten are not given. */
export function resultsOf(row: ResultRow): Results {
  const { received, open, overdue, resolved, unresolved, outOfScope } = row
  return {
    ...{ received, open, overdue, resolved, unresolved, outOfScope },
    seenInTime: share(row.seenInTime, row.seen + row.notSeenLate),
    resolvedInTime: share(row.resolvedInTime, resolved + row.late),
    medianHours: resolved < FEWEST_RANKED ? null : row.medianHours
  }
}

/** Parts with their ranks: by the share resolved in time; equal shares share a rank; few decide nothing. */
export function ranked(rows: readonly ResultRow[]) {
  const parts = rows.map((row) => ({ row, results: resultsOf(row) }))
  const shares = parts.flatMap(({ results }) => results.resolvedInTime.percent ?? [])
  return parts.map(({ row, results }) => {
    const own = results.resolvedInTime.percent
    const rank = own === null ? null : 1 + shares.filter((other) => other > own).length
    return { row, results: { ...results, rank } }
  })
}

const NOTHING: ResultRow = {
  part: 'total',
  category: null,
  unitId: null,
  unit: null,
  commune: null,
  village: null,
  received: 0,
  open: 0,
  overdue: 0,
  resolved: 0,
  unresolved: 0,
  outOfScope: 0,
  seen: 0,
  seenInTime: 0,
  notSeenLate: 0,
  resolvedInTime: 0,
  late: 0,
  medianHours: null
}

/** The page of results as everybody gets it. */
export function reportResultsOf({
  parts,
  unresolved,
  notPublic
}: Awaited<ReturnType<typeof findResults>>): ReportResults {
  const of = (part: ResultRow['part']) => ranked(parts.filter((row) => row.part === part))
  return {
    total: resultsOf(parts.find(({ part }) => part === 'total') ?? NOTHING),
    notPublic,
    categories: of('category').map(({ row, results }) => ({ category: row.category ?? '', ...results })),
    units: of('unit').map(({ row: { unitId, unit, commune }, results }) => ({
      unitId,
      unit,
      commune,
      ...results
    })),
    villages: of('village').map(({ row: { commune, village }, results }) => ({
      commune,
      village,
      ...results
    })),
    unresolved: unresolved.map(({ closedAt, ...row }) => ({
      ...row,
      closedAt: closedAt?.toISOString() ?? null
    }))
  }
}
