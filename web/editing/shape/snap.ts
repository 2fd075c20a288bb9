import type { Corner, Ring } from './parts.ts'

/** A ring that a corner may snap to, with what it lies in. */
export interface Target {
  ring: Ring
  west: number
  south: number
  east: number
  north: number
}

/** CSS pixels within which a corner snaps to a corner, and to a border. */
const CORNER_PX = 14
const BORDER_PX = 10

export function targetOf(ring: Ring): Target {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  return {
    ring,
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats)
  }
}

/** The nearest of some places by pixels; undefined: none is within reach. */
function nearest(places: readonly Corner[], reach: number, far: (place: Corner) => number) {
  let best: Corner | undefined
  let least = reach
  for (const place of places) {
    const distance = far(place)
    if (distance < least) [best, least] = [place, distance]
  }
  return best
}

/** The point of an edge that lies nearest, `high` pixels of latitude being as long as one of longitude. */
function footOn([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner, high: number): Corner {
  const [east, north] = [bx - ax, (by - ay) * high]
  const length = east * east + north * north
  const share = length === 0 ? 0 : ((x - ax) * east + (y - ay) * high * north) / length
  const kept = Math.min(1, Math.max(0, share))
  return [ax + kept * (bx - ax), ay + kept * (by - ay)]
}

/**
 * Where a place snaps to: the nearest corner of a neighbour, exactly as it is kept, else the nearest point of a border;
 * undefined: neither is near. `pixels`: CSS pixels of a degree of longitude.
 */
export function findSnap(place: Corner, pixels: number, targets: readonly Target[]): Corner | undefined {
  const [lng, lat] = place
  const high = 1 / Math.cos((lat * Math.PI) / 180)
  const reach = CORNER_PX / pixels
  const near = targets.filter(
    ({ west, south, east, north }) =>
      lng > west - reach && lng < east + reach && lat > south - reach && lat < north + reach
  )
  const far = ([x, y]: Corner) => Math.hypot(x - lng, (y - lat) * high) * pixels
  const corners = near.flatMap(({ ring }) => ring)
  const feet = () =>
    near.flatMap(({ ring }) => ring.slice(1).map((to, i) => footOn(ring[i]!, to, place, high)))
  return nearest(corners, CORNER_PX, far) ?? nearest(feet(), BORDER_PX, far)
}
