import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { html, type Html } from '../http/html.ts'
import type { DrawnPlace } from '../http/pages/draw-place.ts'
import { drawGround, HEIGHT, METRES_PER_DEGREE, scaleBar, WIDTH } from './drawn-ground.ts'
import { findGround } from './ground-queries.ts'

/** Half the side of the cell that hides a place. */
const CELL_M = 100
/** Metres across the drawing: of a place, of a hidden one. */
const ACROSS_M = { shown: 560, hidden: 900 }
/** How much wider than its boundary a drawing is. */
const ROOM = 1.4

/** Where it is: a pin, or for a hidden place the cell in which it lies. */
function mark(hidden: boolean, unitsPerM: number) {
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  if (hidden) {
    const half = CELL_M * unitsPerM
    return html`<rect
      class="cell"
      x="${x - half}"
      y="${y - half}"
      width="${2 * half}"
      height="${2 * half}"
    />`
  }
  return html`<path class="pin" d="M${x} ${y}c-5-9-13-14-13-24a13 13 0 0 1 26 0c0 10-8 15-13 24z" /><circle
      class="dot"
      cx="${x}"
      cy="${y - 24}"
      r="4.5"
    />`
}

/** Metres across that show a boundary whole; the drawing's height counts like its width. */
function acrossM({ place, hidden = false, boundary = [] }: DrawnPlace) {
  const east = METRES_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180)
  const reaches = boundary
    .flat()
    .map(([lng, lat]) =>
      Math.max(
        Math.abs(lng - place.lng) * east,
        (Math.abs(lat - place.lat) * METRES_PER_DEGREE * WIDTH) / HEIGHT
      )
    )
  const reach = reaches.reduce((most, one) => Math.max(most, one), 0)
  return Math.max(hidden ? ACROSS_M.hidden : ACROSS_M.shown, 2 * ROOM * reach)
}

/** The boundary in the drawing's units, y down. */
function outline({ place, hidden = false, boundary = [] }: DrawnPlace, { x, y }: { x: number; y: number }) {
  if (boundary.length === 0) return ''
  const at = ([lng, lat]: readonly [number, number]) =>
    `${(WIDTH / 2 + (lng - place.lng) * x).toFixed(1)} ${(HEIGHT / 2 - (lat - place.lat) * y).toFixed(1)}`
  const d = boundary.map((ring) => `M${ring.map(at).join('L')}Z`).join('')
  return html`<path class="${hidden ? 'cell' : 'grounds'}" d="${d}" />`
}

/** A place on a small drawn map that needs no script; north is up. `title` is read aloud. */
export async function placeMap(db: Queryable, drawn: DrawnPlace, title: string): Promise<Html> {
  const { place, hidden = false } = drawn
  const unitsPerM = WIDTH / acrossM(drawn)
  const y = unitsPerM * METRES_PER_DEGREE
  const x = y * Math.cos((place.lat * Math.PI) / 180)
  const [dx, dy] = [WIDTH / 2 / x, HEIGHT / 2 / y]
  const frame = {
    west: place.lng - dx,
    south: place.lat - dy,
    east: place.lng + dx,
    north: place.lat + dy
  }
  const shapes = await findGround(db, frame, { x, y }, dayInVietnam())
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
    ${drawGround(shapes)}${outline(drawn, { x, y })}${hidden && drawn.boundary ? '' : mark(hidden, unitsPerM)}${scaleBar(unitsPerM)}
  </svg>`
}
