import type { Tour, TourStop } from './tour-contract.ts'

type Measured = Pick<TourStop, 'straightM' | 'alongM'>

/** How far it is from each stop to the next, in metres; `isAlongWay`: by the way as drawn, else as the crow flies. */
export interface Legs {
  isAlongWay: boolean
  /** One fewer than stops. */
  metres: number[]
  /** Of the whole tour: the way as drawn where there is one, else the sum. */
  totalM: number
  /** The total is that of the way as drawn. */
  isTotalOfWay: boolean
}

const differences = (along: readonly number[]) =>
  along.slice(1).map((metres, index) => metres - (along[index] ?? 0))

/**
 * The legs of a tour. A way that does not pass the stops one after the other (one that comes back past its beginning) says
 * nothing of a single leg: these are then straight lines, and only the total is the way's.
 */
export function legsOf(stops: readonly Measured[], { lineM }: Pick<Tour, 'lineM'>): Legs {
  const along = stops.flatMap(({ alongM }) => (alongM === null ? [] : [alongM]))
  const onWay = differences(along)
  const straight = stops.slice(1).map(({ straightM }) => straightM ?? 0)
  const isAlongWay = lineM !== null && along.length === stops.length && onWay.every((metres) => metres > 0)
  const metres = isAlongWay ? onWay : straight
  const sum = metres.reduce((total, leg) => total + leg, 0)
  return { isAlongWay, metres, totalM: lineM ?? sum, isTotalOfWay: lineM !== null }
}
