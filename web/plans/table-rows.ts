import type { Figure, IndicatorAnswer, VillageFigure } from '../../server/plans/contract.ts'
import type { Order } from '../url/parameters.ts'

/** A village with its figure for each indicator, by the indicator's id. */
export interface TableRow {
  village: Pick<VillageFigure, 'code' | 'name' | 'kind' | 'provisional'>
  figures: ReadonlyMap<string, Figure>
}

/** `name` or an indicator's id, and the direction. */
export type Sorting = Order

/** The indicators that speak of villages: the table's columns. */
export const tableColumns = (indicators: readonly IndicatorAnswer[]) =>
  indicators.filter(({ villages }) => villages.some(({ figure }) => figure.reason !== 'not_applicable'))

/** What was chosen, where such a column is; else the table follows the map: its indicator, lowest first. */
export function sortingOf(
  columns: readonly IndicatorAnswer[],
  chosen: Sorting | undefined,
  current: string
): Sorting {
  const exists = chosen?.by === 'name' || columns.some(({ indicator }) => indicator === chosen?.by)
  return chosen && exists ? chosen : { by: current, ascending: true }
}

/** One row per village that any of the answers has. */
export function tableRows(columns: readonly IndicatorAnswer[]): TableRow[] {
  const rows = new Map<string, { village: VillageFigure; figures: Map<string, Figure> }>()
  for (const { indicator, villages } of columns) {
    for (const village of villages) {
      const row = rows.get(village.code) ?? { village, figures: new Map<string, Figure>() }
      row.figures.set(indicator, village.figure)
      rows.set(village.code, row)
    }
  }
  return [...rows.values()]
}

const byName = (a: TableRow, b: TableRow) =>
  a.village.name.localeCompare(b.village.name, 'vi', { numeric: true })

/** Rows without a value stand last in both directions; equal ones by name. */
export function sortRows(rows: readonly TableRow[], { by, ascending }: Sorting): TableRow[] {
  const direction = ascending ? 1 : -1
  if (by === 'name') return [...rows].sort((a, b) => direction * byName(a, b))
  const valueOf = (row: TableRow) => row.figures.get(by)?.value ?? null
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)]
    if (left === right) return byName(a, b)
    if (left === null) return 1
    if (right === null) return -1
    return direction * (left - right)
  })
}
