import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CameraState, Padding } from './camera.svelte.ts'
import type { Drawing } from './drawing.ts'
import { HALO, INK, INK_SOFT } from './flavour.ts'
import { scaleBar } from './scale.ts'
import { drawSwatch, SWATCH } from './swatch.ts'
import type { Look, Swatch } from './theme.ts'

/** A part of the map: size in CSS pixels, and device pixels per CSS pixel. */
export interface Picture {
  canvas: HTMLCanvasElement
  width: number
  height: number
  ratio: number
}

/** One list of the picture's legend. */
export interface FrameLegend {
  heading: string
  items: readonly { label: string; swatch: Swatch }[]
  images: Readonly<Record<string, Drawing>>
}

/** What stands around the picture, in the language of the screen. */
export interface ImageFrame {
  title: string
  subtitle: string
  legend: readonly FrameLegend[]
  /** Source and date, and that it is an illustration where it is one. */
  notes: readonly string[]
  /** The letter of the north arrow. */
  north: string
  /** How the length of the scale bar is written. */
  distance: (metres: number) => string
}

const GROUND = { light: '#ffffff', dark: '#161e23' } as const
const PAD = 20
const LEGEND_WIDTH = 250
const LINE = 20
const HEAD = 64
const font = (weight: number, px: number) => `${weight} ${px}px 'Be Vietnam Pro', sans-serif`
const NOTE_FONT = font(400, 12)

/**
 * A copy of the map's canvas without what panels cover; null while the map is not laid out. Drawn in this very task:
 * afterwards the canvas is blank.
 */
export function capture(map: MapLibreMap, covered: Padding): Picture | null {
  const source = map.getCanvas()
  if (source.width === 0 || source.height === 0) return null
  map.redraw()
  const ratio = source.width / source.clientWidth
  const width = Math.max(1, source.clientWidth - covered.left - covered.right)
  const height = Math.max(1, source.clientHeight - covered.top - covered.bottom)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const offset = [-covered.left * ratio, -covered.top * ratio] as const
  canvas.getContext('2d')?.drawImage(source, ...offset)
  return { canvas, width, height, ratio }
}

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
  const captured = capture(map, covered)
  if (!captured) return null
  const { canvas: picture, width, height, ratio } = captured
  const canvas = document.createElement('canvas')
  const notes = wrapNotes(frame.notes, width + LEGEND_WIDTH + PAD)
  canvas.width = Math.round((width + LEGEND_WIDTH + 3 * PAD) * ratio)
  canvas.height = Math.round((HEAD + height + notes.length * LINE + 3 * PAD) * ratio)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(ratio, ratio)
  context.fillStyle = GROUND[look.flavour]
  context.fillRect(0, 0, canvas.width, canvas.height)
  drawHead(context, frame, look)
  context.drawImage(picture, PAD, HEAD + PAD, width, height)
  at(context, PAD, HEAD + PAD + height, () => drawScale(context, camera, frame, look))
  at(context, PAD + width - 34, HEAD + PAD + 14, () => drawNorth(context, camera.bearing, frame.north, look))
  at(context, width + 2 * PAD, HEAD + PAD, () => drawLegend(context, frame.legend, look))
  at(context, PAD, HEAD + 2 * PAD + height, () => drawNotes(context, notes, look))
  return new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
}

function at(context: CanvasRenderingContext2D, x: number, y: number, draw: () => void) {
  context.save()
  context.translate(x, y)
  draw()
  context.restore()
}

function drawHead(context: CanvasRenderingContext2D, { title, subtitle }: ImageFrame, { flavour }: Look) {
  context.fillStyle = INK[flavour]
  context.font = font(600, 22)
  context.fillText(title, PAD, PAD + 22)
  context.fillStyle = INK_SOFT[flavour]
  context.font = font(400, 14)
  context.fillText(subtitle, PAD, PAD + 48)
}

function drawScale(
  context: CanvasRenderingContext2D,
  camera: CameraState,
  frame: ImageFrame,
  { flavour }: Look
) {
  const { metres, px } = scaleBar(camera.metresPerPixel, 160)
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
  context.strokeText(frame.distance(metres), 16, -26)
  context.fillStyle = INK[flavour]
  context.fillText(frame.distance(metres), 16, -26)
}

function drawNorth(context: CanvasRenderingContext2D, bearing: number, letter: string, { flavour }: Look) {
  context.translate(10, 26)
  context.rotate((-bearing * Math.PI) / 180)
  const arrow = new Path2D('M0 -12l9 26l-9 -6l-9 6z')
  context.strokeStyle = HALO[flavour]
  context.lineWidth = 4
  context.stroke(arrow)
  context.fillStyle = INK[flavour]
  context.fill(arrow)
  context.font = font(600, 14)
  context.textAlign = 'center'
  context.strokeText(letter, 0, -17)
  context.fillText(letter, 0, -17)
}

function drawLegend(context: CanvasRenderingContext2D, legend: readonly FrameLegend[], { flavour }: Look) {
  let y = 0
  for (const { heading, items, images } of legend) {
    context.fillStyle = INK_SOFT[flavour]
    context.font = font(600, 13)
    y = drawLines(context, wrap(context, heading, LEGEND_WIDTH), 0, y + 13) + 8
    context.font = font(400, 13)
    for (const { label, swatch } of items) {
      at(context, 0, y, () => drawSwatch(context, swatch, images))
      context.fillStyle = INK[flavour]
      const lines = wrap(context, label, LEGEND_WIDTH - SWATCH.width - 10)
      y = Math.max(drawLines(context, lines, SWATCH.width + 10, y + 13), y + LINE) + 6
    }
    y += 14
  }
}

/** Notes as lines that fit: long lists of sources run over several. */
function wrapNotes(notes: readonly string[], width: number): string[] {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return [...notes]
  context.font = NOTE_FONT
  return notes.flatMap((note) => wrap(context, note, width))
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

/** Breaks a text at blanks so that no line is wider than `width` (a single long word may be). */
function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(longer).width > width) return [...lines, word]
    return [...lines.slice(0, -1), longer]
  }, [])
}
