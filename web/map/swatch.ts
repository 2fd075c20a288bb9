import type { Drawing } from './drawing.ts'
import type { Swatch } from './theme.ts'

/** Size of a class's sample in CSS pixels. */
export const SWATCH = { width: 28, height: 18 } as const
type Images = Readonly<Record<string, Drawing>>

/** Draws a sample into the box whose upper left corner is at the context's origin. */
export function drawSwatch(context: CanvasRenderingContext2D, swatch: Swatch, images: Images) {
  context.save()
  if (swatch.kind === 'fill') drawFill(context, swatch, images)
  else if (swatch.kind === 'line') drawLine(context, swatch)
  else drawIcon(context, images[swatch.image])
  context.restore()
}

function drawFill(context: CanvasRenderingContext2D, swatch: Swatch & { kind: 'fill' }, images: Images) {
  const { width, height } = SWATCH
  const box = new Path2D()
  box.rect(1, 1, width - 2, height - 2)
  if (swatch.color) {
    context.fillStyle = swatch.color
    context.fill(box)
  }
  const pattern = swatch.pattern ? images[swatch.pattern] : undefined
  if (pattern) tile(context, pattern, box)
  if (!swatch.outline) return
  context.strokeStyle = swatch.outline
  context.lineWidth = 1.4
  context.setLineDash([...(swatch.dash ?? [])])
  context.stroke(box)
}

function tile(context: CanvasRenderingContext2D, pattern: Drawing, box: Path2D) {
  context.save()
  context.clip(box)
  for (let y = 0; y < SWATCH.height; y += pattern.height) {
    for (let x = 0; x < SWATCH.width; x += pattern.width) {
      context.save()
      context.translate(x, y)
      context.beginPath()
      context.rect(0, 0, pattern.width, pattern.height)
      context.clip()
      pattern.draw(context)
      context.restore()
    }
  }
  context.restore()
}

function drawLine(context: CanvasRenderingContext2D, swatch: Swatch & { kind: 'line' }) {
  const middle = SWATCH.height / 2
  const strokes = [
    { color: swatch.casing, width: swatch.width + 2, dash: [] },
    { color: swatch.color, width: swatch.width, dash: (swatch.dash ?? []).map((part) => part * swatch.width) }
  ]
  for (const { color, width, dash } of strokes) {
    if (!color) continue
    context.strokeStyle = color
    context.lineWidth = width
    context.setLineDash(dash)
    context.beginPath()
    context.moveTo(1, middle)
    context.lineTo(SWATCH.width - 1, middle)
    context.stroke()
  }
}

function drawIcon(context: CanvasRenderingContext2D, icon: Drawing | undefined) {
  if (!icon) return
  const scale = Math.min(1, SWATCH.height / icon.height)
  context.translate((SWATCH.width - icon.width * scale) / 2, (SWATCH.height - icon.height * scale) / 2)
  context.scale(scale, scale)
  icon.draw(context)
}
