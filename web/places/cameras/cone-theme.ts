import type { Feature, FeatureCollection } from 'geojson'
import type { StaffCamera } from '../../../server/places/camera-contract.ts'
import { RING } from '../../map/flavour.ts'
import type { Colour, DataSource, Theme } from '../../map/theme.ts'
import { coneOf } from './cone.ts'

const WORKING: Colour = { light: '#1a5fa6', dark: '#86bdf2' }
const OTHER: Colour = { light: '#a8430a', dark: '#f7a56d' }

export const coneSource: DataSource = { id: 'camera_cones', data: true }

const featuresOf = (camera: StaffCamera): Feature[] => {
  const properties = { works: camera.state === 'working' }
  const ring = coneOf(camera)
  const { lng, lat } = camera
  return [
    ...(ring
      ? [
          {
            type: 'Feature' as const,
            properties,
            geometry: { type: 'Polygon' as const, coordinates: [ring] }
          }
        ]
      : []),
    { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lng, lat] } }
  ]
}

/** Every camera as a point, and what it sees as an area where that is known. */
export const coneFeatures = (cameras: readonly StaffCamera[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cameras.flatMap(featuresOf)
})

/** What cameras see; only for those who keep them. */
export const coneTheme: Theme = {
  id: 'camera_cones',
  title: { vi: 'Vùng quan sát của camera', en: 'What cameras see' },
  source: coneSource,
  layers: ({ flavour }) => {
    const colour = ['case', ['get', 'works'], WORKING[flavour], OTHER[flavour]]
    return [
      {
        id: 'cone',
        band: 'network',
        type: 'fill',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour as never, 'fill-opacity': 0.28 }
      },
      {
        id: 'edge',
        band: 'network',
        type: 'line',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'line-color': colour as never, 'line-width': 1.5 }
      },
      {
        id: 'camera',
        band: 'point',
        type: 'circle',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 6,
          'circle-color': colour as never,
          'circle-stroke-color': RING[flavour],
          'circle-stroke-width': 2
        }
      }
    ]
  },
  legend: () => []
}
