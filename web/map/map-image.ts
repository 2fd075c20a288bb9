import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CameraState, Padding } from './camera.svelte.ts'
import { capture, type Picture } from './capture.ts'
import type { Drawing } from './drawing.ts'
import { INK, INK_SOFT } from './flavour.ts'
import { at, drawNorth, drawScale, font, type Furniture } from './map-furniture.ts'
import { drawSwatch, SWATCH } from './swatch.ts'
import type { Look, Swatch } from './theme.ts'

/** One list of the picture's legend. */
export interface FrameLegend {
  heading: string
  items: readonly { label: string; swatch: Swatch }[]
  images: Readonly<Record<string, Drawing>>
}

/** What stands around the picture, in the language of the screen. */
export interface ImageFrame extends Furniture {
  title: string
  subtitle: string
  legend: readonly FrameLegend[]
  /** Source and date, and that it is an illustration where it is one. */
  notes: readonly string[]
}

const GROUND = { light: '#ffffff', dark: '#161e23' } as const
const PAD = 20
const LEGEND_WIDTH = 250
const LINE = 20
/** Sharp in a report even when it was taken on a coarse screen. */
const RATIO = 2
const NOTE_FONT = font(400, 12)

/** Waits until all that is seen has been read and drawn. */
const settled = (map: MapLibreMap) =>
  map.loaded() && map.areTilesLoaded() ? undefined : new Promise((resolve) => map.once('idle', resolve))

/** The map as it is seen, with everything that lets it stand alone in a report; null when the browser makes no PNG. */
export async function composeImage(
  map: MapLibreMap,
  frame: ImageFrame,
  camera: CameraState,
  look: Look,
  covered: Padding
): Promise<Blob | null> {
  await settled(map)
  const picture = capture(map, covered, { ratio: RATIO })
  const canvas = picture && draw(picture, frame, camera, look)
  return canvas && new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** Head, map with its legend at the side, notes; each as high as its words need. */
function draw(
  { canvas: map, width, height, ratio }: Picture,
  frame: ImageFrame,
  camera: CameraState,
  look: Look
): HTMLCanvasElement | null {
  const inner = width + PAD + LEGEND_WIDTH
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return null
  // Once without drawing, to see how much room the words take.
  const head = drawHead(context, frame, look, inner)
  const body = Math.max(height, drawLegend(context, frame.legend, look))
  const notes = wrapAll(context, frame.notes, NOTE_FONT, inner)
  canvas.width = Math.round((inner + 2 * PAD) * ratio)
  canvas.height = Math.round((PAD + head + body + PAD + notes.length * LINE + PAD) * ratio)
  context.scale(ratio, ratio)
  context.fillStyle = GROUND[look.flavour]
  context.fillRect(0, 0, canvas.width, canvas.height)
  at(context, PAD, PAD, () => drawHead(context, frame, look, inner))
  const top = PAD + head
  context.drawImage(map, PAD, top, width, height)
  at(context, PAD, top + height, () => drawScale(context, camera.metresPerPixel, frame, look))
  at(context, PAD + width - 24, top + 40, () => drawNorth(context, camera.bearing, frame, look))
  at(context, width + 2 * PAD, top, () => drawLegend(context, frame.legend, look))
  at(context, PAD, top + body + PAD, () => drawNotes(context, notes, look))
  return canvas
}

/** Title and subtitle over as many lines as they need; gives the height with the space below. */
function drawHead(
  context: CanvasRenderingContext2D,
  { title, subtitle }: ImageFrame,
  { flavour }: Look,
  width: number
): number {
  context.fillStyle = INK[flavour]
  const titleLines = wrapAll(context, [title], font(600, 22), width)
  titleLines.forEach((line, i) => context.fillText(line, 0, 22 + i * 28))
  context.fillStyle = INK_SOFT[flavour]
  const below = titleLines.length * 28
  const subtitleLines = wrapAll(context, [subtitle], font(400, 14), width)
  subtitleLines.forEach((line, i) => context.fillText(line, 0, below + 16 + i * LINE))
  return below + subtitleLines.length * LINE + PAD
}

/** Gives the height of all lists. */
function drawLegend(
  context: CanvasRenderingContext2D,
  legend: readonly FrameLegend[],
  { flavour }: Look
): number {
  let y = 0
  for (const { heading, items, images } of legend) {
    context.fillStyle = INK_SOFT[flavour]
    const title = wrapAll(context, [heading], font(600, 13), LEGEND_WIDTH)
    y = drawLines(context, title, 0, y + 13) + 8
    for (const { label, swatch } of items) {
      at(context, 0, y, () => drawSwatch(context, swatch, images))
      context.fillStyle = INK[flavour]
      const lines = wrapAll(context, [label], font(400, 13), LEGEND_WIDTH - SWATCH.width - 10)
      y = Math.max(drawLines(context, lines, SWATCH.width + 10, y + 13), y + LINE) + 6
    }
    y += 14
  }
  return y
}

function drawNotes(context: CanvasRenderingContext2D, notes: readonly string[], { flavour }: Look) {
  context.fillStyle = INK_SOFT[flavour]
  context.font = NOTE_FONT
  notes.forEach((note, line) => context.fillText(note, 0, 12 + line * LINE))
}

/** Draws lines from baseline `y` on and says where the next thing may start. */
function drawLines(context: CanvasRenderingContext2D, lines: readonly string[], x: number, y: number) {
  lines.forEach((text, line) => context.fillText(text, x, y + line * 17))
  return y + (lines.length - 1) * 17 + 5
}

/** The texts as lines that fit, in a font that stays set for drawing them. */
function wrapAll(context: CanvasRenderingContext2D, texts: readonly string[], face: string, width: number) {
  context.font = face
  return texts.flatMap((text) => wrap(context, text, width))
}

/** Breaks a text at blanks so that no line is wider than `width` (a single long word may be). */
function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(longer).width > width) return [...lines, word]
    return [...lines.slice(0, -1), longer]
  }, [])
}
