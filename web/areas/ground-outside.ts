import type { CommuneOutline } from './commune-outline.ts'

/** Strips between villages and the commune's border, drawn by different hands, are no ground of their own. */
const LARGEST_STRIP = 0.03

/** Whether a part of the commune that can be seen is no village's; false while there are no villages or no outline. */
export function hasGroundOutside(
  outline: Pick<CommuneOutline, 'spread'> | null,
  villages: Iterable<{ spread: number }>
): boolean {
  const spreads = [...villages].map(({ spread }) => spread)
  if (!outline || spreads.length === 0) return false
  return spreads.reduce((sum, spread) => sum + spread) < outline.spread * (1 - LARGEST_STRIP)
}
