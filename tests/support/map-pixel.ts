import type { Page } from 'playwright-core'

/** CSS pixels of the map at each edge that panels cover: the address keeps the middle of what they leave free. */
export interface Covered {
  left: number
  right: number
  top: number
  bottom: number
}
/** At 1440 × 900: the panel, the legend, the line at the foot. */
export const DESK_COVERED: Covered = { left: 428, right: 296, top: 16, bottom: 40 }

/** Where a place lies on the screen, by the camera that the address keeps (512 px of the world at zoom 0). */
export async function pixelOf(
  page: Page,
  { lng, lat }: { lng: number; lat: number },
  covered = DESK_COVERED
) {
  const camera = new URL(page.url()).searchParams.get('camera') ?? ''
  const [zoom = 0, middleLat = 0, middleLng = 0] = camera.split('/').map(Number)
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('the map has no size')
  const world = 512 * 2 ** zoom
  const y = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) / (2 * Math.PI)
  return {
    x: box.x + (box.width + covered.left - covered.right) / 2 + ((lng - middleLng) / 360) * world,
    y: box.y + (box.height + covered.top - covered.bottom) / 2 - (y(lat) - y(middleLat)) * world
  }
}
