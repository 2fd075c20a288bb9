import type { Figure } from '../../server/plans/contract.ts'

/** The three answers as amounts of what the indicator counts. `no` is what maps and lists leave out, also just beyond an edge. */
export interface Parts {
  yes: number
  no: number
  unknown: number
  total: number
}

/** null when the figure has no parts: no data, withheld, or a bare count. */
export function partsOf({ numerator, unknown, denominator }: Figure): Parts | null {
  if (numerator === null || denominator === null || denominator <= 0) return null
  const open = unknown ?? 0
  // Sums of floating shares may miss nought by a hair.
  const no = Math.max(0, denominator - numerator - open)
  return { yes: numerator, no, unknown: open, total: denominator }
}
