import type { Feature, FeatureCollection } from 'geojson'
import type { MapTour } from '../../../server/relics/tour-map-contract.ts'
import type { Bounds } from '../../map/camera.svelte.ts'
import { HALO } from '../../map/flavour.ts'
import { REGULAR } from '../../map/fonts.ts'
import type { Colour, DataSource, Theme } from '../../map/theme.ts'

/** Of no rank and no figure, in both flavours. */
export const TOUR_COLOUR: Colour = { light: '#6a2c91', dark: '#d9b3f7' }
const NUMBER: Colour = { light: '#ffffff', dark: '#1b1023' }
/** Beside the relic's own sign, at its upper right. */
const BESIDE: [number, number] = [13, -13]

export const tourSource: DataSource = { id: 'relic_tour', data: true }

const lineOf = (isWay: boolean, coordinates: [number, number][]): Feature => ({
  type: 'Feature',
  properties: { isWay },
  geometry: { type: 'LineString', coordinates }
})

/** The way as it was drawn, else straight from stop to stop; the stops with their numbers from 1. */
export function tourFeatures({ way, stops }: Pick<MapTour, 'way' | 'stops'>): FeatureCollection {
  const straight = stops.map(({ lng, lat }): [number, number] => [lng, lat])
  const line = way ?? (straight.length > 1 ? straight : null)
  const points = straight.map((coordinates, index): Feature => ({
    type: 'Feature',
    properties: { number: String(index + 1) },
    geometry: { type: 'Point', coordinates }
  }))
  return { type: 'FeatureCollection', features: [...(line ? [lineOf(way !== null, line)] : []), ...points] }
}

/** West, south, east, north of all of it; null where no stop is left. */
export function tourBounds({ way, stops }: Pick<MapTour, 'way' | 'stops'>): Bounds | null {
  if (stops.length === 0) return null
  const all = [...(way ?? []), ...stops.map(({ lng, lat }): [number, number] => [lng, lat])]
  const of = (axis: 0 | 1) => all.map((position) => position[axis])
  return [Math.min(...of(0)), Math.min(...of(1)), Math.max(...of(0)), Math.max(...of(1))]
}

/** A tour of relics: solid where somebody drew its way, dashed where it only joins the stops. */
export const tourTheme: Theme = {
  id: 'relic_tour',
  title: { vi: 'Tuyến tham quan', en: 'Tour' },
  source: tourSource,
  layers: ({ flavour }) => [
    {
      id: 'casing',
      band: 'network',
      type: 'line',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': HALO[flavour], 'line-width': 7 }
    },
    {
      id: 'way',
      band: 'network',
      type: 'line',
      filter: ['==', ['get', 'isWay'], true],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': TOUR_COLOUR[flavour], 'line-width': 4 }
    },
    {
      id: 'straight',
      band: 'network',
      type: 'line',
      filter: ['==', ['get', 'isWay'], false],
      paint: { 'line-color': TOUR_COLOUR[flavour], 'line-width': 3, 'line-dasharray': [2.5, 1.5] }
    },
    {
      id: 'stop',
      band: 'finding',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 10,
        'circle-color': TOUR_COLOUR[flavour],
        'circle-stroke-color': HALO[flavour],
        'circle-stroke-width': 1.5,
        'circle-translate': BESIDE
      }
    },
    {
      id: 'number',
      band: 'finding',
      type: 'symbol',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'number'],
        'text-font': REGULAR,
        'text-size': 12,
        'text-overlap': 'always',
        'text-ignore-placement': true
      },
      paint: { 'text-color': NUMBER[flavour], 'text-translate': BESIDE }
    }
  ],
  legend: () => []
}
