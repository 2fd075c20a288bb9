import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { Language } from '../http/language.ts'
import { PageQuery } from '../http/page-query.ts'
import { linkFor, readerOf } from '../http/pages/reader.ts'
import { fontBytes } from '../http/pages/fonts.ts'
import { sendPage } from '../http/pages/send-page.ts'
import { sharedWork } from '../http/shared-work.ts'
import type { PagePaths } from '../http/sitemap.ts'
import { Slug } from './contract.ts'
import type { Pack } from './pack-contract.ts'
import { packOf, shownBy } from './pack.ts'
import { findPackMedia } from './pack-queries.ts'
import { PATH } from './pages/address.ts'
import { missingTourPage } from './pages/tour-page.ts'
import { TOURS_PATH, tourPathOf } from './pages/tour-text.ts'
import { TOUR_WORDS } from './pages/tour-words.ts'
import { listStops } from './queries.ts'
import type { Tour } from './tour-contract.ts'
import { findTour, findTours } from './tour-queries.ts'
import { pagesOf, renderTour, type TourRoutes } from './tour-render.ts'

/** Each is up to 31 pages with a drawn map: some seconds. */
const MOST_PACKS_WAITING = 20

const SlugInPath = z.strictObject({ slug: z.string().max(200) })

/** The tour of an address, whatever somebody wrote there; undefined: there is none. */
const find = async (readDb: Queryable, slug: string) =>
  Slug.safeParse(slug).success ? findTour(readDb, slug) : undefined

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
