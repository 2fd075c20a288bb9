import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const HASHED = `${sep}assets${sep}`

/** Pages beside the map: the address without a file's ending, and the file that answers it. */
const PAGES = { '/phan-anh': 'phan-anh.html', '/can-bo': 'can-bo.html' } as const

/** The web build: `/` and its files. Files with a hash in their name may be kept for ever, the rest is asked again. */
export const staticFiles: FastifyPluginAsync<{ webDir: string }> = async (app, { webDir }) => {
  if (!existsSync(join(webDir, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      const forEver = path.includes(HASHED)
      void reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    }
  })
  for (const [path, file] of Object.entries(PAGES)) {
    if (existsSync(join(webDir, file))) app.get(path, (_, reply) => reply.sendFile(file))
  }
}
