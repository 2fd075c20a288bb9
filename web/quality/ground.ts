import type { Snippet } from 'svelte'
import type { Bounds } from '../map/camera.svelte.ts'
import type { MapView } from '../map/map-view.svelte.ts'

/** Draws the ground in a view, with what lies over it; given by the page, which alone knows all layers. */
export type Ground = Snippet<[view: MapView, bounds: Bounds | undefined, over: Snippet]>
