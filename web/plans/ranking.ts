import type { Figure, VillageFigure } from '../../server/plans/contract.ts'
import { partsOf } from './parts.ts'

const withoutOf = ({ figure }: VillageFigure) => partsOf(figure)?.no ?? 0

/** Lowest value first; of equal ones that with more without; villages without a value last, by name. */
export function worstFirst(villages: readonly VillageFigure[]): VillageFigure[] {
  return [...villages].sort((a, b) => {
    const byValue = (a.figure.value ?? Infinity) - (b.figure.value ?? Infinity)
    // Infinity minus Infinity is NaN: neither has a value.
    if (byValue) return byValue
    return withoutOf(b) - withoutOf(a) || a.name.localeCompare(b.name, 'vi', { numeric: true })
  })
}

/** How many villages have each verdict; with those withheld and those that the indicator does not speak of: all of them. */
export function countVerdicts(villages: readonly VillageFigure[]) {
  const count = { met: 0, not_met: 0, undetermined: 0, withheld: 0, not_applicable: 0 }
  for (const { figure } of villages) count[standingOf(figure)] += 1
  return count
}

const standingOf = ({ reason, verdict }: Figure) =>
  reason === 'withheld' || reason === 'not_applicable' ? reason : (verdict ?? 'undetermined')
