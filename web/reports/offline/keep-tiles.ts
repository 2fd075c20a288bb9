import type { Bounds } from '../../map/camera.svelte.ts'
import { tileUrl } from '../../map/tile-url.ts'
import type { TileSource } from '../../map/theme.ts'
import { fetchVillages } from '../form/areas.ts'
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

interface KeptCommune {
  code: string
  bounds: Bounds
}
/** Where names stand on the map; what it answers is kept by the service worker on its way. */
type AskNames = (commune: string, asOf: null, signal: AbortSignal) => Promise<unknown>

/**
 * Reads the villages and the tiles of a commune once, so that the service worker keeps them: the map is drawn and the
 * village is found without a network. Ends quietly when there is none; it is done again the next time the app opens. The
 * returned function ends it.
 */
export function keepCommune(commune: KeptCommune, sources: readonly TileSource[], askNames: AskNames) {
  const end = new AbortController()
  if ('serviceWorker' in navigator) void keepAll(commune, sources, askNames, end.signal)
  return () => end.abort()
}

async function keepAll(
  { code, bounds }: KeptCommune,
  sources: readonly TileSource[],
  askNames: AskNames,
  signal: AbortSignal
) {
  await controlled()
  // Without a network both fail, and so would the tiles.
  const areas = [askNames(code, null, signal), fetchVillages(code, signal)]
  if ((await Promise.allSettled(areas)).some(({ status }) => status === 'rejected')) return
  for (const source of sources) if (!(await keepTiles(bounds, source, signal))) return
}

/** False: ended, or there is no network. */
async function keepTiles(area: Bounds, source: TileSource, signal: AbortSignal): Promise<boolean> {
  const template = tileUrl(source, null)
  for (const { z, x, y } of tilesOf(area, Math.max(FROM_ZOOM, source.minzoom), source.maxzoom, MOST)) {
    if (signal.aborted || !navigator.onLine) return false
    const address = template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
    // One at a time: what the reporter does comes first.
    if (!(await isRead(new URL(address, location.href), signal))) return false
  }
  return true
}
