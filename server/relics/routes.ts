import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { DrawPlace } from '../http/pages/draw-place.ts'
import { linkFor, readerOf } from '../http/pages/reader.ts'
import { sendPage } from '../http/pages/send-page.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { PagePaths } from '../http/sitemap.ts'
import { RELIC_SORTS, RelicFilters, Slug, type Relic } from './contract.ts'
import { PATH, pathOf } from './pages/address.ts'
import { listPage } from './pages/list-page.ts'
import { qrSheet } from './pages/qr-sheet.ts'
import { missingPage, relicPage } from './pages/relic-page.ts'
import { WORDS } from './pages/words.ts'
import { findRelic, findSlugOf, listChoices, listRelics, listSlugs } from './queries.ts'

const PAGE_SIZE = 30
const NEAR_SHOWN = 4

const Lang = z.enum(['vi', 'en']).optional()

/** A form sends what was left open as an empty text. */
const withoutEmpty = (query: unknown) =>
  typeof query === 'object' && query !== null
    ? Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
    : query

const ListQuery = z.preprocess(
  withoutEmpty,
  RelicFilters.extend({
    sort: z.enum(RELIC_SORTS).optional(),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    lang: Lang
  })
)
const PageQuery = z.strictObject({ lang: Lang })
const SlugInPath = z.strictObject({ slug: z.string().max(200) })
const FeatureInPath = z.strictObject({
  feature: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
})

interface RelicRoutes {
  readDb: Queryable
  publicUrl: PublicUrl
  drawPlace: DrawPlace
}

/** The texts of an address as the reader wrote them, empty ones left out. */
const asWritten = (request: FastifyRequest) =>
  Object.fromEntries(
    [...new URL(request.url, 'http://localhost').searchParams].filter(([, value]) => value !== '')
  )

/** The public pages of relics: everything is in the HTML, script adds nothing. */
export const relicRoutes: FastifyPluginAsyncZod<RelicRoutes> = async (
  app,
  { readDb, publicUrl, drawPlace }
) => {
  app.get(PATH, { schema: { querystring: ListQuery } }, async (request, reply) => {
    const { sort = 'rank', offset, lang: _lang, ...filters } = request.query
    const day = dayInVietnam()
    const { relics, total } = await listRelics(readDb, day, filters, { sort, offset, limit: PAGE_SIZE })
    const end = offset + relics.length
    const content = {
      reader: readerOf(request),
      url: request.url,
      address: publicUrl(request) + PATH,
      asked: { ...asWritten(request), sort },
      choices: await listChoices(readDb, day),
      relics,
      total,
      next: end < total ? end : null,
      isFirst: offset === 0
    }
    return sendPage(reply, listPage(content))
  })

  /** The relic of a feature of the map, whose id changes with every file. */
  app.get(
    '/di-tich/doi-tuong/:feature',
    { schema: { params: FeatureInPath, querystring: PageQuery } },
    async (request, reply) => {
      const slug = await findSlugOf(readDb, request.params.feature)
      const reader = readerOf(request)
      if (slug === undefined) return sendPage(reply.code(404), missingPage(reader, request.url))
      return reply.redirect(linkFor(reader, pathOf(slug)), 302)
    }
  )

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
        { place: relic.place, ...(relic.boundary && { boundary: relic.boundary }) },
        `${WORDS.where[reader.language]}: ${relic.name}`
      )
      const address = publicUrl(request) + pathOf(relic.slug)
      const near = await nearest(relic)
      return sendPage(reply, relicPage({ reader, url: request.url, relic, address, near, map }))
    }
  )

  app.get(
    '/di-tich/:slug/qr.svg',
    { schema: { params: SlugInPath, querystring: PageQuery } },
    async (request, reply) => {
      const relic = await find(request.params.slug)
      if (!relic) throw new HttpError(404, WORDS.missingDetail)
      const sheet = qrSheet(relic, publicUrl(request) + pathOf(relic.slug), readerOf(request))
      return reply
        .headers({ 'cache-control': 'no-cache', vary: 'accept-language' })
        .type('image/svg+xml; charset=utf-8')
        .send(sheet)
    }
  )
}

/** The pages of relics for search engines: the list, then every relic in force. */
export const relicPaths =
  (readDb: Queryable): PagePaths =>
  async () => [PATH, ...(await listSlugs(readDb, dayInVietnam())).map(pathOf)]
