import type { Polygon } from 'geojson'

/** A rectangle in degrees, counter-clockwise from its south-western corner. */
export const rectangle = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south]
    ]
  ]
})
