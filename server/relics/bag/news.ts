import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../db/pool.ts'
import type { BagPlace } from './contract.ts'
import { planMedia } from './media-plan.ts'
import { planMemories, type MemoryPlan } from './memory-plan.ts'
import { readRelics } from './queries.ts'
import type { BagContent } from './read-bag.ts'
import { planSites, requireCommunes, requireReplaceable, type SitePlan } from './site-plan.ts'
import { planTours, type TourPlan } from './tour-plan.ts'

/** What a bag brings that is not here. */
export interface News {
  plan: SitePlan[]
  places: BagPlace[]
  media: number
  tours: TourPlan
  memories: MemoryPlan
  addresses: boolean
}

/** Rows of relics of which everything is here already bring nothing. */
async function newPlaces(db: Queryable, plan: readonly SitePlan[], { places }: BagContent) {
  const here = await readRelics(
    db,
    plan.flatMap(({ siteId }) => siteId ?? [])
  )
  const plain = ({ geometry, properties }: BagPlace) => {
    const { relic: _relic, protected: _hidden, ...facts } = properties
    return { geometry, facts }
  }
  const slugHere = new Map(plan.map(({ relic, slugHere }) => [relic.slug, slugHere]))
  const of = (all: readonly BagPlace[], slug: string | null | undefined) =>
    all.filter(({ properties }) => properties.relic === slug).map(plain)
  const hides = (all: readonly BagPlace[], slug: string | null | undefined) =>
    all.some(({ properties }) => properties.relic === slug && properties.protected)
  // Hidden here and not there is no news: a bag opens nothing.
  const isHere = (slug: string) =>
    isDeepStrictEqual(of(places, slug), of(here.places, slugHere.get(slug))) &&
    (hides(here.places, slugHere.get(slug)) || !hides(places, slug))
  const same = new Set(plan.map(({ relic }) => relic.slug).filter(isHere))
  const news = places.filter(({ properties }) => !same.has(properties.relic))
  requireReplaceable(plan, news, new Set(here.places.map(({ properties }) => properties.relic)))
  return news
}

/** What a bag brings; `brought`: communes that come with it. Throws `BagRefused` where it does not fit what is here. */
export async function newsOf(db: Queryable, content: BagContent, brought: readonly string[]): Promise<News> {
  const codes = [...content.relics, ...content.tours].flatMap(({ communeCode }) => communeCode ?? [])
  await requireCommunes(
    db,
    codes.filter((code) => !brought.includes(code))
  )
  const plan = await planSites(db, content.relics)
  const places = await newPlaces(db, plan, content)
  const media = await planMedia(db, plan)
  const tours = await planTours(db, content.tours)
  const memories = await planMemories(db, plan)
  return { plan, places, media: media.length, tours, memories, addresses: plan.some(({ isNew }) => isNew) }
}

/** All of it is here already. */
export const isNothing = ({ places, media, tours, memories, addresses }: News) =>
  places.length === 0 && media === 0 && tours.put.length + memories.put.length === 0 && !addresses
