import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Padding } from './camera.svelte.ts'

/** A part of the map: size in CSS pixels, and device pixels per CSS pixel. */
export interface Picture {
  canvas: HTMLCanvasElement
  width: number
  height: number
  ratio: number
}

/** `ratio`: device pixels per CSS pixel at least; `shape`: width by height that the picture should have. */
interface Wanted {
  ratio: number
  shape?: number
}

/** Left, top, width and height in CSS pixels of the map's canvas. */
export interface Cut {
  x: number
  y: number
  width: number
  height: number
}

/**
 * What panels leave free of a map of this size. With a shape it is widened or heightened under the panels, as far as the
 * map goes, so that it fills the paper; nothing that was free is cut away.
 */
export function cutOf(size: { width: number; height: number }, covered: Padding, shape?: number): Cut {
  const width = Math.max(1, size.width - covered.left - covered.right)
  const height = Math.max(1, size.height - covered.top - covered.bottom)
  const cut = { x: covered.left, y: covered.top, width, height }
  if (shape === undefined) return cut
  if (width / height < shape)
    return { ...cut, ...grown(cut.x, width, height * shape, size.width, 'x', 'width') }
  return { ...cut, ...grown(cut.y, height, width / shape, size.height, 'y', 'height') }
}

/** A stretch grown about its middle to the wanted length, kept within 0 and `end`. */
function grown<A extends string, L extends string>(
  from: number,
  length: number,
  wanted: number,
  end: number,
  at: A,
  long: L
) {
  const grownLength = Math.min(end, wanted)
  const start = Math.max(0, Math.min(end - grownLength, from - (grownLength - length) / 2))
  // Both keys are given by the caller's literals.
  return { [at]: start, [long]: grownLength } as Record<A | L, number>
}

/**
 * A copy of the map's canvas without what panels cover; null while the map is not laid out. Drawn in this very task,
 * sharper than the screen where that is coarse: afterwards the canvas is blank.
 */
export function capture(map: MapLibreMap, covered: Padding, { ratio, shape }: Wanted): Picture | null {
  const source = map.getCanvas()
  // Its own pixels stay when a style for paper takes the map away.
  if (source.clientWidth === 0 || source.clientHeight === 0) return null
  const own = source.width / source.clientWidth
  const drawn = Math.max(own, ratio)
  if (drawn > own) map.setPixelRatio(drawn)
  map.redraw()
  const picture = copy(
    source,
    cutOf({ width: source.clientWidth, height: source.clientHeight }, covered, shape)
  )
  if (drawn > own) map.setPixelRatio(own)
  return picture
}

function copy(source: HTMLCanvasElement, { x, y, width, height }: Cut): Picture {
  // Of the canvas itself: the browser may allow fewer pixels than were asked for.
  const ratio = source.width / source.clientWidth
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.getContext('2d')?.drawImage(source, -x * ratio, -y * ratio)
  return { canvas, width, height, ratio }
}
