import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { mediaHealth, publicMedia, staffMedia, type MayReadMedia } from './contract.ts'
import type { PreviewOf } from './previews.ts'
import { noSuchFile } from './problems.ts'
import { countDamaged, findMedia, findPublic } from './queries.ts'
import { fileHeaders, hasAlready, sendFile } from './send-file.ts'
import type { ByteStore } from './store.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
/** The browser may show it again to the one who was allowed to see it; nobody on the way keeps it. */
const NOT_KEPT = 'private, no-store'

interface MediaRoutes {
  db: Queryable
  files: ByteStore
  previewOf: PreviewOf
  who: Who
  mayRead: MayReadMedia
}

/** Files to whoever may see them: public ones to anyone, originals to staff who may see their report. */
export const mediaRoutes: FastifyPluginAsyncZod<MediaRoutes> = async (
  app,
  { db, files, previewOf, who, mayRead }
) => {
  app.get(
    publicMedia.path,
    { schema: { params: publicMedia.params, querystring: publicMedia.query } },
    async (request, reply) => {
      const { sha256 } = request.params
      const found = await findPublic(db, sha256)
      if (!found) throw noSuchFile()
      return sendFile(request, reply, files, { ...found, sha256, cacheControl: FOR_EVER })
    }
  )

  app.get(
    staffMedia.path,
    {
      schema: { params: staffMedia.params, querystring: staffMedia.query },
      config: { right: 'report.read' }
    },
    async (request, reply) => {
      const { sha256 } = request.params
      const { report, size } = request.query
      const isTheirs = await mayRead(who.actorOf(request), report, sha256)
      const found = isTheirs ? await findMedia(db, sha256) : undefined
      if (!found || (size && found.kind !== 'image')) throw noSuchFile()
      if (!size) return sendFile(request, reply, files, { ...found, cacheControl: NOT_KEPT })
      const headers = fileHeaders({ sha256, mime: 'image/webp', cacheControl: NOT_KEPT })
      const { 'accept-ranges': _, ...whole } = { ...headers, etag: `"${sha256}-thumbnail"` }
      if (hasAlready(request, whole.etag)) return reply.code(304).headers(whole).send()
      return reply.headers(whole).send(await previewOf(found.stored, 'thumbnail'))
    }
  )

  app.get(
    mediaHealth.path,
    { schema: { querystring: mediaHealth.query, response: { 200: mediaHealth.reply } }, logLevel: 'warn' },
    async (_request, reply) => {
      const counts = await countDamaged(db)
      void reply.header('cache-control', 'no-store')
      return { status: counts.damaged > 0 ? ('damaged' as const) : ('ok' as const), ...counts }
    }
  )
}
