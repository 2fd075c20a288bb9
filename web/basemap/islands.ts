import type { FeatureCollection, Point } from 'geojson'

/** How large the longest of their names is in letters' heights, with its edge. */
const ARCHIPELAGO_EM = { width: 10.4, height: 2.8 }

/** Where the labels of the two archipelagos and the sea stand, and some of the islands, WGS 84, lng before lat. */
export const LABELS = [
  { id: 'hoang_sa', at: [112.2, 16.25], em: ARCHIPELAGO_EM },
  { id: 'truong_sa', at: [113.9, 9.9], em: ARCHIPELAGO_EM },
  { id: 'east_sea', at: [112.6, 13.2], em: { width: 8.4, height: 1.4 } }
] as const

/** Islands too small for any land mask at these scales; places as on nautical charts, good to about a kilometre. */
const ISLANDS: readonly (readonly [lng: number, lat: number])[] = [
  [111.61, 16.53],
  [112.34, 16.83],
  [111.2, 15.78],
  [112.73, 16.67],
  [111.92, 8.64],
  [114.33, 9.89],
  [114.36, 10.18],
  [114.33, 11.43],
  [114.37, 10.38],
  [112.92, 7.89]
]

const point = (
  id: string,
  [lng, lat]: readonly [number, number],
  offset: readonly [number, number] = [0, 0]
) => ({
  type: 'Feature' as const,
  properties: { id, offset },
  geometry: { type: 'Point' as const, coordinates: [lng, lat] }
})

/** By the id of a name, how far it stands to the right of its place and below it, in letters' heights. */
export type Asides = Readonly<Record<string, readonly [x: number, y: number]>>

export const seaFeatures = (asides: Asides = {}): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: [
    ...LABELS.map(({ id, at }) => point(id, at, asides[id])),
    ...ISLANDS.map((at) => point('island', at))
  ]
})
