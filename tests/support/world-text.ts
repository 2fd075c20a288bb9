import { multipolygon, point } from './commune-data.ts'
import { toLngLat, type Corner, type Shape } from './reference-geometry.ts'

/** A shape as EWKT. */
export const ewkt = (shape: Shape) =>
  multipolygon(shape.map((rings) => rings.map((ring) => ring.map(toLngLat))))
/** A place as EWKT. */
export const pointText = (place: Corner) => point(...(toLngLat(place) as [number, number]))
/** The columns of a validity. */
export const valid = ({ from, to }: { from: string; to: string }) => ({ valid_from: from, valid_to: to })
