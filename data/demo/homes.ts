import type { Position } from 'geojson'
import { makePlots, type Hamlet, type Plot } from './hamlets.ts'
import type { Ground, Layout } from './layout.ts'
import { distanceToLine, isInside, step, toLngLat } from './plane.ts'
import { Random } from './random.ts'
import { FOOTPRINTS_ONLY, type VillagePlan } from './villages.ts'

/** One house and, where the household is counted, who lives there: how many, never who. */
export interface Home extends Plot {
  /** null: only the footprint is known. */
  residents: number | null
  kind: 'household' | 'business'
}

/** Shares of households by residents, 1 to 8. */
const SIZES = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8]
const REMOTE_HOMES = 17

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

function settle(plot: Plot, isCounted: boolean, random: Random): Home {
  const isBusiness = isCounted && !plot.hamlet.isRemote && random.chance(0.05)
  const residents = isBusiness ? 0 : random.pick(SIZES)
  return { ...plot, residents: isCounted ? residents : null, kind: isBusiness ? 'business' : 'household' }
}

/** The houses of a village: as many as its plan says, or as there is room for. */
export function makeHomes(
  ground: Ground,
  plan: VillagePlan,
  hamlets: readonly Hamlet[],
  layout: Layout,
  seed: string
): Home[] {
  const random = new Random(`${seed} homes ${plan.name}`)
  const isDry = (at: Plot['at']) => isInside(ground.ring, at) && distanceToLine(at, layout.river) > 55
  const plots = shuffled(makePlots(hamlets, isDry, random), random)
  const remote = plots.filter(({ hamlet }) => hamlet.isRemote).slice(0, REMOTE_HOMES)
  const others = plots.filter(({ hamlet }) => !hamlet.isRemote)
  const count = plan.premises || FOOTPRINTS_ONLY
  return [...remote, ...others].slice(0, count).map((plot) => settle(plot, plan.premises > 0, random))
}

/** A house's outline, closed, counter-clockwise: a rectangle, or one with a corner cut out. */
export function footprint({ at, heading }: Plot, random: Random): Position[] {
  const [long, wide] = [random.between(8, 15), random.between(5.5, 9)]
  const [cutLong, cutWide] = [long * random.between(0.3, 0.55), wide * random.between(0.35, 0.6)]
  const corner: [number, number][] = random.chance(0.4)
    ? [
        [long, wide - cutWide],
        [long - cutLong, wide - cutWide],
        [long - cutLong, wide]
      ]
    : [[long, wide]]
  const outline: [number, number][] = [[0, 0], [long, 0], ...corner, [0, wide], [0, 0]]
  return outline.map(([along, across]) =>
    toLngLat(step(step(at, heading, along - long / 2), heading + Math.PI / 2, across - wide / 2))
  )
}
