import { tmpdir } from 'node:os'
import Fastify from 'fastify'
import { buildApp } from '../../server/app.ts'
import { encodedTileSql } from '../../server/collections/tiles/tile-sql.ts'
import { createPool } from '../../server/db/pool.ts'
import { registry } from '../../server/themes.ts'
import { TILE_COLLECTIONS } from './tile-set.ts'

// The servers of the bench, in a process of their own: the program, and beside it the yardsticks that do as little as
// can be done. Started with the database's URL; tells its parent the two ports.

const [databaseUrl = ''] = process.argv.slice(2)
const log = { warn: (message: string) => void process.stderr.write(`${message}\n`) }
const MVT = 'application/vnd.mapbox-vector-tile'

interface TileRequest {
  Params: { z: string; row: string; col: string }
  Querystring: { datetime: string }
}

/** A Fastify over pg that runs the program's tile query and nothing else; and one that answers bytes given to it. */
function bareServer() {
  const db = createPool({ connectionString: databaseUrl }, log)
  const collections = TILE_COLLECTIONS.flatMap((id) => registry.find(id) ?? [])
  const sqlAt = (zoom: number) => encodedTileSql(collections.filter(({ zoom: { min } }) => zoom >= min))
  const sqlOf = new Map(Array.from({ length: 15 }, (_, zoom) => [String(zoom), sqlAt(zoom)]))
  const bodies = new Map<string, Buffer>()
  const app = Fastify()
  app.get<TileRequest>('/bare/:z/:row/:col', async ({ params: { z, row, col }, query }, reply) => {
    const { rows } = await db.query<{ tile: Buffer }>(sqlOf.get(z) ?? '', [z, col, row, query.datetime])
    return reply.type(MVT).send(rows[0]?.tile)
  })
  app.addContentTypeParser(MVT, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.put<{ Params: { name: string }; Body: Buffer }>('/empty/:name', async ({ params, body }) => {
    bodies.set(params.name, body)
    return {}
  })
  app.get<{ Params: { name: string } }>('/empty/:name', (request, reply) => {
    void reply.header('content-type', MVT).send(bodies.get(request.params.name))
  })
  return app
}

async function main() {
  const db = createPool({ connectionString: databaseUrl }, log)
  const config = { publicUrl: undefined, trustedProxies: [], demo: false, dataDir: tmpdir() }
  const app = buildApp({ db, readDb: db, config })
  const bare = bareServer()
  const appAddress = await app.listen({ host: '127.0.0.1', port: 0 })
  const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 })
  const portOf = (address: string) => Number(new URL(address).port)
  process.send?.({ app: portOf(appAddress), bare: portOf(bareAddress) })
  process.on('disconnect', () => process.exit(0))
}

await main()
