// `npm run dev`: the server from its sources, started again at each change, and Vite in front of it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const PROXIED = ['/api', '/ogc', '/open311', '/health']
/** Pages beside the map, as `server/http/static-files.ts` has them; what lies below an address is the server's own. */
const PAGES = ['/phan-anh', '/can-bo', '/embed']
const WORKERS = PAGES.map((page) => `${page}-sw.js`)
const isIcon = (address) => address.endsWith('.png')

/** The pages at their addresses. A browser that keeps the built app forgets it: its service worker is not found. */
const pagesPlugin = {
  name: 'dia-ban-pages',
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname, search } = new URL(request.url, 'http://localhost')
      if (WORKERS.includes(pathname)) {
        response.statusCode = 404
        return response.end()
      }
      if (PAGES.includes(pathname)) request.url = `${pathname}.html${search}`
      next()
    })
  }
}

/** Runs both until Ctrl+C; ends when the server's watcher ends. */
export async function startDevelopment(root) {
  const { PORT: port, TLS_CERT: cert } = process.env
  const target = `${cert ? 'https' : 'http'}://127.0.0.1:${port || 8080}`
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server/main.ts'], {
    cwd: root,
    stdio: 'inherit'
  })
  const { createServer } = await import('vite')
  const proxy = { target, changeOrigin: false, secure: false }
  const below = PAGES.map((page) => [
    `^${page}/`,
    { ...proxy, bypass: ({ url }) => (isIcon(url) ? url : undefined) }
  ])
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    configLoader: 'runner',
    publicDir: 'reports/app-files',
    plugins: [pagesPlugin],
    // The server is told the address that the browser sees: its links must lead back here. Its certificate names
    // another machine than this loop.
    server: {
      proxy: Object.fromEntries([...PROXIED.map((path) => [path, proxy]), ...below])
    }
  })
  await vite.listen()
  vite.printUrls()
  // Vite would end this process at once, before the server has closed its database.
  process.removeAllListeners('SIGTERM')
  let isAsked = false
  process.once('SIGTERM', (signal) => {
    isAsked = true
    server.kill(signal)
  })
  // The terminal sends Ctrl+C to the watcher too.
  process.once('SIGINT', () => undefined)
  server.once('exit', async (code) => {
    await vite.close()
    // The watcher answers a signal with a code of its own.
    process.exit(isAsked ? 0 : (code ?? 0))
  })
}
