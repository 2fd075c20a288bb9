import { randomFrom, randomShape, type Random } from './random-shapes.ts'
import type { Corner, Shape } from './reference-geometry.ts'
import { validity } from './random-validity.ts'
import {
  BATCHES,
  batchesOf,
  type WorldCamera,
  type WorldCheck,
  type WorldHouse,
  type WorldPlaces
} from './world.ts'

const WIFI = ['yes', 'yes', 'no', 'unknown'] as const
const STATES = ['working', 'broken', 'unknown', null] as const
// 90 days before the days asked about lie on both sides of these.
const CHECKED = [null, '2025-11-17', '2026-02-14', '2026-04-01', '2026-04-02', '2026-06-30', '2026-07-01']

/** Services, lines, houses, institutions and cameras; none of a kind in some worlds. `place` gives places worth a look. */
export function placesOf(
  random: Random,
  shapes: readonly Shape[],
  place: () => Corner,
  names: readonly string[]
): WorldPlaces {
  const some = <Item>(most: number, make: (index: number) => Item) =>
    Array.from({ length: random.chance(0.3) ? 0 : random.integer(1, most) }, (_, index) => make(index))
  const told = (collection: string) => ({ batch: random.pick(batchesOf(collection)), ...validity(random) })
  return {
    services: some(3, () => ({
      provider: random.pick(names),
      shape:
        shapes.length > 0 && random.chance(0.2)
          ? random.pick(shapes)
          : randomShape(random, place(), random.integer(30, 150)),
      mbps: random.pick([300, 1000, 1000, 2000]),
      ...told('fixed_services')
    })),
    lines: some(3, () => ({
      operator: random.pick(names),
      path: pathOf(random, place),
      ...told('fibre_lines')
    })),
    houses: some(8, (index) => ({
      ...housePlace(place(), index),
      name: `Nhà ${index}`,
      wifi: random.pick(WIFI),
      checkedOn: random.pick(CHECKED),
      ...told('cultural_houses')
    })),
    institutions: some(6, () => ({
      place: place(),
      mbps: random.pick([null, 30, 99.9, 100, 500]),
      ...told('institutions')
    })),
    cameras: some(8, (): WorldCamera => ({ place: place(), state: random.pick(STATES), ...told('cameras') }))
  }
}

/** Up to three checks, the last ones recorded later than any question; drawn by themselves, so that the rest stays as it is. */
function housePlace([x, y]: Corner, index: number): Pick<WorldHouse, 'place' | 'ref' | 'checks'> {
  const random = randomFrom(x * 8191 + y * 127 + index)
  const days = CHECKED.filter((day) => day !== null)
  const checks = Array.from({ length: random.integer(0, 3) }, (): WorldCheck => ({
    day: random.pick(days),
    reachable: random.chance(0.6),
    after: random.integer(BATCHES.length - 4, BATCHES.length - 1)
  }))
  return { place: [x, y], ref: `${x} ${y} ${index}`, checks }
}

/** Two to four places; a line that only touches a border must count too. */
function pathOf(random: Random, place: () => Corner): Corner[] {
  const path = Array.from({ length: random.integer(2, 4) }, place)
  const [first, second] = path
  const still = first && second && first[0] === second[0] && first[1] === second[1]
  return still ? pathOf(random, place) : path
}
