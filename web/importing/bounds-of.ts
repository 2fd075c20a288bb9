import type { ImportLook } from '../../server/importing/contract.ts'
import type { Bounds } from '../map/camera.svelte.ts'

/** Every position of nested coordinates. */
function* positions(part: unknown): Generator<[number, number]> {
  if (!Array.isArray(part)) return
  const [x, y]: unknown[] = part
  if (typeof x === 'number' && typeof y === 'number') yield [x, y]
  else for (const one of part) yield* positions(one)
}

/** The box around shapes, with some room about a single point; undefined: there are none. */
export function boundsOf(shapes: ImportLook['shapes']): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { coordinates } of shapes)
    for (const [lng, lat] of positions(coordinates)) {
      west = Math.min(west, lng)
      south = Math.min(south, lat)
      east = Math.max(east, lng)
      north = Math.max(north, lat)
    }
  const room = 0.002
  return west > east ? undefined : [west - room, south - room, east + room, north + room]
}

/** The shapes that lie in a box or touch it: one row that went astray would shrink all others to a dot. */
export const within = (shapes: ImportLook['shapes'], box: Bounds | undefined) =>
  shapes.filter((shape) => {
    const its = boundsOf([shape])
    return its && box && its[0] <= box[2] && its[2] >= box[0] && its[1] <= box[3] && its[3] >= box[1]
  })
