import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Actor, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { fontBytes } from '../http/pages/fonts.ts'
import { atMost } from '../http/turns.ts'
import { packOf, shownBy } from './pack.ts'
import { findPackMedia } from './pack-queries.ts'
import { findPictures } from './picture-queries.ts'
import { findRelic } from './queries.ts'
import type { StaffTour, TourStop } from './tour-contract.ts'
import { findOwnTours } from './tour-desk-queries.ts'
import { pagesOf, type TourRoutes } from './tour-render.ts'
import { readTourWeight } from './tour-weight-contract.ts'
import { weightOf } from './tour-weight.ts'

const NONE = {
  vi: 'Không có tuyến này trong phạm vi ông/bà quản lý. Hãy tải lại danh sách tuyến.',
  en: 'There is no such tour among those that you manage. Load the list of tours again.'
}

async function requireTour(db: Queryable, { communeCode }: Actor, id: number): Promise<StaffTour> {
  const tour = (await findOwnTours(db, communeCode)).find((one) => one.id === id)
  if (!tour) throw new HttpError(404, NONE)
  return tour
}

/** A stop as its page will show it; how far it is from the one before weighs nothing. */
async function stopOf(readDb: Queryable, slug: string): Promise<TourStop | undefined> {
  const relic = await findRelic(readDb, slug, dayInVietnam())
  if (!relic?.inForce) return undefined
  const [first] = await findPictures(readDb, slug)
  const cover = first && { ...first, width: first.thumbWidth, height: first.thumbHeight }
  return { ...relic, straightM: null, alongM: null, cover: cover ?? null }
}

/** What a tour weighs that is taken along, before anybody else may read it. */
export const tourWeightRoutes: FastifyPluginAsyncZod<TourRoutes & { db: Queryable; who: Who }> = async (
  app,
  given
) => {
  const letters = await fontBytes()
  const inTurn = atMost(1)
  const { path, params, query: querystring, reply: Weight } = readTourWeight
  app.get(
    path,
    {
      config: { right: 'relic.manage' },
      schema: { params, querystring, response: { 200: Weight, 400: Problem, 404: Problem } }
    },
    async (request) => {
      const draft = await requireTour(given.db, given.who.actorOf(request), request.params.id)
      return inTurn(async () => {
        const found = await Promise.all(draft.stops.map(({ slug }) => stopOf(given.readDb, slug)))
        const stops = found.filter((stop) => stop !== undefined)
        const tour = { ...draft, lineM: null }
        const pages = await pagesOf(given, { tour, stops }, 'vi', given.publicUrl(request))
        const media = await findPackMedia(given.readDb, shownBy(pages))
        return weightOf(packOf(pages, media, letters), pages, media, stops)
      })
    }
  )
}
