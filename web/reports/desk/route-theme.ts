import type { FeatureCollection } from 'geojson'
import type { Place } from '../../../server/reports/contract.ts'
import { HALO, INK } from '../../map/flavour.ts'
import { SEMIBOLD } from '../../map/fonts.ts'
import type { Colour, DataSource, Theme } from '../../map/theme.ts'

const WALK: Colour = { light: '#0a63c9', dark: '#8ec2ff' }

export const routeSource: DataSource = { id: 'route', data: true }

/** The walk as a line and its points by their numbers. */
export function routeFeatures(start: Place | null, places: readonly Place[]): FeatureCollection {
  const line = [...(start ? [start] : []), ...places].map(({ lng, lat }) => [lng, lat])
  return {
    type: 'FeatureCollection',
    features: [
      ...(line.length > 1
        ? [
            {
              type: 'Feature' as const,
              properties: {},
              geometry: { type: 'LineString' as const, coordinates: line }
            }
          ]
        : []),
      ...places.map(({ lng, lat }, i) => ({
        type: 'Feature' as const,
        properties: { n: i + 1 },
        geometry: { type: 'Point' as const, coordinates: [lng, lat] }
      }))
    ]
  }
}

export const routeTheme: Theme = {
  id: 'route',
  title: { vi: 'Lộ trình', en: 'Route' },
  source: routeSource,
  layers: ({ flavour }) => [
    {
      id: 'walk',
      band: 'network',
      type: 'line',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': WALK[flavour], 'line-width': 3, 'line-dasharray': [2, 1.4] }
    },
    {
      id: 'number',
      band: 'position',
      type: 'symbol',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['to-string', ['get', 'n']],
        'text-font': SEMIBOLD,
        'text-size': 14,
        'text-offset': [0, -1.7],
        'text-overlap': 'always'
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 2 }
    }
  ],
  legend: () => []
}
