import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

/** What two forms of a tile may differ by, in tile units (a 4096th of its side): rounding, and where an edge is cut. */
const CORNER_UNITS = 6
const AREA_SHARE = 0.005
const SLIVER_UNITS2 = 1_024

interface Drawn {
  name: string
  /** Outer rings less holes, in square tile units; 0 for points. */
  area: number
  box: number[]
}

function areaOf(feature: VectorTileFeature) {
  const rings = feature.loadGeometry()
  const twice = rings.map((ring) =>
    ring.reduce((sum, { x, y }, index) => {
      const next = ring[(index + 1) % ring.length]
      return next ? sum + x * next.y - next.x * y : sum
    }, 0)
  )
  return Math.abs(twice.reduce((sum, area) => sum + area, 0) / 2)
}

const boxOf = (feature: VectorTileFeature) => {
  const points = feature.loadGeometry().flat()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The features of a tile, each named by its layer, id and properties. */
function featuresOf(bytes: Buffer): Drawn[] {
  const { layers } = new VectorTile(new PbfReader(bytes))
  return Object.entries(layers).flatMap(([layer, content]) =>
    Array.from({ length: content.length }, (_, index) => {
      const feature = content.feature(index)
      const name = JSON.stringify([layer, feature.id, feature.properties])
      const area = feature.type === 3 ? areaOf(feature) : 0
      return { name, area, box: boxOf(feature) }
    })
  )
}

function difference(one: Drawn | undefined, other: Drawn | undefined): string | undefined {
  const drawn = one ?? other
  if (!drawn) return undefined
  if (!one || !other)
    return drawn.area < SLIVER_UNITS2 && drawn.area > 0 ? undefined : `only one has ${drawn.name}`
  if (Math.abs(one.area - other.area) > SLIVER_UNITS2 + AREA_SHARE * one.area)
    return `${one.name}: ${one.area} and ${other.area} square units`
  const apart = Math.max(...one.box.map((side, index) => Math.abs(side - (other.box[index] ?? NaN))))
  return apart <= CORNER_UNITS
    ? undefined
    : `${one.name}: bounds ${one.box.join(' ')} and ${other.box.join(' ')}`
}

/**
 * How two forms of one tile differ, a sentence each: another feature or property, another place or size. A sliver along
 * the cut, beyond the visible tile, may be in one alone.
 */
export function tileDifferences(one: Buffer, other: Buffer): string[] {
  const [mine, theirs] = [featuresOf(one), new Map(featuresOf(other).map((drawn) => [drawn.name, drawn]))]
  const names = new Set(mine.map(({ name }) => name))
  const missing = [...theirs.values()].filter(({ name }) => !names.has(name))
  return [
    ...mine.map((drawn) => difference(drawn, theirs.get(drawn.name))),
    ...missing.map((drawn) => difference(undefined, drawn))
  ].filter((sentence) => sentence !== undefined)
}
