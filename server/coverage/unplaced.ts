import type { VillagePart } from '../figures/ground.ts'
import { isSmall } from '../figures/withholding.ts'

/** The people of a village so small that its register is not public count as a full step of this many. */
const STEP = 50

/**
 * How many people a register names of whom nobody knows where they live, for the bounds of a figure. Those of a village of
 * fewer than 5 households are rounded up: the bounds are wider and stay true, and the register cannot be worked out from
 * them. Null (not known) adds nothing.
 */
export function unplacedPeople(villages: readonly Pick<VillagePart, 'population' | 'households'>[]): number {
  return villages.reduce((sum, { population, households }) => {
    if (population === null) return sum
    return sum + (isSmall(households || population) ? Math.ceil(population / STEP) * STEP : population)
  }, 0)
}
