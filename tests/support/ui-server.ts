import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { sendSecurityHeaders } from '../../server/http/security.ts'
import { projectRoot } from '../../server/root.ts'
import { plainText } from '../../web/i18n/place-name.ts'
import { COMMUNES, SEARCH_HITS, TODAY } from './ui-fixtures.ts'
import { emptyIndicators, illustrationIndicators } from './ui-indicators.ts'
import { illustrationDeadSpots, illustrationGaps } from './ui-signal.ts'

interface Query {
  asOf?: string
  q?: string
  technology?: string
}
const KNOWN_AT = '2026-11-22T02:00:00.000Z'

/** The web build over answers made up for the interface's tests, with the real server's headers. For tests only. */
export async function startUiServer({ port = 0, webDir = join(projectRoot, 'dist/web') } = {}) {
  const app = Fastify()
  sendSecurityHeaders(app)
  app.get('/api/communes', () => ({ communes: COMMUNES }))
  app.get<{ Params: { code: string }; Querystring: Query }>('/api/communes/:code/indicators', (request) => {
    const { code } = request.params
    const asOf = request.query.asOf ?? TODAY
    const indicators = code === '99999' ? illustrationIndicators(asOf) : emptyIndicators(code, asOf)
    return { asOf, knownAt: KNOWN_AT, computedAt: KNOWN_AT, indicators }
  })
  app.get<{ Querystring: Query }>('/api/communes/:code/dead-spots', ({ query }) =>
    illustrationDeadSpots(query.asOf ?? TODAY)
  )
  app.get<{ Params: { code: string }; Querystring: Query }>(
    '/api/communes/:code/gaps',
    ({ query, params }) => ({
      ...illustrationDeadSpots(query.asOf ?? TODAY),
      parameters: { k: 5, d: 100, technology: query.technology ?? '5G' },
      gaps: params.code === '99999' ? illustrationGaps() : [],
      withheld: params.code === '99999' ? 2 : 0,
      missing: [],
      reason: params.code === '99999' ? null : 'no_data'
    })
  )
  app.get<{ Querystring: Query }>('/api/search', ({ query }) => ({
    hits: SEARCH_HITS.filter(({ name }) => plainText(name).includes(plainText(query.q ?? '')))
  }))
  app.get('/api/villages/:code/photos', () => ({ photos: [] }))
  app.get('/ogc/collections/:id/items', () => ({ type: 'FeatureCollection', features: [] }))
  app.get('/ogc/*', (_, reply) => reply.code(204).send())
  await app.register(fastifyStatic, { root: webDir })
  const url = await app.listen({ host: '127.0.0.1', port })
  return { url, stop: () => app.close() }
}
