import type { FeatureCollection, Point } from 'geojson'
import { atZoom, byZoom } from '../map/expressions.ts'
import { HALO, INK } from '../map/flavour.ts'
import { SEMIBOLD } from '../map/fonts.ts'
import type { DataSource, Theme } from '../map/theme.ts'

/** One name per village: tiles would repeat it in every piece that they cut a village into. */
export const villageLabelSource: DataSource = { id: 'village_labels', data: true }

/** `lines`: the name as it is broken; `note`: what the figure is there, '' for none. */
export interface VillageLabel {
  lines: string
  note: string
  at: [lng: number, lat: number]
}
export const villageLabels = (labels: readonly VillageLabel[]) =>
  ({
    type: 'FeatureCollection',
    features: labels.map(({ at, ...properties }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: at }
    }))
  }) satisfies FeatureCollection<Point>

const SIZES = [
  [10.5, 11],
  [14, 14],
  [17, 17]
] as const
/** From here on the figure stands below the name, so that it need not be read off the colour. */
export const NOTES_FROM_ZOOM = 12
const NOTE_SCALE = 0.9

/** Letters of names at this zoom, CSS pixels. */
export const nameSizePx = (zoom: number) => atZoom(zoom, ...SIZES)

export const villageNameTheme: Theme = {
  id: 'village_names',
  title: { vi: 'Tên thôn', en: 'Village names' },
  source: villageLabelSource,
  layers: ({ flavour }) => [
    {
      id: 'name',
      band: 'area_label',
      type: 'symbol',
      minzoom: 10.5,
      layout: {
        'text-field': ['format', ['get', 'lines'], {}, ['get', 'note'], { 'font-scale': NOTE_SCALE }],
        'text-font': SEMIBOLD,
        'text-size': byZoom(...SIZES),
        // Broken by the page, which has measured it.
        'text-max-width': 100,
        'text-padding': 0,
        // Which of them would cover one another the page has settled as well.
        'text-overlap': 'always'
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.8 }
    }
  ],
  legend: () => []
}
