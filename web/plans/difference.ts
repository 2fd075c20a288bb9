import type { Figure, IndicatorAnswer } from '../../server/plans/contract.ts'

/** Later minus earlier in the figure's own unit; null when either is not known. */
export function differenceOf(now: Figure, before: Figure | undefined): number | null {
  const [later, earlier] = [valueOf(now), before ? valueOf(before) : null]
  return later === null || earlier === null ? null : later - earlier
}

/** Whether the two days differ whatever the unknown turns out to be: their bounds do not meet. */
export function isCertain(now: Figure, before: Figure): boolean {
  if (now.low === null || now.high === null || before.low === null || before.high === null) return true
  return now.low > before.high || now.high < before.low
}

/** Counts have a numerator and no value. */
const valueOf = (figure: Figure) => figure.value ?? (figure.denominator === null ? figure.numerator : null)

/** The figure of a village (null: of the commune) in an answer; undefined when that village was not there. */
export function figureIn(answer: IndicatorAnswer | undefined, village: string | null): Figure | undefined {
  if (village === null) return answer?.commune.figure
  return answer?.villages.find(({ code }) => code === village)?.figure
}
