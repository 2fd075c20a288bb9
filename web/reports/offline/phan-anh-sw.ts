import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { answerAreas, answerTile, isAreas, isTile } from './tile-cache.ts'
import type { FetchEvent, WorkerScope } from './worker-scope.ts'

// The build puts the list of files in place of exactly these words, so the name `self` has to stay.
declare const self: WorkerScope & typeof globalThis

/** The app itself; pages of single reports are the network's while there is one. */
const APP = '/phan-anh'

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate') return event.respondWith(answerPage(event, url.pathname))
  if (isTile(url)) event.respondWith(answerTile(request, (work) => event.waitUntil(work)))
  else if (isAreas(url)) event.respondWith(answerAreas(request))
})

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
const appShell = createHandlerBoundToURL('/phan-anh.html')

/** The app opens from the phone; any other page under it comes from the network, and without one the app stands in. */
async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const shell = () => appShell({ event, request: event.request, url: new URL(event.request.url) })
  if (path === APP) return shell()
  return fetch(event.request).catch(shell)
}
