import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { html, Html } from '../http/html.ts'
import type { DrawnPlace } from '../http/pages/draw-place.ts'
import { findGround, type GroundShape } from './ground-queries.ts'

const WIDTH = 480
const HEIGHT = 330
const METRES_PER_DEGREE = 110_574
/** Half the side of the cell that hides a place. */
const CELL_M = 100
const SCALE_BARS_M = [100, 200, 500, 1_000, 2_000, 5_000]
/** Metres across the drawing: of a place, of a hidden one. */
const ACROSS_M = { shown: 560, hidden: 900 }
/** How much wider than its boundary a drawing is. */
const ROOM = 1.4

const WOODS = /forest|wood|scrub|rừng/i
const FIELDS = /farm|paddy|rice|lúa|field|orchard|plantation/i
const WATERS = /aqua|wetland|pond|nước|reservoir|basin/i
const MAJOR = /motorway|trunk|primary|secondary|quốc lộ|tỉnh|cao tốc|provincial|national/i
const PATHS = /path|footway|track|steps|cycle|bridle|mòn|bờ/i

const roadWidth = (kind: string) => (MAJOR.test(kind) ? 9 : PATHS.test(kind) ? 2.5 : 5)

function classOf({ layer, class: kind, dimension }: GroundShape): string {
  if (layer === 'water') return dimension === 2 ? 'water' : 'stream'
  if (layer === 'building') return 'built'
  if (layer === 'village') return 'border'
  const text = kind ?? ''
  if (WOODS.test(text)) return 'wood'
  return WATERS.test(text) ? 'water' : FIELDS.test(text) ? 'field' : 'ground'
}

// st_assvg gives digits and letters of paths only.
const path = (shape: GroundShape, name: string, more = '') =>
  new Html(`<path class="${name}" d="${shape.path}"${more}/>`)

function draw(shapes: readonly GroundShape[]) {
  const roads = shapes.filter(({ layer }) => layer === 'road')
  const width = (shape: GroundShape, more: number) => ` stroke-width="${roadWidth(shape.class ?? '') + more}"`
  const shown = (layers: readonly string[]) =>
    shapes
      .filter(({ layer }) => layers.includes(layer))
      .map((shape) =>
        path(
          shape,
          classOf(shape),
          shape.layer === 'water' && shape.dimension === 1 ? ' stroke-width="4"' : ''
        )
      )
  return [
    ...shown(['land', 'water']),
    ...shown(['building']),
    ...roads.map((shape) => path(shape, 'casing', width(shape, 2))),
    ...roads.map((shape) => path(shape, 'road', width(shape, 0))),
    ...shown(['village'])
  ]
}

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

function scaleBar(unitsPerM: number) {
  const [x, y] = [14, HEIGHT - 14]
  const metres = SCALE_BARS_M.findLast((bar) => bar * unitsPerM <= WIDTH / 4) ?? 100
  const length = Math.round(metres * unitsPerM)
  return html`<path class="scale" d="M${x} ${y - 5}v5h${length}v-5" /><text x="${x + length + 6}" y="${y}">
      ${metres} m
    </text>`
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
    ${draw(shapes)}${outline(drawn, { x, y })}${hidden && drawn.boundary ? '' : mark(hidden, unitsPerM)}${scaleBar(unitsPerM)}
  </svg>`
}
