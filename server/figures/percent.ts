/**
 * 0 to 100, not rounded; null where there is nothing to count. The product is taken first: it is exact for counts, so that
 * one division rounds once and 999 of 1,000 is the same number as a target written 99.9.
 */
export const percent = (part: number, whole: number): number | null =>
  whole > 0 ? (100 * part) / whole : null
