import type { Place } from '../../server/editing/contract.ts'

/**
 * The day on which a place that is changed from a day on (null: from the beginning) ends, that day excluded; null: it has no end.
 * What is said of days before its end leaves the end as it is; what is said from then on puts the place in force again, and so does
 * anything that is said of one that never was in force.
 */
export function endOf({ validFrom, validTo, ended }: Place, from: string | null): string | null {
  if (!ended || validTo === null) return validTo
  const wasNever = validFrom === validTo
  return wasNever || (from !== null && from >= validTo) ? null : validTo
}
