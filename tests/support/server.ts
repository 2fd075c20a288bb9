import type { FastifyServerOptions } from 'fastify'
import { buildApp, type AppDependencies } from '../../server/app.ts'
import { openTestDatabase } from './test-database.ts'

/** Weak and quick: no test is about how strong a hash is. */
export const PASSWORD_COST = { memoryCost: 64, timeCost: 1 }

type Options = Partial<AppDependencies['config']> & {
  /** Listen on 127.0.0.1 with a free port; `url` is then its address. Default false: use `app.inject`. */
  listen?: boolean
  webDir?: string
  isReady?: () => boolean
  fastify?: FastifyServerOptions
  onRoute?: AppDependencies['onRoute']
}

/** The real application over this test file's own copy of the migrated database, on the engine of the project. */
export async function startServer({
  listen = false,
  webDir,
  isReady,
  fastify,
  onRoute,
  ...config
}: Options = {}) {
  const database = await openTestDatabase()
  const app = buildApp(
    {
      ...database.http,
      passwordCost: PASSWORD_COST,
      config: {
        publicUrl: undefined,
        trustedProxies: [],
        demo: false,
        dataDir: database.environment.DATA_DIR,
        ...config
      },
      ...(isReady ? { isReady } : {}),
      ...(webDir ? { webDir } : {}),
      ...(onRoute ? { onRoute } : {})
    },
    fastify
  )
  const url = listen ? await app.listen({ host: '127.0.0.1', port: 0 }) : ''
  return {
    app,
    db: database.db,
    environment: database.environment,
    url,
    async stop() {
      await app.close()
      await database.close()
    }
  }
}

/** What `startServer` gives. */
export type TestServer = Awaited<ReturnType<typeof startServer>>
