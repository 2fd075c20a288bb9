import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Bounds } from './camera.svelte.ts'

setWorkerUrl(workerUrl)

// MapLibre fetches in a worker, which has no page address to resolve '/ogc/…' against.
const transformRequest = (url: string) => ({ url: new URL(url, location.href).href })

/**
 * An empty map: this module is imported when one is mounted, so that the page with its table stands before the library
 * has arrived. `label` names it for screen readers.
 */
export function createMap(container: HTMLElement, [west, south, east, north]: Bounds, label: string) {
  return new MapLibreMap({
    container,
    transformRequest,
    // Without transitions another look is there in the very next frame, also when that frame is for paper.
    style: { version: 8, sources: {}, layers: [], transition: { duration: 0, delay: 0 } },
    bounds: [west, south, east, north],
    attributionControl: false,
    locale: { 'Map.Title': label },
    maxPitch: 0,
    pitchWithRotate: false,
    maxZoom: 19,
    fadeDuration: 150
  })
}
