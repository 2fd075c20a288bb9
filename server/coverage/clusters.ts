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

/** Numbers of the items in each cell of a grid of at least `metres` a side. */
function gridOf(places: readonly LngLat[], metres: number) {
  const furthest = Math.max(...places.map(({ lat }) => Math.abs(lat)))
  const scale = metresPerDegree(furthest)
  // Degrees of latitude are shortest at the equator; a hair is added so that rounding cannot hide a neighbour.
  const size = { lng: (1.001 * metres) / scale.lng, lat: (1.001 * metres) / metresPerDegree(0).lat }
  const cellOf = ({ lng, lat }: LngLat) => [Math.floor(lng / size.lng), Math.floor(lat / size.lat)] as const
  const cells = new Map<string, number[]>()
  places.forEach((place, index) => {
    const key = cellOf(place).join(':')
    const cell = cells.get(key)
    if (cell) cell.push(index)
    else cells.set(key, [index])
  })
  const around = (place: LngLat) => {
    const [x, y] = cellOf(place)
    return [-1, 0, 1].flatMap((dx) => [-1, 0, 1].flatMap((dy) => cells.get(`${x + dx}:${y + dy}`) ?? []))
  }
  return { around }
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
  if (places.length === 0) return []
  const { around } = gridOf(places, metres)
  const parents = places.map((_, index) => index)
  places.forEach((place, index) => {
    for (const other of around(place))
      if (other < index && distanceM(place, places[other]!) <= metres)
        parents[rootOf(parents, index)] = rootOf(parents, other)
  })
  const clusters = new Map<number, Place[]>()
  places.forEach((place, index) => {
    const root = rootOf(parents, index)
    const cluster = clusters.get(root)
    if (cluster) cluster.push(place)
    else clusters.set(root, [place])
  })
  return [...clusters.values()].filter((cluster) => cluster.length >= fewest)
}
