import type { Ground, VillagePart } from '../figures/ground.ts'
import { groupBy } from '../figures/group-by.ts'
import { fewestHouseholds, FEWEST_HOUSEHOLDS, isSmall, withheldParts } from '../figures/withholding.ts'
import type { Home } from './queries.ts'

const OUTSIDE = 'outside'
const VILLAGE = 'village:'
const keyOf = (code: string | null) => (code === null ? OUTSIDE : VILLAGE + code)

export const householdsIn = (homes: readonly { households: number }[]) =>
  homes.reduce((sum, { households }) => sum + households, 0)

/** Of whose homes the public is told nothing. A part is a village's code, or null for what lies outside villages. */
export interface HiddenHomes {
  /** Fewer than 5 households live there. */
  small(part: string | null): boolean
  /** Small, or what would give a small one away. */
  withheld(part: string | null): boolean
}

/** The parts of a commune that are withheld where its homes are looked at one by one. */
export function hiddenHomes(ground: Ground, homes: readonly Home[]): HiddenHomes {
  const byVillage = groupBy(homes, ({ villageCode }) => villageCode)
  const partOf = (village: VillagePart | null) => {
    const own = byVillage.get(village?.code ?? null) ?? []
    // People at points of no household live in one all the same.
    const counted = householdsIn(own) || (own.some(({ residents }) => (residents ?? 0) > 0) ? 1 : 0)
    const households = fewestHouseholds(counted, village?.households ?? null)
    return { key: keyOf(village?.code ?? null), households, adds: own.length > 0 }
  }
  const parts = [...ground.villages.map(partOf), partOf(null)]
  const few = new Set(parts.flatMap(({ key, households }) => (isSmall(households) ? [key] : [])))
  const { keys } = withheldParts(parts)
  return { small: (part) => few.has(keyOf(part)), withheld: (part) => keys.has(keyOf(part)) }
}

/**
 * The clusters of one village that may be shown. One of fewer than 5 households may not; nor may the next smallest, as long
 * as what the shown ones leave of the village's `bare` households is fewer than 5.
 */
export function shownClusters<Cluster extends { households: number }>(
  clusters: readonly Cluster[],
  bare: number
): Cluster[] {
  const shown = clusters
    .filter(({ households }) => households >= FEWEST_HOUSEHOLDS)
    .sort((one, other) => other.households - one.households)
  if (shown.length === clusters.length) return shown
  while (shown.length > 0 && bare - householdsIn(shown) < FEWEST_HOUSEHOLDS) shown.pop()
  return shown
}
