import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry
} from 'workbox-precaching'
import { answerAreas, answerTile, isAreas, isTile } from './tile-cache.ts'

/** The part of a service worker's scope that is used here; the project's own types are those of a page. */
interface WorkerScope {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

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
