import type { Snippet } from 'svelte'
import type { Bounds } from '../map/camera.svelte.ts'
import type { MapView } from '../map/map-view.svelte.ts'
import type { Picker } from './picker.ts'

/** What maps of this section are made of; given by the page, which alone knows all layers. */
export interface Maps {
  picker: Picker
  /** Draws the ground in a view, with what lies over it. */
  ground: Snippet<[view: MapView, bounds: Bounds | undefined, over: Snippet]>
  /** Where a map begins: one's commune. */
  bounds: Bounds | undefined
}
