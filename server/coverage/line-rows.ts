import type { Ask } from '../figures/draft.ts'
import { memberValues } from '../figures/members.ts'
import type { Share } from '../figures/share-draft.ts'
import { PREMISES_BY_LINE, type LineRow } from './fixed-sql.ts'

export const GIGABIT = 1000

export type Answer = 'yes' | 'no' | 'unknown'

/** A fibre line on offer, as the premises' own facts say. */
export const fibreAnswer = ({ fibre }: LineRow): Answer => fibre ?? 'unknown'

/** Households by answer. */
export function householdShare(rows: readonly LineRow[], answer: (row: LineRow) => Answer): Share {
  const sum = (chosen: Answer | null) =>
    rows.reduce(
      (total, row) => (chosen === null || answer(row) === chosen ? total + row.households : total),
      0
    )
  return { yes: sum('yes'), proven: sum('yes'), unknown: sum('unknown'), total: sum(null) }
}

const asked = new WeakMap<Ask, Promise<LineRow[]>>()

/** Three indicators of one question look at the same rows: they are asked for once. */
export function findLines(ask: Ask): Promise<LineRow[]> {
  const { db, areas, moment } = ask
  const rows =
    asked.get(ask) ??
    db
      .query<LineRow>(PREMISES_BY_LINE, [...memberValues(areas, moment), GIGABIT])
      .then((result) => result.rows)
  asked.set(ask, rows)
  return rows
}
