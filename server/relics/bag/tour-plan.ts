import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../db/pool.ts'
import type { BagTour } from './contract.ts'
import { tourTaken } from './problems.ts'
import type { PlacedSite } from './site-plan.ts'
import { findToursHere, putTour } from './tour-queries.ts'

/** What is to be done about the tours of a bag. */
export interface TourPlan {
  /** New here, or said anew since. */
  put: BagTour[]
  /** Titles of those that were changed here later than in the bag: they stay as they are. */
  kept: string[]
}

const said = ({ changedAt: _changedAt, ...tour }: BagTour) => tour

/** Throws `BagRefused` where a tour's address is here that of another commune's. */
export async function planTours(db: Queryable, tours: readonly BagTour[]): Promise<TourPlan> {
  const here = await findToursHere(
    db,
    tours.map(({ slug }) => slug)
  )
  const plan: TourPlan = { put: [], kept: [] }
  for (const tour of tours) {
    const own = here.find(({ slug }) => slug === tour.slug)
    if (own && own.communeCode !== tour.communeCode) throw tourTaken(tour, own)
    if (own && isDeepStrictEqual(said(own), said(tour))) continue
    if (own && Date.parse(own.changedAt) > Date.parse(tour.changedAt)) plan.kept.push(own.titleVi)
    else plan.put.push(tour)
  }
  return plan
}

/** Puts the tours of a bag here, whose relics are here by then. */
export async function applyTours(
  db: Queryable,
  tours: readonly BagTour[],
  sites: readonly PlacedSite[]
): Promise<TourPlan> {
  const plan = await planTours(db, tours)
  const siteOf = new Map(sites.map(({ relic, siteId }) => [relic.slug, siteId]))
  for (const tour of plan.put)
    await putTour(
      db,
      tour,
      tour.stops.flatMap((slug) => siteOf.get(slug) ?? [])
    )
  return plan
}
