import { covers, toLngLat, type Corner } from './reference-geometry.ts'
import { metresBetween } from './reference-distance.ts'
import { homeOf, inForce, type Scene } from './reference-figures.ts'
import { isVisible, shapesInForce } from './reference-maps.ts'
import type { Technology, WorldArea, WorldPremises } from './world.ts'

/** What is heard of some technologies in a commune, and where any map covers. */
export function signalOf(scene: Scene, commune: WorldArea, technologies: readonly Technology[]) {
  const forces = technologies.map((technology) => inForce(scene, commune, technology))
  const expecting = forces.filter(({ expected }) => expected.length > 0)
  const shapes = forces.flatMap(({ maps }) => shapesInForce(maps, scene.moment.day))
  return {
    given: forces.some(({ maps }) => maps.length > 0),
    silenceIsNo: expecting.length > 0 && expecting.every(({ silenceIsNo }) => silenceIsNo),
    covered: (place: Corner) => shapes.some((shape) => covers(shape, place))
  }
}
export type ReferenceSignal = ReturnType<typeof signalOf>

/** Too near to the distance asked for to be told by two honest measurements (m). */
const TOO_CLOSE_M = 0.001

/** Clusters by flooding from one home to all within reach, over every pair. Throws where a pair is too near to the bound. */
function clustersOf(homes: readonly WorldPremises[], metres: number): WorldPremises[][] {
  const left = new Set(homes)
  const clusters: WorldPremises[][] = []
  for (const start of homes) {
    if (!left.delete(start)) continue
    const cluster = [start]
    for (const home of cluster)
      for (const other of left) {
        const apart = metresBetween(toLngLat(home.place), toLngLat(other.place))
        if (Math.abs(apart - metres) < TOO_CLOSE_M) throw new Error(`${apart} m apart`)
        if (apart < metres && left.delete(other)) cluster.push(other)
      }
    clusters.push(cluster)
  }
  return clusters
}

export const homesIn = (scene: Scene, part: WorldArea) =>
  scene.world.premises.filter((one) => isVisible(one, scene.moment) && homeOf(scene, one.place) === part)

/** Clusters of at least `k` homes of one part that no map covers. */
export const bareClusters = (
  scene: Scene,
  part: WorldArea,
  { covered }: ReferenceSignal,
  { k, d }: { k: number; d: number }
) =>
  clustersOf(
    homesIn(scene, part).filter(({ place }) => !covered(place)),
    d
  ).filter((cluster) => cluster.length >= k)

/** The first house of a village by name; the older of two alike. Undefined: it has none. */
export const houseOf = (scene: Scene, village: WorldArea) =>
  scene.world.houses
    .map((house, index) => ({ ...house, index }))
    .filter((house) => isVisible(house, scene.moment) && homeOf(scene, house.place) === village)
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))[0]

interface Seen {
  pointHasSignal: boolean
  hasHollow: boolean
  hasHomes: boolean
}

/** trắng, lõm, có, chưa rõ, by the words of the rule; where no home is known, nobody can say that none lies bare. */
export function stateOf({ pointHasSignal, hasHollow, hasHomes }: Seen, { silenceIsNo }: ReferenceSignal) {
  if (pointHasSignal && !hasHomes) return 'unknown'
  if (pointHasSignal && !hasHollow) return 'covered'
  if (!silenceIsNo) return 'unknown'
  return pointHasSignal ? 'patchy' : 'no_signal'
}
