import type { Bounds } from '../../map/camera.svelte.ts'
import { tileUrl } from '../../map/tile-url.ts'
import type { TileSource } from '../../map/theme.ts'
import { tilesOf } from './tiles-of.ts'

/** From the whole commune down to the last zoom that has tiles of its own. */
const FROM_ZOOM = 10
const MOST = 400

/** Resolves when the service worker hears what the page asks for; at the first visit that is a moment later. */
async function controlled() {
  await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller) return
  await new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  )
}

/** Whether an answer came whole; false without a network, or when ended meanwhile. */
async function isRead(address: URL, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/**
 * Reads the tiles of a commune once, so that the service worker keeps them and the map is drawn without a network. Ends
 * quietly when there is none, or when ended: it is done again the next time the app opens.
 */
export async function keepTiles(area: Bounds, sources: readonly TileSource[], signal: AbortSignal) {
  if (!('serviceWorker' in navigator)) return
  await controlled()
  for (const source of sources) {
    const template = tileUrl(source, null)
    for (const { z, x, y } of tilesOf(area, Math.max(FROM_ZOOM, source.minzoom), source.maxzoom, MOST)) {
      if (signal.aborted || !navigator.onLine) return
      const address = template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
      // One at a time: what the reporter does comes first.
      if (!(await isRead(new URL(address, location.href), signal))) return
    }
  }
}
