import { ambiguity, deliveriesOf } from './random-deliveries.ts'
import { randomFrom, randomShape, rectangle, star, type Random } from './random-shapes.ts'
import { edgesOf, type Corner, type Shape } from './reference-geometry.ts'
import { placesOf } from './random-places.ts'
import { ALWAYS, validity } from './random-validity.ts'
import { batchesOf, type World, type WorldArea, type WorldOperator } from './world.ts'

const CELL = 1024
// Worlds stand so far apart that no claim of one reaches another.
const SPACING = 1536
const PER_ROW = 25
const FIBRE = ['yes', 'no', null] as const

function villagesOf(random: Random, commune: WorldArea, [x, y]: Corner): WorldArea[] {
  const [first = 3, second = 7] = batchesOf('villages')
  const columns = random.integer(0, 3)
  const width = 2 * Math.floor(380 / Math.max(1, columns) / 2)
  const grid = Array.from({ length: columns }, (_, column): Shape => {
    const west = x + 20 + column * width
    return [[rectangle(west, y + 40, west + width, y + 40 + 2 * random.integer(60, 230))]]
  })
  const loose = Array.from({ length: random.integer(0, 2) }, () =>
    randomShape(random, [x + random.integer(100, 300), y + random.integer(100, 700)], random.integer(30, 90))
  )
  return [...grid, ...loose].map((shape, index) => ({
    code: `${commune.code}-${(index * 7 + random.integer(0, 1) * 5) % 20}${index}`,
    commune: commune.code,
    population: random.pick([null, 0, 40, 400]),
    provisional: index % 2 === 0,
    shape,
    batch: random.chance(0.7) ? first : second,
    ...validity(random)
  }))
}

/** A commune that had ended before any day asked about, and its village, which nothing ended; its code comes first. */
function endedOf(index: number, [x, y]: Corner) {
  const code = `0${1000 + index}`
  const shape: Shape = [[rectangle(x + 200, y + 100, x + 700, y + 800)]]
  const area = { commune: code, population: null, provisional: false, shape, ...ALWAYS }
  const [batch = 3] = batchesOf('villages')
  const commune: WorldArea = { ...area, code, batch: 0, to: '2026-01-01' }
  return { commune, village: { ...area, code: `${code}-0`, batch } }
}

/** A place: anywhere, or on a corner or the middle of an edge of what is claimed or governed, or near one. */
function placeIn(random: Random, shapes: readonly Shape[], [x, y]: Corner): Corner {
  if (shapes.length === 0 || random.chance(0.6))
    return [x + random.integer(0, CELL), y + random.integer(0, CELL)]
  const [ax, ay, bx, by] = random.pick(edgesOf(random.pick(shapes)))
  const beside = random.chance(0.5) ? 0 : random.integer(-14, 14)
  return random.chance(0.4) ? [ax + beside, ay] : [(ax + bx) / 2, (ay + by) / 2 + beside]
}

/** Hamlets that begin in a village's south-western corner or near it. */
const hamlets = (random: Random, villages: readonly WorldArea[]) =>
  random.some(villages, 0.6).flatMap(({ shape }) => {
    const [x = 0, y = 0] = shape[0]?.[0]?.[0] ?? []
    return hamlet(random, [x + random.integer(0, 40), y + random.integer(0, 60)])
  })

/** Homes some 40 m apart, in a row that turns. */
function hamlet(random: Random, [x, y]: Corner): Corner[] {
  const at = { x, y }
  return Array.from({ length: random.integer(3, 9) }, (): Corner => {
    at.x += random.integer(-1, 7)
    at.y += random.integer(-4, 7)
    return [at.x, at.y]
  })
}

/** World number `index`: the same every time. `households`: fewest and most at one point. */
export function randomWorld(index: number, households: readonly [number, number] = [5, 8]): World {
  const random = randomFrom(index + 1)
  const corner: Corner = [(index % PER_ROW) * SPACING, Math.floor(index / PER_ROW) * SPACING]
  const [x, y] = corner
  const codes = [String(10000 + 2 * index), String(10001 + 2 * index)]
  const shapes: Shape[] = [
    [
      [
        rectangle(x + 60, y + 60, x + 480, y + 900),
        ...(random.chance(0.3) ? [star(random, [x + 250, y + 500], 20, 40)] : [])
      ]
    ],
    random.chance(0.5)
      ? [[rectangle(x + 480, y + 60, x + 900, y + 900)]]
      : [[star(random, [x + 620, y + 480], 150, 300)], [rectangle(x + 950, y + 20, x + 1000, y + 90)]]
  ]
  const order = random.chance(0.5) ? [0, 1] : [1, 0]
  const communes = order.map((place, at): WorldArea => ({
    code: codes[place]!,
    commune: codes[place]!,
    population: null,
    provisional: false,
    shape: shapes[at]!,
    batch: 0,
    ...ALWAYS
  }))
  const villages = communes.flatMap((commune, at) => villagesOf(random, commune, [x + 60 + at * 420, y + 60]))
  const names = ['A', 'B', 'C'].map((name) => `${index} ${name}`)
  const middle = (): Corner => [x + random.integer(100, 850), y + random.integer(100, 900)]
  const deliveries = [
    ...deliveriesOf(random, names, codes, middle, '5G'),
    ...(random.chance(0.5) ? deliveriesOf(random, names, codes, middle, '4G') : [])
  ]
  const ambiguous = ambiguity(deliveries)
  const seen = [...communes, ...villages].map(({ shape }) => shape)
  seen.push(...deliveries.flatMap(({ claims }) => claims.map(({ shape }) => shape)))
  const places = Array.from({ length: random.pick([0, 10, 25, 40]) }, () => placeIn(random, seen, corner))
  if (places.length > 0) places.push(...hamlets(random, villages))
  const premises = places
    .filter((place) => !ambiguous(place))
    .map((place) => ({
      place,
      residents: random.chance(0.12) ? null : random.integer(0, 6),
      households: random.integer(...households),
      downMbps: random.pick([null, null, 0, 300, 1000, 2500]),
      fibre: random.pick(FIBRE),
      batch: random.pick(batchesOf('premises')),
      ...validity(random)
    }))
  const buildings = Array.from({ length: random.integer(0, 12) }, () => ({
    west: x + 2 * random.integer(30, 480),
    south: y + 2 * random.integer(30, 480),
    width: 2 * random.integer(1, 2),
    levels: random.integer(0, 3),
    batch: 8
  })).filter(({ west, south, width }) => !ambiguous([west + width / 2, south + width / 2]))
  const operators = communes.flatMap(({ code }) =>
    random.some(names, 0.5).map((name) => ({
      name,
      commune: code,
      technologies: random.pick<WorldOperator['technologies']>([
        ['5G'],
        ['5G', 'fibre'],
        ['4G', '5G', 'fixed'],
        ['4G'],
        ['5G', 'fibre', 'fixed']
      ]),
      batch: random.pick(batchesOf('operators')),
      ...validity(random)
    }))
  )
  const homes = Array.from({ length: random.integer(0, 3) }, () =>
    randomShape(random, middle(), random.integer(30, 100))
  )
  const placed = placesOf(random, seen, () => placeIn(random, seen, corner), names)
  const ended = endedOf(index, corner)
  const areas = { communes: [...communes, ended.commune], villages: [...villages, ended.village] }
  return { ...areas, premises, buildings, operators, deliveries, homes, ...placed }
}
