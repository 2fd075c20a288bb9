import { Borders, edgeKey, edgesOf, makeCells, outlineOf, type Cell } from './cells.ts'
import { cheapestWay, type Link } from './graph.ts'
import { distance, distanceToLine, headingOf, isInside, ringCentre, step, type XY } from './plane.ts'
import { Random } from './random.ts'

/** The area of one village, or of the forest that belongs to none. */
export interface Ground {
  cell: Cell
  /** Outline, counter-clockwise, not closed. */
  ring: XY[]
  /** Where the village has its middle, on dry land. */
  centre: XY
}

export interface Layout {
  /** From west to east. */
  villages: Ground[]
  /** In the commune, in no village. */
  forest: Ground
  commune: XY[]
  /** The river's middle line from west to east; it is also the border of the villages on its banks. */
  river: XY[]
  /** Outline of the water, not closed. */
  riverBanks: XY[]
  borders: Borders
}

const VILLAGES = 14
const WIDTH = 15_000
const HEIGHT = 12_000
/** The mountains lie in this direction. */
export const UPHILL = (3 * Math.PI) / 4

/** How far up the hills a place lies, in metres along the direction of the mountains. */
export const uphill = ({ x, y }: XY): number => x * Math.cos(UPHILL) + y * Math.sin(UPHILL)

function nearestTo(target: XY, points: readonly XY[]): XY {
  const nearest = points.toSorted((a, b) => distance(a, target) - distance(b, target))[0]
  if (!nearest) throw new Error('There is no point')
  return nearest
}

function riverCorners(cells: readonly Cell[]) {
  const edges = new Map(cells.flatMap(edgesOf).map((ends) => [edgeKey(...ends), ends]))
  const links: Link<XY>[] = [...edges.values()].map((ends) => ({ ends, cost: distance(...ends) }))
  const corners = cells.flatMap((cell) => cell.corners)
  const spring = nearestTo({ x: -0.36 * WIDTH, y: 0.06 * HEIGHT }, corners)
  return cheapestWay(links, spring, nearestTo({ x: 0.36 * WIDTH, y: -0.12 * HEIGHT }, corners))
}

/** The part of the river in the commune and a little beyond. */
function riverLine(corners: readonly XY[], borders: Borders, commune: readonly XY[]) {
  const line = corners
    .slice(1)
    .flatMap((b, index) => borders.line(corners[index] ?? b, b).slice(index === 0 ? 0 : 1))
  const isNear = (point: XY) => isInside(commune, point) || distanceToLine(point, commune) < 350
  return line.slice(line.findIndex(isNear), line.findLastIndex(isNear) + 1)
}

/** Both banks of a line whose width grows downstream and wavers. */
function banksOf(line: readonly XY[], random: Random) {
  const halfWidth = line.map((_, index) => 16 + (22 * index) / line.length + random.between(-4, 4))
  const bank = (side: 1 | -1) =>
    line.map((point, index) => {
      const heading = headingOf(line[index - 1] ?? point, line[index + 1] ?? point)
      return step(point, heading + (side * Math.PI) / 2, halfWidth[index] ?? 0)
    })
  return [...bank(-1), ...bank(1).toReversed()]
}

function makeGround(cell: Cell, borders: Borders): Ground {
  const ring = borders.ring(cell.corners)
  return { cell, ring, centre: ringCentre(ring) }
}

/** The lie of the land: villages along a river, hills to the north-west, all from one seed. */
export function makeLayout(seed: string): Layout {
  const random = new Random(`${seed} cells`)
  const cells = makeCells(92, WIDTH, HEIGHT, random)
  const reach = ({ seed: { x, y } }: Cell) => Math.hypot(x / 1.3, y)
  const inner = cells.toSorted((a, b) => reach(a) - reach(b)).slice(0, VILLAGES + 1)
  const borders = new Borders(seed)
  const commune = borders.ring(outlineOf(inner))
  const [forest, ...villages] = inner
    .map((cell) => makeGround(cell, borders))
    .toSorted((a, b) => uphill(b.centre) - uphill(a.centre))
  if (!forest) throw new Error('There are no cells')
  const river = riverLine(riverCorners(cells), borders, commune)
  villages.sort((a, b) => a.centre.x - b.centre.x)
  return {
    villages,
    forest,
    commune,
    river,
    riverBanks: banksOf(river, new Random(`${seed} banks`)),
    borders
  }
}
