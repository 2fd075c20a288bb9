import type { Target } from './contract.ts'

/** The last day on which a milestone can be reached: the end of its quarter, or of its year. */
export function dueDay({ year, quarter }: Pick<Target, 'year' | 'quarter'>): string {
  const lastDays = ['03-31', '06-30', '09-30', '12-31']
  return `${year}-${lastDays[(quarter ?? 4) - 1]}`
}

/** The milestone that applies: the first due on or after the day, else the last; of two due that day the year's. Null without any. */
export function applicableTarget(targets: readonly Target[], asOf: string): Target | null {
  const byDue = [...targets].sort(
    (one, other) => dueDay(one).localeCompare(dueDay(other)) || (one.quarter ?? 0) - (other.quarter ?? 0)
  )
  const last = byDue.filter((target) => dueDay(target) === dueDay(byDue.at(-1)!))[0]
  return byDue.find((target) => dueDay(target) >= asOf) ?? last ?? null
}
