import { featureCollection, intersect, polygon as turfPolygon } from '@turf/turf'
import { Borders, makeCells } from './cells.ts'
import { closedRing, feature, lines, polygon, type DemoFeature } from './features.ts'
import { uphill, type Layout } from './layout.ts'
import { blob, roughen, smooth } from './lines.ts'
import { distance, distanceToLine, isInside, ringCentre, step, type XY } from './plane.ts'
import { Random } from './random.ts'

const RIVER_PLAIN_M = 900
const FOREST_FROM_M = 1300
const ORCHARD_FROM_M = 300

function classOf(at: XY, { river }: Layout, random: Random) {
  if (uphill(at) > FOREST_FROM_M + random.between(-250, 250)) return 'forest'
  if (distanceToLine(at, river) < RIVER_PLAIN_M * random.between(0.5, 1.1)) return 'farmland'
  if (uphill(at) > ORCHARD_FROM_M) return random.chance(0.6) ? 'orchard' : 'forest'
  return random.pick(['farmland', 'farmland', 'orchard', 'meadow'])
}

const CLASS_NAMES = new Map([
  ['forest', 'Rừng'],
  ['farmland', 'Đất lúa, hoa màu'],
  ['orchard', 'Vườn cây lâu năm'],
  ['meadow', 'Đồng cỏ']
])

/** What the land is used for: patches with irregular edges, cut to the commune. */
export function makeLandUses(layout: Layout, seed: string): DemoFeature[] {
  const random = new Random(`${seed} land`)
  const borders = new Borders(`${seed} land`)
  const commune = turfPolygon([closedRing(layout.commune)])
  return makeCells(150, 9_000, 8_400, random).flatMap(({ corners, seed: at }, index) => {
    const use = classOf(at, layout, random)
    const ring = borders.ring(corners)
    if (!ring.some((corner) => isInside(layout.commune, corner))) return []
    const patch = turfPolygon([closedRing(ring)])
    const isWhole = ring.every((corner) => isInside(layout.commune, corner))
    const inside = isWhole ? patch : intersect(featureCollection([patch, commune]))
    if (!inside) return []
    return feature(inside.geometry, {
      ref: `sdd-${index + 1}`,
      name: CLASS_NAMES.get(use) ?? null,
      class: use
    })
  })
}

function nearestOn(line: readonly XY[], from: XY): XY {
  return line.toSorted((a, b) => distance(a, from) - distance(b, from))[0] ?? from
}

/** The river, its streams from the hills, and a reservoir. */
export function makeWaterways(layout: Layout, seed: string): DemoFeature[] {
  const random = new Random(`${seed} water`)
  const springs = [layout.forest, layout.villages[5], layout.villages[8], layout.villages[9]].flatMap(
    (ground) => (ground ? [step(ground.centre, random.between(0, 6), random.between(350, 600))] : [])
  )
  const streams = springs.map((spring, index) => {
    const line = smooth(roughen(spring, nearestOn(layout.river, spring), random, 0.16, 60), 2)
    return feature(lines([line]), { ref: `suoi-${index + 1}`, name: `Khe số ${index + 1}`, class: 'stream' })
  })
  const lake = blob(step(ringCentre(layout.villages[8]?.ring ?? layout.commune), 2, 380), 190, 46, random)
  return [
    feature(polygon(layout.riverBanks), { ref: 'song', name: 'Sông Trằm', class: 'river' }),
    feature(polygon(lake), { ref: 'ho', name: 'Hồ Trại', class: 'reservoir' }),
    ...streams
  ]
}
