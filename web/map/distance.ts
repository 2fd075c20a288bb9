import type { Bounds, Point } from './camera.svelte.ts'

const EARTH_M = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180
const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value))

/** Great-circle distance in metres on a sphere, good to 0.5 %. */
function metresBetween(a: Point, b: Point): number {
  const [lat, lng] = [radians(b.lat - a.lat), radians(b.lng - a.lng)]
  const h =
    Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lng / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.sqrt(h))
}

/** Metres from a point to a frame in degrees; 0 inside. */
export function metresOutside([west, south, east, north]: Bounds, point: Point): number {
  return metresBetween(point, { lng: clamp(point.lng, west, east), lat: clamp(point.lat, south, north) })
}
