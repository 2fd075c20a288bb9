import { blob } from '../../data/demo/lines.ts'
import { between, step, toLngLat, type XY } from '../../data/demo/plane.ts'
import { Random } from '../../data/demo/random.ts'

const COLUMNS = 8
const ROWS = 5
const COMMUNE_M = 6_000
const VILLAGES_ACROSS = 5
const VILLAGES_UP = 3
const HAMLETS = 30
const OPERATORS = ['Nhà mạng 1', 'Nhà mạng 2', 'Nhà mạng 3', 'Nhà mạng 4']
const CLAIMS = 1_000

export interface Area {
  code: string
  communeCode: string
  wkt: string
}

export interface Home {
  lng: number
  lat: number
  residents: number
}

export interface Claim {
  operator: string
  wkt: string
}

const wktOf = (outline: readonly XY[]) => {
  const ring = [...outline, ...outline.slice(0, 1)].map((at) => toLngLat(at).join(' '))
  return `MULTIPOLYGON(((${ring.join(',')})))`
}

type Quad = readonly [XY, XY, XY, XY]

/** Corners that neighbours share, each pushed a little out of the grid. */
function makeQuads(random: Random): Quad[] {
  const corners = Array.from({ length: (COLUMNS + 1) * (ROWS + 1) }, (_, index) => ({
    x: ((index % (COLUMNS + 1)) - COLUMNS / 2) * COMMUNE_M + random.between(-700, 700),
    y: (Math.floor(index / (COLUMNS + 1)) - ROWS / 2) * COMMUNE_M + random.between(-700, 700)
  }))
  const corner = (column: number, row: number) => corners[row * (COLUMNS + 1) + column] ?? { x: 0, y: 0 }
  return Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)]
    return [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1)
    ]
  })
}

const inQuad = ([a, b, c, d]: Quad, across: number, up: number): XY =>
  between(between(a, b, across), between(d, c, across), up)

function villagesOf(quad: Quad, communeCode: string): Area[] {
  return Array.from({ length: VILLAGES_ACROSS * VILLAGES_UP }, (_, index) => {
    const [column, row] = [index % VILLAGES_ACROSS, Math.floor(index / VILLAGES_ACROSS)]
    const at = (across: number, up: number) =>
      inQuad(quad, (column + across) / VILLAGES_ACROSS, (row + up) / VILLAGES_UP)
    const code = `${communeCode}-${String(index + 1).padStart(2, '0')}`
    return { code, communeCode, wkt: wktOf([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]) }
  })
}

/** Homes around hamlets, a fifth of them scattered, so that no village is too small to be shown; some lie outside all. */
function* makeHomes(quads: readonly Quad[], count: number, random: Random): Generator<Home> {
  const hamlets = quads.flatMap((quad) =>
    Array.from({ length: HAMLETS }, () => inQuad(quad, random.next(), random.next()))
  )
  for (let index = 0; index < count; index++) {
    const middle = random.chance(0.2)
      ? inQuad(random.pick(quads), random.next(), random.next())
      : random.pick(hamlets)
    const at = step(middle, random.between(0, 2 * Math.PI), 350 * Math.sqrt(random.next()))
    const [lng = 0, lat = 0] = toLngLat(at)
    yield { lng, lat, residents: random.int(1, 8) }
  }
}

function makeClaims(random: Random): Claim[] {
  const [width, height] = [COLUMNS * COMMUNE_M, ROWS * COMMUNE_M]
  return Array.from({ length: CLAIMS }, (_, index) => {
    const at = { x: random.between(-0.5, 0.5) * width, y: random.between(-0.5, 0.5) * height }
    const outline = blob(at, random.between(500, 1_100), random.int(120, 200), random)
    return { operator: OPERATORS[index % OPERATORS.length] ?? '', wkt: wktOf(outline) }
  })
}

/** 40 communes, 600 villages, homes and 1,000 claims of 120 vertices or more; always the same for one count. */
export function makeBenchData(premises: number) {
  const random = new Random('bench')
  const quads = makeQuads(random)
  const communes = quads.map((quad, index) => {
    const code = String(20_001 + index)
    return { code, communeCode: code, wkt: wktOf(quad) }
  })
  const villages = quads.flatMap((quad, index) => villagesOf(quad, String(20_001 + index)))
  const houses = villages.map(({ communeCode }, index) => {
    const quad = quads[Math.floor(index / 15)] ?? quads[0]
    const [lng = 0, lat = 0] = quad ? toLngLat(inQuad(quad, random.next(), random.next())) : []
    return { communeCode, lng, lat }
  })
  const claims = makeClaims(new Random('bench claims'))
  const homes = makeHomes(quads, premises, new Random('bench homes'))
  return { communes, villages, houses, claims, homes, operators: OPERATORS }
}

export type BenchData = ReturnType<typeof makeBenchData>
