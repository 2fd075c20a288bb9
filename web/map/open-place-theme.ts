import type { FeatureCollection } from 'geojson'
import type { Point } from './camera.svelte.ts'
import { INK, RING } from './flavour.ts'
import type { DataSource, Theme } from './theme.ts'

/** Around the largest icon, CSS pixels. */
const RADIUS_PX = 14

export const openPlaceSource: DataSource = { id: 'open_place', data: true }

export const openPlaceFeatures = ({ lng, lat }: Point): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } }]
})

/** Which of the small things the card speaks of. */
export const openPlaceTheme: Theme = {
  id: 'open_place',
  title: { vi: 'Nơi đang xem', en: 'Open place' },
  source: openPlaceSource,
  layers: ({ flavour }) => [
    {
      id: 'edge',
      band: 'position',
      type: 'circle',
      paint: {
        'circle-radius': RADIUS_PX - 1,
        'circle-opacity': 0,
        'circle-stroke-color': RING[flavour],
        'circle-stroke-width': 5
      }
    },
    {
      id: 'ring',
      band: 'position',
      type: 'circle',
      paint: {
        'circle-radius': RADIUS_PX,
        'circle-opacity': 0,
        'circle-stroke-color': INK[flavour],
        'circle-stroke-width': 2.5
      }
    }
  ],
  legend: () => []
}
