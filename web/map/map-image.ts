import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CameraState } from './camera.svelte.ts'
import type { LegendItem, Look } from './theme.ts'

/** What stands around the picture, in the language of the screen. */
export interface ImageFrame {
  title: string
  subtitle: string
  legend: readonly { heading: string; items: readonly { label: string; swatch: LegendItem['swatch'] }[] }[]
  /** Source and date, and that it is an illustration where it is one. */
  notes: readonly string[]
}

export async function composeImage(
  map: MapLibreMap,
  frame: ImageFrame,
  camera: CameraState,
  look: Look
): Promise<Blob | null> {
  void [frame, camera, look]
  return new Promise((resolve) => map.getCanvas().toBlob(resolve, 'image/png'))
}
