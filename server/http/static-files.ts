import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const HASHED = `${sep}assets${sep}`

/** Pages beside the map: the address without a file's ending, and the file that answers it. */
const PAGES = {
  '/phan-anh': 'phan-anh.html',
  '/can-bo': 'can-bo.html',
  '/embed': 'embed.html'
} as const
type Page = keyof typeof PAGES

interface Given {
  webDir: string
  /** Headers of a page that hang on what somebody set. */
  headersOf: Partial<Record<Page, () => Promise<Record<string, string>>>>
}

/** The web build: `/` and its files. Files with a hash in their name may be kept for ever, the rest is asked again. */
export const staticFiles: FastifyPluginAsync<Given> = async (app, { webDir, headersOf }) => {
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
  for (const path of Object.keys(PAGES) as Page[]) {
    // the keys of a constant object are its names
    const file = PAGES[path]
    if (!existsSync(join(webDir, file))) continue
    app.get(path, async (_, reply) => reply.headers((await headersOf[path]?.()) ?? {}).sendFile(file))
  }
}
