import type { Bounds } from '../../map/camera.svelte.ts'

export interface TileNumber {
  z: number
  x: number
  y: number
}

/** Rows of Web Mercator end here. */
const LAST_LAT = 85.0511

const column = (lng: number, z: number) => ((lng + 180) / 360) * 2 ** z

function row(lat: number, z: number) {
  const radians = (Math.max(-LAST_LAT, Math.min(LAST_LAT, lat)) * Math.PI) / 180
  return ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z
}

/** The tiles that a frame (degrees) touches from one zoom to another, coarse ones first, at most `most`. */
export function tilesOf(
  [west, south, east, north]: Bounds,
  from: number,
  to: number,
  most: number
): TileNumber[] {
  const tiles: TileNumber[] = []
  for (let z = from; z <= to; z += 1) {
    for (let x = Math.floor(column(west, z)); x <= Math.floor(column(east, z)); x += 1)
      for (let y = Math.floor(row(north, z)); y <= Math.floor(row(south, z)); y += 1) {
        if (tiles.length === most) return tiles
        tiles.push({ z, x, y })
      }
  }
  return tiles
}
