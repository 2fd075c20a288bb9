/** A small picture drawn by ourselves (no sprite server): size in CSS pixels and what to draw on a 2D canvas. */
export interface Drawing {
  width: number
  height: number
  draw(context: CanvasRenderingContext2D): void
}

/** Device pixels per CSS pixel of icons and patterns: sharp on phones, small enough for the atlas. */
export const PIXEL_RATIO = 2

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
