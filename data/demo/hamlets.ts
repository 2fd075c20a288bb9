import type { Ground, Layout } from './layout.ts'
import { uphill } from './layout.ts'
import { roughen, smooth, walk } from './lines.ts'
import { distance, distanceToLine, isInside, step, type XY } from './plane.ts'
import { Random } from './random.ts'
import type { Road } from './roads.ts'
import type { VillagePlan } from './villages.ts'

/** A group of houses along lanes. */
export interface Hamlet {
  middle: XY
  lanes: XY[][]
  isRemote: boolean
}

/** Where a house can stand and which way it looks (radians). */
export interface Plot {
  at: XY
  heading: number
  hamlet: Hamlet
}

const WATER_MARGIN_M = 70
const BORDER_MARGIN_M = 30

function isBuildable({ ring }: Ground, { river }: Layout, point: XY) {
  if (!isInside(ring, point) || distanceToLine(point, river) < WATER_MARGIN_M) return false
  return distanceToLine(point, ring) > BORDER_MARGIN_M
}

/** A street and its alleys, as far as the ground allows. */
function makeLanes(
  middle: XY,
  heading: number,
  lengthM: number,
  allows: (point: XY) => boolean,
  random: Random
) {
  const street = walkable(
    smooth(
      roughen(step(middle, heading, -lengthM / 2), step(middle, heading, lengthM / 2), random, 0.1, 60),
      1
    )
  )
  const alleys = walk(street, random.between(75, 110)).map(({ at, heading: along }, index) => {
    const turn = along + ((index % 2 ? 1 : -1) * Math.PI) / 2 + random.between(-0.25, 0.25)
    return walkable(roughen(at, step(at, turn, random.between(60, 190)), random, 0.08, 50))
  })
  return [street, ...alleys].filter((lane) => lane.length > 1)

  function walkable(line: XY[]) {
    const from = line.findIndex(allows)
    const rest = from < 0 ? [] : line.slice(from)
    const end = rest.findIndex((point) => !allows(point))
    return end < 0 ? rest : rest.slice(0, end)
  }
}

/** Places for hamlets: on the roads of the village, apart from one another. */
function pickMiddles(ground: Ground, roads: readonly Road[], count: number, layout: Layout, random: Random) {
  const stops = roads
    .flatMap(({ line }) => walk(line, 60))
    .filter(({ at }) => isBuildable(ground, layout, at))
  const chosen = [
    { at: ground.centre, heading: stops.find(({ at }) => distance(at, ground.centre) < 90)?.heading ?? 0 }
  ]
  for (let tries = 0; stops.length > 0 && tries < 300 && chosen.length < count + 1; tries++) {
    const stop = random.pick(stops)
    if (chosen.every(({ at }) => distance(at, stop.at) > 430)) chosen.push(stop)
  }
  return chosen
}

/** The buildable place that is farthest up the hills among those away from every road. */
function remoteMiddle(ground: Ground, roads: readonly Road[], layout: Layout, random: Random) {
  const places = Array.from({ length: 400 }, () =>
    step(ground.centre, random.between(0, 2 * Math.PI), random.between(300, 1500))
  )
  const free = places.filter(
    (at) =>
      isBuildable(ground, layout, at) &&
      distanceToLine(at, ground.ring) > 170 &&
      roads.every(({ line }) => distanceToLine(at, line) > 330)
  )
  return free.toSorted((a, b) => uphill(b) - uphill(a))[0]
}

/** The hamlets of a village; a remote one is last. */
export function makeHamlets(
  ground: Ground,
  plan: VillagePlan,
  roads: readonly Road[],
  layout: Layout,
  seed: string
): Hamlet[] {
  const random = new Random(`${seed} hamlets ${plan.name}`)
  const allows = (point: XY) => isBuildable(ground, layout, point)
  const houses = Math.max(plan.premises, plan.register?.households ?? 0)
  const lengthM = Math.min(900, 120 + (houses / (plan.hamlets + 1)) * 4.2)
  const hamlets = pickMiddles(ground, roads, plan.hamlets, layout, random).map(({ at, heading }) => ({
    middle: at,
    lanes: makeLanes(at, heading, lengthM * random.between(0.85, 1.2), allows, random),
    isRemote: false
  }))
  const remote = plan.remoteHamlet ? remoteMiddle(ground, roads, layout, random) : undefined
  if (!remote) return hamlets
  return [
    ...hamlets,
    { middle: remote, lanes: makeLanes(remote, random.between(0, 3), 240, allows, random), isRemote: true }
  ]
}

/** The track from a remote hamlet to the middle of its village. */
export function makeTracks(hamlets: readonly Hamlet[], ground: Ground, seed: string): Road[] {
  const random = new Random(`${seed} tracks ${ground.centre.x}`)
  return hamlets
    .filter(({ isRemote }) => isRemote)
    .map(({ middle }) => ({
      class: 'track' as const,
      name: null,
      line: smooth(roughen(ground.centre, middle, random, 0.14, 70), 2)
    }))
}

/** Plots on both sides of lanes, at least 13 m apart, in no order. */
export function makePlots(
  hamlets: readonly Hamlet[],
  allows: (point: XY) => boolean,
  random: Random
): Plot[] {
  const plots: Plot[] = []
  for (const hamlet of hamlets)
    for (const { at, heading } of hamlet.lanes.flatMap((lane) => walk(lane, random.between(15, 21))))
      for (const side of [1, -1]) {
        const place = step(
          at,
          heading + (side * Math.PI) / 2 + random.between(-0.3, 0.3),
          random.between(12, 24)
        )
        const isFree = plots.every((other) => distance(other.at, place) > 13)
        if (isFree && allows(place) && random.chance(0.88))
          plots.push({ at: place, heading: heading + random.between(-0.1, 0.1), hamlet })
      }
  return plots
}
