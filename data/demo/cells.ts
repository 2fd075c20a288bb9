import { roughen } from './lines.ts'
import { between, distance, ringCentre, type XY } from './plane.ts'
import { Random } from './random.ts'

/** Corners nearer than this are one corner: no slivers of edges. */
const MERGE_M = 25

export interface Cell {
  seed: XY
  /** Corners, counter-clockwise, not closed; neighbours share the very same objects. */
  corners: XY[]
}

function clipNearer(ring: readonly XY[], seed: XY, other: XY) {
  const nearer = (point: XY) => distance(point, other) ** 2 - distance(point, seed) ** 2
  return ring.flatMap((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    const [fromA, fromB] = [nearer(a), nearer(b)]
    const crossing = fromA >= 0 !== fromB >= 0 ? [between(a, b, fromA / (fromA - fromB))] : []
    return fromA >= 0 ? [a, ...crossing] : crossing
  })
}

function voronoiRing(seeds: readonly XY[], seed: XY, box: readonly XY[]) {
  return seeds.reduce<XY[]>(
    (ring, other) => (other === seed ? ring : clipNearer(ring, seed, other)),
    [...box]
  )
}

class Corners {
  readonly #known: XY[] = []

  shared(point: XY): XY {
    const known = this.#known.find((other) => distance(other, point) < MERGE_M)
    if (known) return known
    this.#known.push(point)
    return point
  }
}

/** Voronoi cells of seeds that were relaxed a little (Lloyd), so that they are even but no grid. */
export function makeCells(count: number, width: number, height: number, random: Random): Cell[] {
  const [east, north] = [width / 2, height / 2]
  const box = [
    { x: -east, y: -north },
    { x: east, y: -north },
    { x: east, y: north },
    { x: -east, y: north }
  ]
  let seeds = Array.from({ length: count }, () => ({
    x: random.between(-0.5, 0.5) * width,
    y: random.between(-0.5, 0.5) * height
  }))
  for (let pass = 0; pass < 3; pass++) seeds = seeds.map((seed) => ringCentre(voronoiRing(seeds, seed, box)))
  const corners = new Corners()
  return seeds.map((seed) => {
    const ring = voronoiRing(seeds, seed, box).map((point) => corners.shared(point))
    return { seed, corners: ring.filter((corner, index) => corner !== ring[(index + 1) % ring.length]) }
  })
}

const isBefore = (a: XY, b: XY) => a.x < b.x || (a.x === b.x && a.y < b.y)

/** Turns straight edges into irregular ones, the same from both sides. */
export class Borders {
  readonly #seed: string
  readonly #lines = new Map<string, XY[]>()

  constructor(seed: string) {
    this.#seed = seed
  }

  line(a: XY, b: XY): XY[] {
    if (!isBefore(a, b)) return this.line(b, a).toReversed()
    const key = edgeKey(a, b)
    const line = this.#lines.get(key) ?? roughen(a, b, new Random(`${this.#seed} ${key}`), 0.13, 45)
    this.#lines.set(key, line)
    return line
  }

  /** The outline of corners, each edge irregular; not closed. */
  ring(corners: readonly XY[]): XY[] {
    return corners.flatMap((a, index) =>
      this.line(a, corners[(index + 1) % corners.length] ?? a).slice(0, -1)
    )
  }
}

/** The same for an edge from either side. */
export function edgeKey(a: XY, b: XY): string {
  const name = ({ x, y }: XY) => `${x.toFixed(2)},${y.toFixed(2)}`
  return isBefore(a, b) ? `${name(a)} ${name(b)}` : `${name(b)} ${name(a)}`
}

/** The edges of a cell in its direction. */
export function edgesOf(cell: Cell): [XY, XY][] {
  return cell.corners.map((a, index) => [a, cell.corners[(index + 1) % cell.corners.length] ?? a])
}

/** The corners around a connected group of cells without holes, in the cells' direction. */
export function outlineOf(cells: readonly Cell[]): XY[] {
  const edges = cells.flatMap(edgesOf)
  const uses = new Map<string, number>()
  for (const [a, b] of edges) uses.set(edgeKey(a, b), (uses.get(edgeKey(a, b)) ?? 0) + 1)
  const next = new Map(edges.filter(([a, b]) => uses.get(edgeKey(a, b)) === 1))
  const first = next.keys().next().value
  const outline: XY[] = []
  for (let corner = first; corner && (outline.length === 0 || corner !== first); corner = next.get(corner))
    outline.push(corner)
  if (outline.length !== next.size) throw new Error('The cells do not form one area without holes')
  return outline
}
