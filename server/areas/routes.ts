import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import { listCommunes, search as searchContract } from './contract.ts'
import { listCommunesOn } from './queries.ts'
import { search, type Searched } from './search-queries.ts'

const DEFAULT_HITS = 10

interface AreaRoutes {
  readDb: Queryable
  /** The open collections; those whose items have a place and a name are searched. */
  collections: readonly { id: string; geometry: string | null; label?: string }[]
}

/** The communes that there are, and the search over everything that has a name. */
export const areaRoutes: FastifyPluginAsyncZod<AreaRoutes> = async (app, { readDb, collections }) => {
  const searched = collections.flatMap(({ id, geometry, label }): Searched[] =>
    geometry !== null && label !== undefined ? [{ id, label }] : []
  )

  app.get(
    listCommunes.path,
    { schema: { querystring: listCommunes.query, response: { 200: listCommunes.reply } } },
    async () => ({ communes: await listCommunesOn(readDb, dayInVietnam()) })
  )

  app.get(
    searchContract.path,
    { schema: { querystring: searchContract.query, response: { 200: searchContract.reply } } },
    async (request) => {
      const { q, commune = null, limit = DEFAULT_HITS } = request.query
      if (q.includes('\0')) {
        throw new HttpError(400, {
          vi: 'Tham số «q» có ký tự không dùng được.',
          en: 'Parameter “q” has a character that cannot be used.'
        })
      }
      return { hits: await search(readDb, searched, { q, commune, limit, day: dayInVietnam() }) }
    }
  )
}
