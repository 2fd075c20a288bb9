import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { Html } from '../http/html.ts'
import type { Language } from '../http/language.ts'
import type { DrawRoute } from '../http/pages/draw-place.ts'
import { inLanguage, linkFor, readerOf, type Reader } from '../http/pages/reader.ts'
import { fontBytes } from '../http/pages/fonts.ts'
import { sendPage } from '../http/pages/send-page.ts'
import { sharedWork } from '../http/shared-work.ts'
import type { PagePaths } from '../http/sitemap.ts'
import { PageQuery, Slug } from './contract.ts'
import { ringsOf } from './ground.ts'
import type { Pack } from './pack-contract.ts'
import { packOf, shownBy } from './pack.ts'
import { findPackMedia } from './pack-queries.ts'
import { PATH, pathOf } from './pages/address.ts'
import { missingTourPage, tourPage } from './pages/tour-page.ts'
import { titleOf, TOURS_PATH, tourPathOf } from './pages/tour-text.ts'
import { TOUR_WORDS } from './pages/tour-words.ts'
import { findPictures } from './picture-queries.ts'
import { listStops } from './queries.ts'
import { renderRelic, type AskedPage, type RelicRoutes } from './relic-routes.ts'
import type { Tour, TourStop } from './tour-contract.ts'
import { findTour, findTours } from './tour-queries.ts'

/** Each is up to 31 pages with a drawn map: some seconds. */
const MOST_PACKS_WAITING = 20

const SlugInPath = z.strictObject({ slug: z.string().max(200) })

interface TourRoutes extends RelicRoutes {
  drawRoute: DrawRoute
}

interface WithStops {
  tour: Tour
  /** Those in force, in their order. */
  stops: readonly TourStop[]
}

/** The tour of an address, whatever somebody wrote there; undefined: there is none. */
const find = async (readDb: Queryable, slug: string) =>
  Slug.safeParse(slug).success ? findTour(readDb, slug) : undefined

const stopOf = ({ place, isProtected, ground }: TourStop) => ({
  place,
  ...(isProtected && ground && { boundary: ringsOf(ground) })
})

/** Its stops and its way, drawn; '' where no stop is left. */
const mapOf = async (
  drawRoute: DrawRoute,
  tour: Tour,
  stops: readonly TourStop[],
  { language }: Reader
): Promise<Html | ''> =>
  stops.length === 0
    ? ''
    : drawRoute({ stops: stops.map(stopOf), way: tour.line }, titleOf(tour, language).text)

/** A tour's page, whole. */
async function renderTour(given: TourRoutes, { tour, stops }: WithStops, { reader, url, base }: AskedPage) {
  const { readDb, drawRoute } = given
  const [first] = stops
  return tourPage({
    ...{ reader, url, tour, stops, base },
    address: base + tourPathOf(tour.slug),
    cover: first && (await findPictures(readDb, first.slug))[0],
    map: await mapOf(drawRoute, tour, stops, reader)
  })
}

/** The tour's page and those of its relics, as they are answered in the language. */
async function pagesOf(given: TourRoutes, { tour, stops }: WithStops, language: Language, base: string) {
  const asked = (path: string): AskedPage => {
    const reader = { language, chosen: true }
    return { reader, url: inLanguage(path, language), base }
  }
  const page = asked(tourPathOf(tour.slug))
  const pages = [
    { path: tourPathOf(tour.slug), from: page.url, html: await renderTour(given, { tour, stops }, page) }
  ]
  for (const stop of stops) {
    const path = pathOf(stop.slug)
    const page = asked(path)
    const { html } = await renderRelic(given, stop, page)
    pages.push({ path, from: page.url, html })
  }
  return pages
}

const busy = () =>
  new HttpError(
    503,
    {
      vi: 'Máy chủ đang soạn nhiều gói tuyến cùng lúc. Hãy thử lại sau ít giây.',
      en: 'The server is putting many tours together at once. Try again in a few seconds.'
    },
    { 'retry-after': '5' }
  )

/** What a phone takes along of a tour, and how much that is. */
const packRoute: FastifyPluginAsyncZod<TourRoutes> = async (app, given) => {
  const letters = await fontBytes()
  const share = sharedWork<Pack>({ atATime: 1, most: MOST_PACKS_WAITING, busy })
  const make = async (tour: Tour, language: Language, base: string) => {
    const stops = await listStops(given.readDb, tour.slug, dayInVietnam())
    const pages = await pagesOf(given, { tour, stops }, language, base)
    return packOf(pages, await findPackMedia(given.readDb, shownBy(pages)), letters)
  }
  app.get(
    `${TOURS_PATH}/:slug/goi.json`,
    { schema: { params: SlugInPath, querystring: PageQuery } },
    async (request, reply) => {
      const tour = await find(given.readDb, request.params.slug)
      if (!tour) throw new HttpError(404, TOUR_WORDS.missingDetail)
      const [base, { language }] = [given.publicUrl(request), readerOf(request)]
      const key = JSON.stringify([tour.slug, language, base])
      const pack = await share(key, () => make(tour, language, base))
      return reply.headers({ 'cache-control': 'no-cache', vary: 'accept-language' }).send(pack)
    }
  )
}

/** The public pages of tours: everything is in the HTML. */
export const tourRoutes: FastifyPluginAsyncZod<TourRoutes> = async (app, given) => {
  const { readDb, publicUrl } = given
  await app.register(packRoute, given)

  app.get(TOURS_PATH, { schema: { querystring: PageQuery } }, async (request, reply) =>
    reply.redirect(`${linkFor(readerOf(request), PATH)}#tuyen`, 302)
  )

  app.get(
    `${TOURS_PATH}/:slug`,
    { schema: { params: SlugInPath, querystring: PageQuery } },
    async (request, reply) => {
      const reader = readerOf(request)
      const tour = await find(readDb, request.params.slug)
      if (!tour) return sendPage(reply.code(404), missingTourPage(reader, request.url))
      const stops = await listStops(readDb, tour.slug, dayInVietnam())
      const page = { reader, url: request.url, base: publicUrl(request) }
      return sendPage(reply, await renderTour(given, { tour, stops }, page))
    }
  )
}

/** The pages of tours for search engines. */
export const tourPaths =
  (readDb: Queryable): PagePaths =>
  async () =>
    (await findTours(readDb, dayInVietnam())).map(({ slug }) => tourPathOf(slug))
