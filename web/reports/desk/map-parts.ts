import type { Snippet } from 'svelte'
import type { SearchHit } from '../../../server/areas/contract.ts'
import type { Bounds } from '../../map/camera.svelte.ts'
import type { MapView } from '../../map/map-view.svelte.ts'

/** Draws the ground in a view, with what lies over it; given by the page, which alone knows all layers. */
export type GroundOfMap = Snippet<[view: MapView, bounds: Bounds | undefined, over: Snippet]>

/** What maps of the desk are made of that other themes bring. */
export interface MapParts {
  ground: GroundOfMap
  /** Finds a village or a place by its name. */
  search: Snippet<[onpick: (hit: SearchHit) => void]>
}
