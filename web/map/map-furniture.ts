import { HALO, INK } from './flavour.ts'
import { scaleBar } from './scale.ts'
import type { Look } from './theme.ts'

/** What a picture of the map has to say on the map itself, in the language of the screen. */
export interface Furniture {
  /** The letter of the north arrow. */
  north: string
  /** How the length of the scale bar is written. */
  distance: (metres: number) => string
}

/** Longest scale bar, CSS pixels. */
export const BAR_PX = 160

export const font = (weight: number, px: number) => `${weight} ${px}px 'Be Vietnam Pro', sans-serif`

/** Draws with the origin moved. */
export function at(context: CanvasRenderingContext2D, x: number, y: number, draw: () => void) {
  context.save()
  context.translate(x, y)
  draw()
  context.restore()
}

/** A bar with its length, just above and right of the origin, the map's lower left corner. */
export function drawScale(
  context: CanvasRenderingContext2D,
  metresPerPixel: number,
  { distance }: Furniture,
  { flavour }: Look
) {
  const { metres, px } = scaleBar(metresPerPixel, BAR_PX)
  const path = new Path2D(`M14 -22v8h${px}v-8`)
  for (const [color, width] of [
    [HALO[flavour], 5],
    [INK[flavour], 2]
  ] as const) {
    context.strokeStyle = color
    context.lineWidth = width
    context.stroke(path)
  }
  context.font = font(600, 13)
  context.strokeStyle = HALO[flavour]
  context.lineWidth = 4
  context.strokeText(distance(metres), 16, -26)
  context.fillStyle = INK[flavour]
  context.fillText(distance(metres), 16, -26)
}

/** An arrow with its letter about the origin; `bearing` in degrees clockwise from north. */
export function drawNorth(
  context: CanvasRenderingContext2D,
  bearing: number,
  { north }: Furniture,
  { flavour }: Look
) {
  context.rotate((-bearing * Math.PI) / 180)
  const arrow = new Path2D('M0 -12l9 26l-9 -6l-9 6z')
  context.strokeStyle = HALO[flavour]
  context.lineWidth = 4
  context.stroke(arrow)
  context.fillStyle = INK[flavour]
  context.fill(arrow)
  context.font = font(600, 14)
  context.textAlign = 'center'
  context.strokeText(north, 0, -17)
  context.fillText(north, 0, -17)
}
