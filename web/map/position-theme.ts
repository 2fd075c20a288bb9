import type { FeatureCollection } from 'geojson'
import type { Point } from './camera.svelte.ts'
import type { Position } from './locator.svelte.ts'
import type { Colour, DataSource, Theme } from './theme.ts'

const HERE: Colour = { light: '#0a63c9', dark: '#8ec2ff' }
const EDGE: Colour = { light: '#ffffff', dark: '#10181d' }
const EARTH_M = 6_371_008.8
const CORNERS = 64

export const positionSource: DataSource = { id: 'position', data: true }

/** The place and the circle that holds it, on a sphere: good to 0.5 %, far better than the accuracy it shows. */
export function positionFeatures(position: Position | null): FeatureCollection {
  if (!position) return { type: 'FeatureCollection', features: [] }
  const { lng, lat, accuracyM } = position
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [circle(position, accuracyM)] }
      },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } }
    ]
  }
}

function circle({ lng, lat }: Point, radiusM: number): [number, number][] {
  const radius = ((radiusM / EARTH_M) * 180) / Math.PI
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI
    return [
      lng + (radius * Math.sin(angle)) / Math.cos((lat * Math.PI) / 180),
      lat + radius * Math.cos(angle)
    ]
  })
}

export const positionTheme: Theme = {
  id: 'position',
  title: { vi: 'Vị trí của tôi', en: 'My location' },
  source: positionSource,
  layers: ({ flavour }) => [
    {
      id: 'accuracy',
      band: 'position',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': HERE[flavour], 'fill-opacity': 0.16, 'fill-outline-color': HERE[flavour] }
    },
    {
      id: 'point',
      band: 'position',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': HERE[flavour],
        'circle-stroke-color': EDGE[flavour],
        'circle-stroke-width': 3
      }
    }
  ],
  legend: () => []
}
