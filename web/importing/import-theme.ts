import type { FeatureCollection, Geometry } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
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
  there: ImportLook['shapes']
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    // GeoJSON by the contract.
    ...there.map((shape) => feature(shape as Geometry, false)),
    ...shapes.map((shape) => feature(shape as Geometry, true))
  ]
})

export const importTheme: Theme = {
  id: 'import',
  title: { vi: 'Tệp đang nạp', en: 'The file' },
  source: importSource,
  layers: ({ flavour }) => {
    const colour: ExpressionSpecification = ['case', ['get', 'isNew'], FILE[flavour], THERE[flavour]]
    return [
      {
        id: 'ground',
        band: 'selection',
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour, 'fill-opacity': ['case', ['get', 'isNew'], 0.22, 0.08] }
      },
      {
        id: 'line',
        band: 'selection',
        type: 'line',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'line-color': colour, 'line-width': ['case', ['get', 'isNew'], 2.5, 1.5] }
      },
      {
        id: 'point',
        band: 'finding',
        type: 'circle',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': ['case', ['get', 'isNew'], 6, 5],
          'circle-color': colour,
          'circle-stroke-color': RING[flavour],
          'circle-stroke-width': 2
        }
      }
    ]
  },
  legend: () => []
}
