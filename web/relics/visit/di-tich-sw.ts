import { findKept } from './kept.ts'
import { answerRange } from './range.ts'
import { soonest } from './soonest.ts'
import type { WorkerScope } from './worker-scope.ts'

// It comes with the first pack that somebody keeps, and stands in only where there is no network.
declare const self: WorkerScope & typeof globalThis

const PICTURE = /^\/iiif\/([0-9a-f]{64})\//
const FILE = /^\/(api\/media\/[0-9a-f]{64}$|iiif\/|fonts\/|di-tich\/[a-z0-9-]+\.js$)/

const NOT_KEPT = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Không có mạng · Offline</title><h1>Không có mạng</h1>
<p>Trang này chưa được lưu vào máy. Hãy quay lại tuyến đã lưu, hoặc mở trang khi có mạng.</p>
<p lang="en">There is no network, and this page was not saved on this device. Go back to the saved tour, or open it with a network.</p></html>`

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(answerPage(request, url.pathname))
  else if (FILE.test(url.pathname)) event.respondWith(answerFile(request, url.pathname))
})

/** A page that was not kept is told of where there is no network. */
async function answerPage(request: Request, path: string): Promise<Response> {
  try {
    return await soonest(fetch(request), await findKept(path))
  } catch {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return new Response(NOT_KEPT, { status: 503, headers })
  }
}

/** A picture is kept once, whatever size of it a page asks for. */
const keptPath = (path: string) =>
  path.replace(PICTURE, '/api/media/$1/').replace(/(media\/[0-9a-f]{64})\/.*$/, '$1')

/** A kept file comes in parts where a player asks so. */
async function answerFile(request: Request, path: string): Promise<Response> {
  const kept = await findKept(keptPath(path))
  const range = request.headers.get('range')
  return soonest(fetch(request), kept && range !== null ? await answerRange(kept, range) : kept)
}
