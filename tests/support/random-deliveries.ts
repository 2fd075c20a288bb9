import { randomShape, type Random } from './random-shapes.ts'
import { distanceToEdges, edgesOf, unionEdges, type Corner } from './reference-geometry.ts'
import { batchesOf, DAYS, type Technology, type WorldClaim, type WorldDelivery } from './world.ts'

const RESOLUTIONS = [100, 37.3, 250.7, 0]

function claimsOf(random: Random, validFrom: string, middle: () => Corner): WorldClaim[] {
  return Array.from({ length: random.integer(0, 3) }, () => ({
    shape: randomShape(random, middle(), random.integer(40, 160)),
    resolutionM: random.chance(0.6) ? 100 : random.pick(RESOLUTIONS),
    from: random.chance(0.8) || validFrom > '2026-05-01' ? validFrom : '2026-05-01',
    to: random.pick(['infinity', 'infinity', '2026-06-30', '2026-07-31'].filter((day) => day > '2026-05-01'))
  })).filter(({ from, to }) => to === 'infinity' || from < to)
}

/** What the operators named say of the communes with these codes. */
export function deliveriesOf(
  random: Random,
  names: readonly string[],
  codes: readonly string[],
  middle: () => Corner,
  technology: Technology
) {
  const said = new Map<string, WorldDelivery>()
  for (const batch of batchesOf('coverage_claims'))
    for (let count = random.integer(0, 2); count > 0; count--) {
      const operator = random.pick(names)
      const validFrom = random.pick(['2026-01-01', '2026-01-01', '2026-05-01', '2026-07-01'])
      const speaksFor = random.chance(0.12) ? [] : random.some(codes, 0.75)
      const claims = claimsOf(random, validFrom, middle)
      said.set(`${batch} ${operator} ${validFrom}`, {
        batch,
        operator,
        technology,
        validFrom,
        speaksFor,
        claims
      })
    }
  return [...said.values()]
}

/** How near (m) to a bound no place may lie: the two ways of measuring differ by millimetres. */
const TOO_CLOSE_M = 0.02

/** Says of a place whether it lies so near to a bound that two honest measurements could disagree. */
export function ambiguity(deliveries: readonly WorldDelivery[]) {
  const bounds = deliveries.flatMap(({ claims }) =>
    DAYS.flatMap((day) => {
      const live = claims.filter(({ from, to }) => from <= day && (to === 'infinity' || day < to))
      const coarsest = Math.max(...live.map(({ resolutionM }) => resolutionM))
      const whole =
        live.length > 0 ? [{ edges: unionEdges(live.map(({ shape }) => shape)), metres: coarsest }] : []
      return [
        ...whole,
        ...live.map(({ shape, resolutionM }) => ({ edges: edgesOf(shape), metres: resolutionM }))
      ]
    })
  )
  return (place: Corner) =>
    bounds.some(
      ({ edges, metres }) => metres > 0 && Math.abs(distanceToEdges(place, edges) - metres) < TOO_CLOSE_M
    )
}
