/** A place in degrees, WGS 84. */
export interface LngLat {
  lng: number
  lat: number
}

const SEMI_MAJOR_M = 6_378_137
const ECCENTRICITY_2 = 0.006_694_379_990_141_317
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres per degree of longitude and latitude on the spheroid at a latitude. */
export function metresPerDegree(lat: number) {
  const w2 = 1 - ECCENTRICITY_2 * Math.sin(radians(lat)) ** 2
  const prime = SEMI_MAJOR_M / Math.sqrt(w2)
  return {
    lng: radians(1) * prime * Math.cos(radians(lat)),
    lat: (radians(1) * prime * (1 - ECCENTRICITY_2)) / w2
  }
}

/** Metres on the spheroid between places at most some ten kilometres apart: by the radii at the mean latitude, good to 1e-6. */
export function distanceM(one: LngLat, other: LngLat): number {
  const scale = metresPerDegree((one.lat + other.lat) / 2)
  return Math.hypot((one.lng - other.lng) * scale.lng, (one.lat - other.lat) * scale.lat)
}
