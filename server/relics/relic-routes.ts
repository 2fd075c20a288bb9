import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { DrawPlace } from '../http/pages/draw-place.ts'
import { linkFor, readerOf } from '../http/pages/reader.ts'
import { sendPage } from '../http/pages/send-page.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { PageQuery, Slug, type Relic } from './contract.ts'
import { pathOf } from './pages/address.ts'
import { gateSheet } from './pages/qr-sheet.ts'
import { missingPage, relicPage } from './pages/relic-page.ts'
import { WORDS } from './pages/words.ts'
import { findRelic, findScore, listRelics } from './queries.ts'

const NEAR_SHOWN = 4

const SlugInPath = z.strictObject({ slug: z.string().max(200) })

/** What the pages of relics work with. */
export interface RelicRoutes {
  readDb: Queryable
  publicUrl: PublicUrl
  drawPlace: DrawPlace
}

/** The page of a relic and its sheet to print. */
export const relicPageRoutes: FastifyPluginAsyncZod<RelicRoutes> = async (
  app,
  { readDb, publicUrl, drawPlace }
) => {
  const find = async (slug: string) =>
    Slug.safeParse(slug).success ? findRelic(readDb, slug, dayInVietnam()) : undefined

  async function nearest({ place: { lng, lat }, slug }: Relic) {
    const page = { sort: 'distance' as const, limit: NEAR_SHOWN + 1, offset: 0 }
    const { relics } = await listRelics(readDb, dayInVietnam(), { near: { lng, lat } }, page)
    return relics.filter((other) => other.slug !== slug).slice(0, NEAR_SHOWN)
  }

  app.get(
    '/di-tich/:slug',
    { schema: { params: SlugInPath, querystring: PageQuery } },
    async (request, reply) => {
      const relic = await find(request.params.slug)
      const reader = readerOf(request)
      if (!relic) return sendPage(reply.code(404), missingPage(reader, request.url))
      // An address that it once had leads to its own for good.
      if (relic.slug !== request.params.slug) return reply.redirect(linkFor(reader, pathOf(relic.slug)), 301)
      const map = await drawPlace(
        {
          place: relic.place,
          hidden: relic.isProtected,
          ...(relic.boundary && { boundary: relic.boundary })
        },
        `${WORDS.where[reader.language]}: ${relic.name}`
      )
      const address = publicUrl(request) + pathOf(relic.slug)
      const near = await nearest(relic)
      const score = await findScore(readDb, relic.slug)
      return sendPage(reply, relicPage({ reader, url: request.url, relic, score, address, near, map }))
    }
  )

  app.get(
    '/di-tich/:slug/qr.svg',
    { schema: { params: SlugInPath, querystring: PageQuery } },
    async (request, reply) => {
      const relic = await find(request.params.slug)
      if (!relic) throw new HttpError(404, WORDS.missingDetail)
      const sheet = gateSheet(relic, publicUrl(request) + pathOf(relic.slug), readerOf(request))
      return reply
        .headers({ 'cache-control': 'no-cache', vary: 'accept-language' })
        .type('image/svg+xml; charset=utf-8')
        .send(sheet)
    }
  )
}
