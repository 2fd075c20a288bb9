import type { FeatureCollection, Point } from 'geojson'
import type { VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK } from '../map/flavour.ts'
import { SEMIBOLD } from '../map/fonts.ts'
import type { DataSource, Theme } from '../map/theme.ts'

/** One name per village: tiles would repeat it in every piece that they cut a village into. */
export const villageLabelSource: DataSource = { id: 'village_labels', data: true }
export const villageLabels = (points: readonly { name: string; at: [number, number] }[]) =>
  ({
    type: 'FeatureCollection',
    features: points.map(({ name, at }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: at }
    }))
  }) satisfies FeatureCollection<Point>

/** Where a name may stand about its point, best first: anchor and distance in letters. */
const PLACES: readonly (readonly [anchor: string, offset: [number, number]])[] = [
  ['center', [0, 0]],
  ['bottom', [0, -1.1]],
  ['top', [0, 1.1]],
  ['left', [1.3, 0]],
  ['right', [-1.3, 0]],
  ['bottom-left', [0.9, -1.6]],
  ['bottom-right', [-0.9, -1.6]],
  ['top-left', [0.9, 1.6]],
  ['top-right', [-0.9, 1.6]],
  ['bottom', [0, -2.8]],
  ['top', [0, 2.8]],
  ['left', [3.2, 0]],
  ['right', [-3.2, 0]],
  ['top-left', [2.4, 2.4]],
  ['top-right', [-2.4, 2.4]],
  ['bottom', [0, -4.4]],
  ['top', [0, 4.4]]
]
/** Those that stay inside any village while villages are small on the screen. */
const NEAR = 9
const FAR_FROM_ZOOM = 12

const placesOf = (count: number): VariableAnchorOffsetCollectionSpecification => PLACES.slice(0, count).flat()

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
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': byZoom([10.5, 10.5], [14, 14], [17, 17]),
        'text-max-width': 7,
        'text-padding': 3,
        // Icons stand where they are; the name steps aside.
        'text-variable-anchor-offset': [
          'step',
          ['zoom'],
          ['literal', placesOf(NEAR)],
          FAR_FROM_ZOOM,
          ['literal', placesOf(PLACES.length)]
        ],
        // A name that would stand on another village or under an icon is left to the table.
        'text-overlap': ['step', ['zoom'], 'never', 13, 'always']
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.8 }
    }
  ],
  legend: () => []
}
