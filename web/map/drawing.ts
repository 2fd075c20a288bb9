/** A small picture drawn by ourselves (no sprite server): size in CSS pixels and what to draw on a 2D canvas. */
export interface Drawing {
  width: number
  height: number
  draw(context: CanvasRenderingContext2D): void
}

/** Device pixels per CSS pixel of icons and patterns: sharp on phones, small enough for the atlas. */
export const PIXEL_RATIO = 2

/** The picture as MapLibre takes it. */
export function rasterise({ width, height, draw }: Drawing): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = width * PIXEL_RATIO
  canvas.height = height * PIXEL_RATIO
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no 2D canvas')
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  draw(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

export type BadgeShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'house'

interface Badge {
  shape: BadgeShape
  fill: string
  /** The outline; it separates the badge from whatever lies below. */
  ring: string
  /** Dashes of the outline: something is not known. */
  dash?: readonly number[]
  /** Strokes on a 24 × 24 grid. */
  glyph?: string
  ink?: string
  size?: number
  /** On the 24 × 24 grid. */
  ringWidth?: number
}

/** A point's icon: shape and glyph tell its class, the colour repeats it. */
export function badge({
  shape,
  fill,
  ring,
  dash = [],
  glyph,
  ink = ring,
  size = 24,
  ringWidth = 1.8
}: Badge): Drawing {
  return {
    width: size,
    height: size,
    draw(context) {
      context.scale(size / 24, size / 24)
      context.lineJoin = context.lineCap = 'round'
      const outline = new Path2D(SHAPES[shape])
      context.fillStyle = fill
      context.fill(outline)
      context.strokeStyle = ring
      context.lineWidth = ringWidth
      context.setLineDash([...dash])
      context.stroke(outline)
      if (glyph) drawGlyph(context, glyph, ink)
    }
  }
}

function drawGlyph(context: CanvasRenderingContext2D, glyph: string, ink: string) {
  context.setLineDash([])
  context.strokeStyle = ink
  context.lineWidth = 1.7
  context.stroke(new Path2D(glyph))
}

const SHAPES: Record<BadgeShape, string> = {
  circle: 'M12 1.8a10.2 10.2 0 1 1 0 20.4a10.2 10.2 0 1 1 0 -20.4z',
  square: 'M5.5 2.5h13a3 3 0 0 1 3 3v13a3 3 0 0 1 -3 3h-13a3 3 0 0 1 -3 -3v-13a3 3 0 0 1 3 -3z',
  diamond: 'M12 1.4l10.6 10.6l-10.6 10.6l-10.6 -10.6z',
  triangle: 'M12 2.2l10.2 18.8h-20.4z',
  house: 'M12 1.8l10.2 8.7h-2.4v11h-15.6v-11h-2.4z'
}

export type Hatching = 'rising' | 'falling' | 'level' | 'upright' | 'dots' | 'crossed'

interface Hatch {
  kind: Hatching
  color: string
  /** Side of the repeated square, CSS pixels. */
  size: number
  width: number
  /** Around dots, so that they are seen on a dark fill as on a light one. */
  halo?: string
}

/** A pattern that joins itself on all sides. */
export function hatch({ kind, color, size, width, halo }: Hatch): Drawing {
  return {
    width: size,
    height: size,
    draw(context) {
      context.strokeStyle = context.fillStyle = color
      context.lineWidth = width
      if (kind === 'dots') {
        if (halo !== undefined) drawDots(context, size, width + 0.9, halo)
        return drawDots(context, size, width, color)
      }
      for (const [x1, y1, x2, y2] of STROKES[kind]) {
        context.beginPath()
        context.moveTo(x1 * size, y1 * size)
        context.lineTo(x2 * size, y2 * size)
        context.stroke()
      }
    }
  }
}

function drawDots(context: CanvasRenderingContext2D, size: number, width: number, color: string) {
  context.fillStyle = color
  for (const at of [size / 4, (3 * size) / 4]) {
    context.beginPath()
    context.arc(at, at, width, 0, 2 * Math.PI)
    context.fill()
  }
}

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number]
// Slanted strokes run past the square and are repeated beside it, so that their ends meet across the seam.
const RISING: readonly Stroke[] = [-1, 0, 1].map((shift) => [shift - 0.5, 1.5, shift + 1.5, -0.5])
const FALLING: readonly Stroke[] = [-1, 0, 1].map((shift) => [shift - 0.5, -0.5, shift + 1.5, 1.5])
const STROKES: Record<Exclude<Hatching, 'dots'>, readonly Stroke[]> = {
  rising: RISING,
  falling: FALLING,
  level: [[0, 0.5, 1, 0.5]],
  upright: [[0.5, 0, 0.5, 1]],
  crossed: [...RISING, ...FALLING]
}
