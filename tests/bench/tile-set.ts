import type { TileAddress } from '../../server/geo/tile.ts'

/** Asked for together, as a map does. */
export const TILE_COLLECTIONS = ['communes', 'villages', 'coverage_claims', 'cultural_houses'] as const

const MIDDLE = { lng: 105.337, lat: 19.068 }

function tileAt(z: number): TileAddress {
  const side = 2 ** z
  const sine = Math.sin((MIDDLE.lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return { z, x: Math.floor(((MIDDLE.lng + 180) / 360) * side), y: Math.floor(y * side) }
}

/** Tiles around the middle of the bench's communes: at each zoom a square of them. */
export function tilesAround(zooms: readonly number[], across: number): TileAddress[] {
  return zooms.flatMap((zoom) => {
    const { z, x, y } = tileAt(zoom)
    return Array.from({ length: across * across }, (_, index) => ({
      z,
      x: x + (index % across) - Math.floor(across / 2),
      y: y + Math.floor(index / across) - Math.floor(across / 2)
    }))
  })
}

/** A calendar day that was not given before: whatever keeps tiles by day has none of it. */
export function freshDays(): () => string {
  let day = Date.UTC(2026, 1, 1)
  return () => {
    day += 86_400_000
    return new Date(day).toISOString().slice(0, 10)
  }
}

const query = `collections=${TILE_COLLECTIONS.join(',')}`

export const appPath = ({ z, x, y }: TileAddress, day: string): string =>
  `/ogc/tiles/WebMercatorQuad/${z}/${y}/${x}?${query}&datetime=${day}`

export const barePath = ({ z, x, y }: TileAddress, day: string): string =>
  `/bare/${z}/${y}/${x}?datetime=${day}`
