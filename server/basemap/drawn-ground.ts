import { html, Html } from '../http/html.ts'
import type { GroundShape } from './ground-queries.ts'

/** A drawing's size in its own units. */
export const WIDTH = 480
export const HEIGHT = 330
export const METRES_PER_DEGREE = 110_574
const SCALE_BARS_M = [100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]

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

/** The ground, bottom to top. */
export function drawGround(shapes: readonly GroundShape[]) {
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

/** A bar of a round number of metres at the lower left. */
export function scaleBar(unitsPerM: number) {
  const [x, y] = [14, HEIGHT - 14]
  const metres = SCALE_BARS_M.findLast((bar) => bar * unitsPerM <= WIDTH / 4) ?? 100
  const length = Math.round(metres * unitsPerM)
  return html`<path class="scale" d="M${x} ${y - 5}v5h${length}v-5" /><text x="${x + length + 6}" y="${y}">
      ${metres < 1_000 ? `${metres} m` : `${metres / 1_000} km`}
    </text>`
}
