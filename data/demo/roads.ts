import { edgeKey, edgesOf } from './cells.ts'
import { cheapestWay, spanningTree, type Link } from './graph.ts'
import type { Ground, Layout } from './layout.ts'
import { roughen, smooth } from './lines.ts'
import { distance, distanceToLine, type XY } from './plane.ts'
import { Random } from './random.ts'
import { VILLAGES } from './villages.ts'

export type RoadClass = 'secondary' | 'tertiary' | 'residential' | 'track'

export interface Road {
  class: RoadClass
  name: string | null
  line: XY[]
}

interface Neighbours extends Link<Ground> {
  /** Where a road between the two crosses their border. */
  pass: XY
}

const BRIDGE_COST = 2.4

function sharedEdge(a: Ground, b: Ground): [XY, XY] | undefined {
  const edges = new Set(edgesOf(b.cell).map((ends) => edgeKey(...ends)))
  return edgesOf(a.cell).find((ends) => edges.has(edgeKey(...ends)))
}

function neighboursOf({ villages, borders, river }: Layout): Neighbours[] {
  return villages.flatMap((a, index) =>
    villages.slice(index + 1).flatMap((b) => {
      const edge = sharedEdge(a, b)
      if (!edge || distance(...edge) < 250) return []
      const border = borders.line(...edge)
      const pass = border[Math.floor(border.length / 2)] ?? edge[0]
      const isBridge = distanceToLine(pass, river) < 1
      return [
        { ends: [a, b] as const, pass, cost: distance(a.centre, b.centre) * (isBridge ? BRIDGE_COST : 1) }
      ]
    })
  )
}

const isBetween = ({ ends }: Neighbours, a: Ground | undefined, b: Ground) =>
  ends.some((end) => end === a) && ends.some((end) => end === b)

function roadBetween({ ends: [a, b], pass }: Neighbours, random: Random) {
  const before = roughen(a.centre, pass, random, 0.12, 90)
  return smooth([...before, ...roughen(pass, b.centre, random, 0.12, 90).slice(1)], 2)
}

/** The roads from village to village: a province road through, the others to each village and some loops. */
export function makeRoads(layout: Layout, seed: string): Road[] {
  const random = new Random(`${seed} roads`)
  const { villages } = layout
  const all = neighboursOf(layout)
  const [west, east] = [villages[0], villages[11]]
  if (!west || !east) throw new Error('There are no villages')
  const through = cheapestWay(all, west, east)
  const nameOf = (ground: Ground) => VILLAGES[villages.indexOf(ground)]?.name ?? ''
  const tree = new Set(spanningTree(all))
  return all.flatMap((link): Road[] => {
    const [a, b] = link.ends
    const isThrough = through.some(
      (ground, index) => index > 0 && isBetween(link, through[index - 1], ground)
    )
    if (!isThrough && !tree.has(link) && !random.chance(0.3)) return []
    const line = roadBetween(link, random)
    return isThrough
      ? [{ class: 'secondary', name: 'Đường tỉnh minh họa 999', line }]
      : [{ class: 'tertiary', name: `Đường liên thôn ${nameOf(a)} – ${nameOf(b)}`, line }]
  })
}
