import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { PlaceShape } from '../../server/editing/contract.ts'
import { INK_SOFT, RING } from '../map/flavour.ts'
import type { Colour, DataSource, Theme } from '../map/theme.ts'

const LATER: Colour = { light: '#0f5c73', dark: '#7cc7dd' }

export const compareSource: DataSource = { id: 'versions', data: true }

const featureOf = (version: 'earlier' | 'later', shape: PlaceShape): Feature => ({
  type: 'Feature',
  properties: { version },
  geometry: shape as Geometry // as the server keeps it
})

/** Two shapes of one place, the later above. */
export const compareFeatures = (earlier: PlaceShape, later: PlaceShape): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [featureOf('earlier', earlier), featureOf('later', later)]
})

/** The earlier shape dashed, the later one filled. */
export const compareTheme: Theme = {
  id: 'versions',
  title: { vi: 'Hai bản', en: 'Two versions' },
  source: compareSource,
  layers: ({ flavour }) => {
    const isLater = ['==', ['get', 'version'], 'later']
    const colour = ['case', isLater, LATER[flavour], INK_SOFT[flavour]] as never
    return [
      {
        id: 'area',
        band: 'selection',
        type: 'fill',
        filter: ['all', isLater as never, ['!=', ['geometry-type'], 'Point']],
        paint: { 'fill-color': colour, 'fill-opacity': 0.2 }
      },
      {
        id: 'later',
        band: 'selection',
        type: 'line',
        filter: isLater as never,
        paint: { 'line-color': colour, 'line-width': 3 }
      },
      {
        id: 'earlier',
        band: 'selection',
        type: 'line',
        filter: ['!', isLater as never],
        paint: { 'line-color': colour, 'line-width': 3, 'line-dasharray': [2, 1.5] }
      },
      {
        id: 'point',
        band: 'finding',
        type: 'circle',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 8,
          'circle-color': colour,
          'circle-stroke-color': RING[flavour],
          'circle-stroke-width': 2
        }
      }
    ]
  },
  legend: () => []
}
