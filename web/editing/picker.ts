import type { Snippet } from 'svelte'

/** A point in degrees. */
export interface PickedPoint {
  lng: number
  lat: number
}

/** A map on which a point is chosen; given by the page, which alone knows all layers. */
export type Picker = Snippet<
  [title: string, help: string, start: PickedPoint | undefined, onpick: (point: PickedPoint | null) => void]
>
