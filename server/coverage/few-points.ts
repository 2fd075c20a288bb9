import type { MissingItem } from '../figures/contract.ts'
import type { VillagePart } from '../figures/ground.ts'
import { isSmall } from '../figures/withholding.ts'

/** Points that stand for a smaller share of the register's households, or people, can hardly be all of a village's. */
const LEAST_SHARE = 0.5

/** Whom the points of a village stand for. `people` null: not known at all of them. */
export interface Pointed {
  households: number
  people: number | null
}

/**
 * Whether points tell of far fewer households or people than the village's register: of less than half. Never so of a
 * village whose register is too small to be public.
 */
export function tellsOfFew(
  pointed: Pointed,
  { population, households }: Pick<VillagePart, 'population' | 'households'>
): boolean {
  const isFew = (count: number | null, registered: number | null) =>
    count !== null && registered !== null && count < registered * LEAST_SHARE
  if (isSmall(households || population)) return false
  return isFew(pointed.households, households) || isFew(pointed.people, population)
}

/** What is missing where points tell of few; `villages`: which, for the commune's figure. */
export const partialPoints = (villages?: readonly string[]): MissingItem => ({
  kind: 'partial',
  collection: 'premises',
  ...(villages ? { villages: [...villages] } : {})
})
