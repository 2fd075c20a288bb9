import { type Corner, type Parts, ringsOf } from './parts.ts'

/** More are not told. */
const MOST = 20

interface Edge {
  from: Corner
  to: Corner
  west: number
  east: number
  /** Of which ring, and as which of its edges. */
  ring: number
  index: number
  /** How many edges the ring has. */
  count: number
}

/** Twice the area of a triangle, positive where it turns to the left. */
const turn = ([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner) =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

const equal = (one: Corner, other: Corner) => one[0] === other[0] && one[1] === other[1]

const isBetween = ([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner) =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)

/** Edges of every ring; corners that stand twice in a row make none. */
function edgesOf(parts: Parts): Edge[] {
  return ringsOf(parts).flatMap(({ corners }, ring) => {
    const clean = corners.filter((corner, i) => i === 0 || !equal(corner, corners[i - 1]!))
    const count = clean.length - 1
    return clean.slice(1).map((to, index) => {
      const from = clean[index]! // one fewer than its corners
      return {
        from,
        to,
        west: Math.min(from[0], to[0]),
        east: Math.max(from[0], to[0]),
        ring,
        index,
        count
      }
    })
  })
}

function isNext(one: Edge, other: Edge) {
  const apart = Math.abs(one.index - other.index)
  return one.ring === other.ring && (apart === 1 || apart === one.count - 1)
}

/** Where the insides of two edges cross; undefined: they do not. */
function crossOf({ from: a, to: b }: Edge, { from: c, to: d }: Edge): Corner | undefined {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc * abd >= 0 || cda * cdb >= 0) return undefined
  const share = cda / (cda - cdb)
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/** A corner of one edge that lies on the other. */
function touchOf({ from: a, to: b }: Edge, { from: c, to: d }: Edge): Corner | undefined {
  const lies = (point: Corner, start: Corner, end: Corner) =>
    turn(start, end, point) === 0 && isBetween(point, start, end)
  return [a, b].find((point) => lies(point, c, d)) ?? [c, d].find((point) => lies(point, a, b))
}

/** Two edges that follow one another go back over themselves. */
function foldOf(one: Edge, other: Edge): Corner | undefined {
  const [first, second] = equal(one.to, other.from) ? [one, other] : [other, one]
  if (!equal(first.to, second.from) || turn(first.from, first.to, second.to) !== 0) return undefined
  const [{ from, to: tip }, { to }] = [first, second]
  const ahead = (tip[0] - from[0]) * (to[0] - tip[0]) + (tip[1] - from[1]) * (to[1] - tip[1])
  return ahead < 0 ? tip : undefined
}

function faultOf(one: Edge, other: Edge): Corner | undefined {
  if (isNext(one, other)) return foldOf(one, other)
  const cross = crossOf(one, other)
  // Of two rings one may touch the other in a corner, of one ring none may.
  return cross ?? (one.ring === other.ring ? touchOf(one, other) : undefined)
}

/** Where the borders of an area cross or touch themselves, or one another: the first few, from west to east. */
export function findCrossings(parts: Parts): Corner[] {
  const edges = edgesOf(parts).sort((one, other) => one.west - other.west)
  const found: Corner[] = []
  for (const [i, one] of edges.entries()) {
    for (let j = i + 1; j < edges.length && edges[j]!.west <= one.east; j++) {
      const fault = faultOf(one, edges[j]!)
      if (fault && !found.some((known) => equal(known, fault))) found.push(fault)
      if (found.length === MOST) return found
    }
  }
  return found
}
