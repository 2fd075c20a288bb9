import type { Queryable } from '../db/pool.ts'
import { listStops } from './queries.ts'
import type { Tour, TourPlace, TourStop } from './tour-contract.ts'
import { legsOf } from './tour-legs.ts'
import { findToursOf } from './tour-queries.ts'

function placeOn(tour: Tour, stops: readonly TourStop[], slug: string): TourPlace | undefined {
  const index = stops.findIndex((stop) => stop.slug === slug)
  if (index < 0) return undefined
  const { metres, isAlongWay } = legsOf(stops, tour)
  const after = stops[index + 1]
  const next = after && { slug: after.slug, name: after.name, metres: metres[index] ?? 0, isAlongWay }
  return { tour, number: index + 1, count: stops.length, next: next ?? null }
}

/** Where the relic of an address stands on each published tour on a day. */
export async function findTourPlaces(db: Queryable, slug: string, day: string): Promise<TourPlace[]> {
  const tours = await findToursOf(db, slug)
  const places = await Promise.all(
    tours.map(async (tour) => placeOn(tour, await listStops(db, tour.slug, day), slug))
  )
  return places.flatMap((place) => place ?? [])
}
