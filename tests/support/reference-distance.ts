const A = 6_378_137
const E2 = 0.006_694_379_990_141_317

/** A place in degrees as a point in space, metres from the middle of the Earth. */
export function earth([lng, lat]: readonly [number, number]) {
  const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180]
  const n = A / Math.sqrt(1 - E2 * Math.sin(p) ** 2)
  return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - E2) * Math.sin(p)] as const
}

/** Metres straight through the Earth: over 5 km a millimetre less than along its surface. */
export function metresBetween(one: readonly [number, number], other: readonly [number, number]) {
  const [ax, ay, az] = earth(one)
  const [bx, by, bz] = earth(other)
  return Math.hypot(ax - bx, ay - by, az - bz)
}
