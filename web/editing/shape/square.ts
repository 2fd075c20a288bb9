import type { Corner, Ring } from './parts.ts'

/** Side of the square, as a part of the 360° that 512 pixels show at zoom 0: about 130 pixels. */
const SHARE = 0.25

/** A square around a place, of about the same size on the screen at every zoom. */
export function squareAround([lng, lat]: Corner, zoom: number): Ring {
  const half = (SHARE * 360) / 2 ** zoom / 2
  const high = half * Math.cos((lat * Math.PI) / 180)
  const [west, east, south, north] = [lng - half, lng + half, lat - high, lat + high]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south]
  ]
}
