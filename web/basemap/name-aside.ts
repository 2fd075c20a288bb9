import type { MapMoves } from '../map/map-moves.svelte.ts'
import { LABELS } from './islands.ts'
import { seaNameSize } from './world-theme.ts'

/** CSS pixels from the map's upper left corner: to the right, down. */
interface Place {
  x: number
  y: number
}
interface Edges {
  top: number
  right: number
  bottom: number
  left: number
}

/** No further than this, beyond half of its own length, a name may stand from its place. */
const REACH_PX = 40

/**
 * How far a name of this half width and height (`x`, `y`) is moved to be read whole between what covers the map, pixels
 * to the right and down; nothing when that would take it away from its place.
 */
export function asideOf(at: Place, half: Place, free: Edges): Place {
  const x = within(at.x, free.left + half.x, free.right - half.x) - at.x
  const y = within(at.y, free.top + half.y, free.bottom - half.y) - at.y
  const isNear = Math.abs(x) <= half.x + REACH_PX && Math.abs(y) <= half.y + REACH_PX
  return isNear ? { x, y } : { x: 0, y: 0 }
}

const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** By the id of a name, in letters' heights; names that stand where they belong are left out. */
export function asidesOf(moves: MapMoves, zoom: number): Record<string, [x: number, y: number]> {
  const entries = LABELS.flatMap(({ id, at: [lng, lat], em }) => {
    const [pixel, size] = [moves.pixelOf({ lng, lat }), seaNameSize(id, zoom)]
    if (!pixel) return []
    const { x, y } = asideOf(pixel, { x: (em.width * size) / 2, y: (em.height * size) / 2 }, moves.free)
    return x || y ? [[id, [rounded(x / size), rounded(y / size)]]] : []
  })
  return Object.fromEntries(entries) as Record<string, [number, number]> // each entry is an id with two numbers
}

const rounded = (value: number) => Math.round(10 * value) / 10
