import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { INK_SOFT } from '../../map/flavour.ts'
import type { Colour, DataSource, Theme } from '../../map/theme.ts'
import type { PlaceShape } from '../../../server/editing/contract.ts'
import type { Corner, Parts } from './parts.ts'

const FAULT: Colour = { light: '#a3242c', dark: '#ff9d9d' }
const CHOSEN: Colour = { light: '#0a63c9', dark: '#8ec2ff' }

export const shapeSource: DataSource = { id: 'shape_marks', data: true }

/** What is seen beside the area that is drawn. */
interface Marks {
  /** Where its border crosses itself. */
  crossings: readonly Corner[]
  /** The corner that keys move. */
  corner: Corner | undefined
  neighbours: readonly PlaceShape[]
  /** What is drawn, with its holes. */
  area: Parts
  overlaps: readonly Parts[]
}

const feature = (kind: string, geometry: Geometry): Feature => ({
  type: 'Feature',
  properties: { kind },
  geometry
})
const point = (kind: string, corner: Corner) =>
  feature(kind, { type: 'Point', coordinates: corner as unknown as Position }) // only read

const areaOf = (kind: string, parts: Parts) =>
  feature(kind, { type: 'MultiPolygon', coordinates: parts as unknown as Position[][][] }) // only read

export const shapeMarks = ({ crossings, corner, neighbours, area, overlaps }: Marks): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [
    ...neighbours.map((shape) => feature('neighbour', shape as Geometry)), // as the server keeps it
    areaOf('area', area),
    ...overlaps.map((parts) => areaOf('overlap', parts)),
    ...crossings.map((place) => point('crossing', place)),
    ...(corner ? [point('corner', corner)] : [])
  ]
})

/** The neighbours, the border's faults and the chosen corner; the border itself is the drawing tool's. */
export const shapeTheme: Theme = {
  id: 'shape_marks',
  title: { vi: 'Hình đang vẽ', en: 'Shape being drawn' },
  source: shapeSource,
  layers: ({ flavour }) => [
    {
      id: 'neighbour',
      band: 'selection',
      type: 'line',
      filter: ['==', ['get', 'kind'], 'neighbour'],
      paint: { 'line-color': INK_SOFT[flavour], 'line-width': 2, 'line-dasharray': [3, 2] }
    },
    {
      id: 'area',
      band: 'selection',
      type: 'fill',
      filter: ['==', ['get', 'kind'], 'area'],
      paint: { 'fill-color': CHOSEN[flavour], 'fill-opacity': 0.14 }
    },
    {
      id: 'overlap',
      band: 'selection',
      type: 'fill',
      filter: ['==', ['get', 'kind'], 'overlap'],
      paint: { 'fill-color': FAULT[flavour], 'fill-opacity': 0.45 }
    },
    {
      id: 'corner',
      band: 'finding',
      type: 'circle',
      filter: ['==', ['get', 'kind'], 'corner'],
      paint: {
        'circle-radius': 13,
        'circle-opacity': 0,
        'circle-stroke-color': CHOSEN[flavour],
        'circle-stroke-width': 3
      }
    },
    {
      id: 'crossing',
      band: 'finding',
      type: 'circle',
      filter: ['==', ['get', 'kind'], 'crossing'],
      paint: {
        'circle-radius': 15,
        'circle-color': FAULT[flavour],
        'circle-opacity': 0.2,
        'circle-stroke-color': FAULT[flavour],
        'circle-stroke-width': 4
      }
    }
  ],
  legend: () => []
}
