import {
  BATCHES,
  type Batched,
  type Technology,
  type World,
  type WorldArea,
  type WorldClaim,
  type WorldDelivery
} from './world.ts'
import {
  covers,
  distanceToEdges,
  edgesOf,
  onEdge,
  unionEdges,
  type Corner,
  type Edge,
  type Shape
} from './reference-geometry.ts'

/** A moment: a day, and the last import that is known. */
export interface ReferenceMoment {
  day: string
  batch: number
}

const begun = (from: string, day: string) => from === '-infinity' || from <= day
const over = (to: string, day: string) => to !== 'infinity' && to <= day

export function isKnown({ batch }: Batched, moment: ReferenceMoment) {
  const { undoneAfter } = { undoneAfter: undefined, ...BATCHES[batch] }
  return batch <= moment.batch && (undoneAfter === undefined || moment.batch <= undoneAfter)
}

export const isVisible = (row: Batched & { from: string; to: string }, moment: ReferenceMoment) =>
  isKnown(row, moment) && begun(row.from, moment.day) && !over(row.to, moment.day)

/** What a delivery claims on a day. */
export const liveClaims = (delivery: WorldDelivery, day: string) =>
  delivery.claims.filter(({ from, to }) => begun(from, day) && !over(to, day))

const latest = (deliveries: readonly WorldDelivery[]) =>
  [...deliveries].sort((one, other) =>
    one.validFrom === other.validFrom ? other.batch - one.batch : one.validFrom < other.validFrom ? 1 : -1
  )[0]

const turn = ([ax, ay, bx, by]: Edge, x: number, y: number) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
export const cross = (one: Edge, other: Edge) =>
  turn(one, other[0], other[1]) * turn(one, other[2], other[3]) < 0 &&
  turn(other, one[0], one[1]) * turn(other, one[2], one[3]) < 0

/** Whether a line meets a shape: a corner of it inside, edges that cross, or a corner of the shape upon it. */
export function lineMeets(path: readonly Corner[], shape: Shape) {
  if (path.some((corner) => covers(shape, corner))) return true
  const edges = path.slice(1).map(([x, y], index): Edge => [...path[index]!, x, y])
  return edgesOf(shape).some((edge) =>
    edges.some((own) => cross(edge, own) || onEdge([edge[0], edge[1]], own))
  )
}

/** Whether two shapes share a point: a corner of one in the other, or edges that cross. */
export function meet(one: Shape, other: Shape) {
  const corners = (shape: Shape): Corner[] => edgesOf(shape).map(([x, y]) => [x, y])
  if (corners(one).some((corner) => covers(other, corner))) return true
  if (corners(other).some((corner) => covers(one, corner))) return true
  return edgesOf(one).some((edge) => edgesOf(other).some((second) => cross(edge, second)))
}

/** One operator's maps as they count in one commune. */
export interface ReferenceMap {
  operator: string
  heard: boolean
  deliveries: WorldDelivery[]
}

/** The rules of deliveries, by looking at every one for every operator. */
export function mapsOf(
  world: World,
  code: string,
  areas: readonly WorldArea[],
  moment: ReferenceMoment,
  technology: Technology
): ReferenceMap[] {
  const known = world.deliveries.filter(
    (one) => one.technology === technology && isKnown(one, moment) && one.validFrom <= moment.day
  )
  const codes = world.communes.map((commune) => commune.code)
  const operators = [...new Set(known.map(({ operator }) => operator))].sort()
  return operators.flatMap((operator): ReferenceMap[] => {
    const own = known.filter((delivery) => delivery.operator === operator)
    const governing = (commune: string) => latest(own.filter(({ speaksFor }) => speaksFor.includes(commune)))
    const here = governing(code)
    if (here) return [{ operator, heard: true, deliveries: [here] }]
    const wide = latest(own.filter(({ speaksFor }) => speaksFor.length === 0))
    const elsewhere = codes.map(governing)
    const roaming = [...new Set([wide, ...elsewhere])].flatMap((delivery) => (delivery ? [delivery] : []))
    const meeting = roaming.filter((delivery) =>
      liveClaims(delivery, moment.day).some(({ shape }) => areas.some((area) => meet(area.shape, shape)))
    )
    return meeting.length > 0 ? [{ operator, heard: false, deliveries: meeting }] : []
  })
}

const unions = new WeakMap<WorldDelivery, Map<string, Edge[]>>()

function unionOf(delivery: WorldDelivery, claims: readonly WorldClaim[], day: string) {
  const byDay = unions.get(delivery) ?? new Map<string, Edge[]>()
  unions.set(delivery, byDay)
  const edges = byDay.get(day) ?? unionEdges(claims.map(({ shape }) => shape))
  byDay.set(day, edges)
  return edges
}

/** 3 safe, 2 covered, 1 near, 0 none of these: a place in one delivery. */
function depthIn(delivery: WorldDelivery, place: Corner, day: string): number {
  const claims = liveClaims(delivery, day)
  if (claims.some(({ shape }) => covers(shape, place))) {
    const coarsest = Math.max(...claims.map(({ resolutionM }) => resolutionM))
    return distanceToEdges(place, unionOf(delivery, claims, day)) >= coarsest ? 3 : 2
  }
  return claims.some(({ shape, resolutionM }) => distanceToEdges(place, edgesOf(shape)) <= resolutionM)
    ? 1
    : 0
}

export const depthInMap = ({ deliveries }: ReferenceMap, place: Corner, day: string) =>
  Math.max(0, ...deliveries.map((delivery) => depthIn(delivery, place, day)))

export const shapesInForce = (maps: readonly ReferenceMap[], day: string) =>
  maps.flatMap(({ deliveries }) =>
    deliveries.flatMap((delivery) => liveClaims(delivery, day).map(({ shape }) => shape))
  )
