import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { answerAreas, answerTile, isAreas, isTile } from './tile-cache.ts'
import type { WorkerScope } from './worker-scope.ts'

// The build puts the list of files in place of exactly these words, so the name `self` has to stay.
declare const self: WorkerScope & typeof globalThis

/** Open data that the route's screen names things by. Nothing below /api/staff is ever kept here. */
const isKept = (url: URL) => isAreas(url) || url.pathname === '/api/report-categories'

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate')
    return event.respondWith(appShell({ event, request, url: new URL(request.url) }))
  if (isTile(url)) event.respondWith(answerTile(request, (work) => event.waitUntil(work)))
  else if (isKept(url)) event.respondWith(answerAreas(request))
})

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
const appShell = createHandlerBoundToURL('/can-bo.html')
