import { distanceM, metresPerDegree, type LngLat } from '../figures/distance.ts'

/** The root of an item in a forest of parents; paths are halved on the way. */
function rootOf(parents: number[], item: number): number {
  let at = item
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!
    at = parents[at]!
  }
  return at
}

/** Sides of a cell as a share of the distance asked for: its diagonal is 0.99 of it. */
const SIDE = 0.7
const NEIGHBOURS = { x: 1, y: 1 }

interface Cell {
  x: number
  y: number
  /** Numbers of the places in it. */
  items: number[]
}

/** The shortest and longest metres per degree where the places are. */
function scalesOf(places: readonly LngLat[]) {
  let [nearest, furthest] = [Infinity, 0]
  for (const { lat } of places) {
    nearest = Math.min(nearest, Math.abs(lat))
    furthest = Math.max(furthest, Math.abs(lat))
  }
  // A degree of longitude shortens towards the poles, one of latitude lengthens.
  const [low, high] = [metresPerDegree(nearest), metresPerDegree(furthest)]
  return { shortest: { lng: high.lng, lat: low.lat }, longest: { lng: low.lng, lat: high.lat } }
}

/** A grid so fine that all places of one cell are within `metres` of one another. */
function gridOf(places: readonly LngLat[], metres: number) {
  const { shortest, longest } = scalesOf(places)
  const size = { lng: (SIDE * metres) / longest.lng, lat: (SIDE * metres) / longest.lat }
  const cells = new Map<string, Cell>()
  places.forEach(({ lng, lat }, index) => {
    const [x, y] = [Math.floor(lng / size.lng), Math.floor(lat / size.lat)]
    const key = `${x}:${y}`
    const cell = cells.get(key)
    if (cell) cell.items.push(index)
    else cells.set(key, { x, y, items: [index] })
  })
  // How many cells away a place within `metres` may be; a hair is added so that rounding cannot hide one.
  const reach = {
    x: Math.ceil((1.001 * longest.lng) / (SIDE * shortest.lng)),
    y: Math.ceil((1.001 * longest.lat) / (SIDE * shortest.lat))
  }
  return { cells, reach }
}

/** The cells within reach of one that come after it, so that every pair is looked at once. */
function* after(cells: ReadonlyMap<string, Cell>, { x, y }: Cell, reach: { x: number; y: number }) {
  for (let dx = 0; dx <= reach.x; dx++)
    for (let dy = dx === 0 ? 1 : -reach.y; dy <= reach.y; dy++) {
      const cell = cells.get(`${x + dx}:${y + dy}`)
      if (cell) yield cell
    }
}

/**
 * The forest of places that belong together. All of one cell do; of two cells one pair that is near enough is sought, and
 * none where they are together already: dense places cost no more than their number.
 */
function joined(places: readonly LngLat[], metres: number): number[] {
  const parents = places.map((_, index) => index)
  const { cells, reach } = gridOf(places, metres)
  const join = (one: number, other: number) => (parents[rootOf(parents, one)] = rootOf(parents, other))
  const isNear = (cell: Cell, other: Cell) =>
    cell.items.some((one) => other.items.some((two) => distanceM(places[one]!, places[two]!) <= metres))
  for (const { items } of cells.values()) for (const item of items) join(item, items[0]!)
  // Neighbours first: what lies further apart is mostly together by then, and need not be compared.
  for (const within of [NEIGHBOURS, reach])
    for (const cell of cells.values())
      for (const other of after(cells, cell, within)) {
        const [first, second] = [cell.items[0]!, other.items[0]!]
        if (rootOf(parents, first) !== rootOf(parents, second) && isNear(cell, other)) join(first, second)
      }
  return parents
}

/**
 * Places in clusters: two belong together when they are at most `metres` apart on the spheroid, directly or by others
 * between. Only clusters of at least `fewest` places, in the order of their first place.
 */
export function clustersOf<Place extends LngLat>(
  places: readonly Place[],
  metres: number,
  fewest: number
): Place[][] {
  const parents = joined(places, metres)
  const clusters = new Map<number, Place[]>()
  places.forEach((place, index) => {
    const root = rootOf(parents, index)
    const cluster = clusters.get(root)
    if (cluster) cluster.push(place)
    else clusters.set(root, [place])
  })
  return [...clusters.values()].filter((cluster) => cluster.length >= fewest)
}
