import type { FeatureCollection, Geometry } from 'geojson'
import type { ImportLook } from '../../server/importing/contract.ts'
import { RING } from '../map/flavour.ts'
import type { Colour, DataSource, Theme } from '../map/theme.ts'

const FILE: Colour = { light: '#b3400a', dark: '#f2955c' }
const THERE: Colour = { light: '#0a63c9', dark: '#8ec2ff' }

export const importSource: DataSource = { id: 'import', data: true }

const feature = (geometry: Geometry, isNew: boolean) => ({
  type: 'Feature' as const,
  properties: { isNew },
  geometry
})

/** What a file brings over what is there. */
export const importFeatures = (
  shapes: ImportLook['shapes'],
  there: readonly { lng: number; lat: number }[]
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...there.map(({ lng, lat }) => feature({ type: 'Point', coordinates: [lng, lat] }, false)),
    // GeoJSON by the contract.
    ...shapes.map((shape) => feature(shape as Geometry, true))
  ]
})

export const importTheme: Theme = {
  id: 'import',
  title: { vi: 'Tệp đang nạp', en: 'The file' },
  source: importSource,
  layers: ({ flavour }) => [
    {
      id: 'ground',
      band: 'selection',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': FILE[flavour], 'fill-opacity': 0.22 }
    },
    {
      id: 'line',
      band: 'selection',
      type: 'line',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': FILE[flavour], 'line-width': 2.5 }
    },
    {
      id: 'point',
      band: 'finding',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['get', 'isNew'], 6, 5],
        'circle-color': ['case', ['get', 'isNew'], FILE[flavour], THERE[flavour]],
        'circle-stroke-color': RING[flavour],
        'circle-stroke-width': 2
      }
    }
  ],
  legend: () => []
}
