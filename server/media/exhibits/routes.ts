import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LRUCache } from 'lru-cache'
import type { Queryable } from '../../db/pool.ts'
import { panoramaTile, type Sha256 } from '../contract.ts'
import { noSuchFile } from '../problems.ts'
import { findPublicTiles } from '../queries.ts'
import { hasAlready } from '../send-file.ts'
import type { ByteStore } from '../store.ts'
import { readIndex, readTile, type TileIndex } from './tiles.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const INDEXES = 200

/** The parts of public panoramas. */
export const exhibitFileRoutes: FastifyPluginAsyncZod<{ db: Queryable; files: ByteStore }> = async (
  app,
  { db, files }
) => {
  const indexes = new LRUCache<Sha256, TileIndex>({ max: INDEXES })
  const indexOf = async (stored: Sha256) => {
    const index = indexes.get(stored) ?? (await readIndex(files, stored))
    if (index) indexes.set(stored, index)
    return index
  }

  app.get(
    panoramaTile.path,
    { schema: { params: panoramaTile.params, querystring: panoramaTile.query } },
    async (request, reply) => {
      const { sha256, col, row } = request.params
      const stored = await findPublicTiles(db, sha256)
      const index = stored && (await indexOf(stored))
      if (!stored || !index) throw noSuchFile()
      const headers = {
        'cache-control': FOR_EVER,
        'content-type': 'image/webp',
        'content-security-policy': "default-src 'none'; sandbox",
        etag: `"${sha256.slice(0, 16)}-${col}-${row}"`
      }
      if (hasAlready(request, headers.etag)) return reply.code(304).headers(headers).send()
      const tile = await readTile(files, stored, index, { col, row })
      if (!tile) throw noSuchFile()
      return reply.headers(headers).send(tile)
    }
  )
}
