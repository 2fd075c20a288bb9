import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { asWritten, PageQuery, pageQuery } from '../http/page-query.ts'
import { linkFor, readerOf } from '../http/pages/reader.ts'
import { sendPage } from '../http/pages/send-page.ts'
import type { PagePaths } from '../http/sitemap.ts'
import { RELIC_SORTS, RelicFilters, Slug } from './contract.ts'
import { PATH, pathOf } from './pages/address.ts'
import { listPage } from './pages/list-page.ts'
import { missingPage } from './pages/relic-page.ts'
import { findSlugOf, listChoices, listRelics, listSlugs } from './queries.ts'
import { findTours } from './tour-queries.ts'
import { relicPageRoutes, type RelicRoutes } from './relic-routes.ts'

const PAGE_SIZE = 30

const ListQuery = pageQuery({
  ...RelicFilters.shape,
  sort: z.enum(RELIC_SORTS).optional(),
  tour: Slug.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0)
})
const FeatureInPath = z.strictObject({
  feature: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
})

/** The public pages of relics: everything is in the HTML, script adds nothing. */
export const relicRoutes: FastifyPluginAsyncZod<RelicRoutes> = async (app, given) => {
  const { readDb, publicUrl } = given
  const answer = async (
    request: FastifyRequest<{ Querystring: z.infer<typeof ListQuery> }>,
    reply: FastifyReply
  ) => {
    const { sort = 'rank', offset, lang: _lang, tour: _tour, ...filters } = request.query
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
      isFirst: offset === 0,
      tours: offset === 0 ? await findTours(readDb, day) : []
    }
    return sendPage(reply, listPage(content))
  }
  app.get(PATH, { schema: { querystring: ListQuery } }, answer)
  // As people write it; the page names its own address.
  app.get(`${PATH}/`, { schema: { querystring: ListQuery } }, answer)

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
  await app.register(relicPageRoutes, given)
}

/** The pages of relics for search engines: the list, then every relic in force. */
export const relicPaths =
  (readDb: Queryable): PagePaths =>
  async () => [PATH, ...(await listSlugs(readDb, dayInVietnam())).map(pathOf)]
