import type { FeatureCollection, Point } from 'geojson'
import { byZoom } from '../map/expressions.ts'
import { HALO } from '../map/flavour.ts'
import { SEMIBOLD } from '../map/fonts.ts'
import type { DataSource, Theme } from '../map/theme.ts'
import type { CommuneOutline } from './commune-outline.ts'
import { COMMUNE_EDGE } from './theme.ts'

/** One name for the commune that is open: tiles would repeat it in every piece that they cut it into. */
export const communeNameSource: DataSource = { id: 'commune_name', data: true }

/** Inside, where nothing else is named; above its northernmost corner, where villages have their names inside. */
export function communeNameFeatures(
  name: string,
  outline: CommuneOutline | null,
  hasVillages: boolean
): FeatureCollection<Point> {
  const at = hasVillages ? outline?.top : outline?.inside
  const properties = { name, anchor: hasVillages ? 'bottom' : 'center' }
  const geometry = { type: 'Point' as const, coordinates: at ?? [] }
  return { type: 'FeatureCollection', features: at ? [{ type: 'Feature', properties, geometry }] : [] }
}

export const communeNameTheme: Theme = {
  id: 'commune_name',
  title: { vi: 'Tên xã đang xem', en: 'Name of the commune' },
  source: communeNameSource,
  layers: ({ flavour }) => [
    {
      id: 'name',
      band: 'area_label',
      type: 'symbol',
      minzoom: 7,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': byZoom([7, 12], [11, 16], [15, 19]),
        'text-anchor': ['get', 'anchor'],
        'text-offset': [0, -0.2],
        'text-overlap': 'always'
      },
      paint: { 'text-color': COMMUNE_EDGE[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 2 }
    }
  ],
  legend: () => []
}
