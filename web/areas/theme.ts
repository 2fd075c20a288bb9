import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl'
import { byZoom, ifState } from '../map/expressions.ts'
import { HALO, INK, INK_SOFT } from '../map/flavour.ts'
import { REGULAR, SEMIBOLD } from '../map/fonts.ts'
import { hatch } from '../map/drawing.ts'
import type { Colour, DataSource, Theme, TileSource } from '../map/theme.ts'
import { UNKNOWN_GROUND, UNKNOWN_PATTERN, unknownImages } from '../map/unknown.ts'
import { AREA_SOURCE, VILLAGE_THEME } from '../map/village-states.ts'

const COMMUNE_EDGE: Colour = { light: '#7a1f52', dark: '#f0a9d0' }
const COMMUNE_GLOW: Colour = { light: 'rgba(122, 31, 82, 0.16)', dark: 'rgba(240, 169, 208, 0.18)' }
const VILLAGE_EDGE: Colour = { light: '#5d5a66', dark: '#aab4ba' }
const SELECTED: Colour = { light: '#101820', dark: '#ffffff' }
const SELECTED_CASING: Colour = { light: '#ffffff', dark: '#101820' }
const RESIDENTIAL: Colour = { light: '#a8714a', dark: '#d3a27c' }

const source: TileSource = {
  id: AREA_SOURCE,
  collections: ['communes', 'villages', 'residential_areas'],
  minzoom: 4,
  maxzoom: 14,
  promoteId: { communes: 'code', villages: 'code' }
}

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

export const communeTheme: Theme = {
  id: 'communes',
  title: { vi: 'Ranh giới xã, phường', en: 'Commune boundary' },
  source,
  layers: ({ flavour }) => [
    {
      id: 'glow',
      band: 'boundary',
      type: 'line',
      'source-layer': 'communes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': COMMUNE_GLOW[flavour], 'line-width': byZoom([7, 3], [12, 9], [16, 14]) }
    },
    {
      id: 'edge',
      band: 'boundary',
      type: 'line',
      'source-layer': 'communes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': COMMUNE_EDGE[flavour], 'line-width': byZoom([7, 0.8], [12, 2], [16, 3]) }
    },
    {
      id: 'name',
      band: 'area_label',
      type: 'symbol',
      'source-layer': 'communes',
      minzoom: 7,
      maxzoom: 10.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': byZoom([7, 11], [10, 15])
      },
      paint: { 'text-color': COMMUNE_EDGE[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.5 }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Ranh giới xã, phường', en: 'Commune boundary' },
      swatch: { kind: 'line', color: COMMUNE_EDGE[flavour], width: 2, casing: COMMUNE_GLOW[flavour] }
    }
  ]
}

/** The figure gives way to the ground the nearer one looks. */
const fading = (flag: string, opacity: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  13,
  ifState(flag, opacity, 0),
  16,
  ifState(flag, opacity * 0.7, 0)
]

/** `quiet`: operators' maps lie over the figure and are the question now. */
const villagesAt = (strength: 'full' | 'quiet'): Theme => ({
  id: VILLAGE_THEME,
  title: { vi: 'Thôn, xóm, tổ dân phố', en: 'Villages' },
  source,
  clickable: ['figure'],
  images: unknownImages,
  layers: ({ flavour }) => [
    {
      id: 'figure',
      band: 'figure',
      type: 'fill',
      'source-layer': 'villages',
      paint: {
        'fill-color': ['to-color', ['feature-state', 'color'], UNKNOWN_GROUND[flavour]],
        'fill-opacity': fading('shown', strength === 'full' ? 0.85 : 0.5)
      }
    },
    {
      id: 'unknown',
      band: 'figure',
      type: 'fill',
      'source-layer': 'villages',
      paint: {
        'fill-pattern': UNKNOWN_PATTERN,
        'fill-opacity': fading('hatched', strength === 'full' ? 0.75 : 0.3)
      }
    },
    {
      id: 'edge',
      band: 'boundary',
      type: 'line',
      'source-layer': 'villages',
      filter: ['!', ['to-boolean', ['get', 'provisional']]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': VILLAGE_EDGE[flavour], 'line-width': byZoom([9, 0.4], [12, 1], [16, 2]) }
    },
    {
      id: 'provisional',
      band: 'boundary',
      type: 'line',
      'source-layer': 'villages',
      filter: ['to-boolean', ['get', 'provisional']],
      paint: {
        'line-color': VILLAGE_EDGE[flavour],
        'line-width': byZoom([9, 0.5], [12, 1.1], [16, 2]),
        'line-dasharray': [4, 2.5]
      }
    },
    {
      id: 'selected-casing',
      band: 'selection',
      type: 'line',
      'source-layer': 'villages',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': SELECTED_CASING[flavour],
        'line-width': 6.5,
        'line-opacity': ifState('selected', 0.95, 0)
      }
    },
    {
      id: 'selected',
      band: 'selection',
      type: 'line',
      'source-layer': 'villages',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': SELECTED[flavour], 'line-width': 3, 'line-opacity': ifState('selected', 1, 0) }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Ranh giới thôn', en: 'Village boundary' },
      swatch: { kind: 'line', color: VILLAGE_EDGE[flavour], width: 1.4 }
    },
    {
      label: { vi: 'Ranh giới tạm', en: 'Provisional boundary' },
      swatch: { kind: 'line', color: VILLAGE_EDGE[flavour], width: 1.4, dash: [4, 2.5] }
    }
  ]
})

export const villageTheme = villagesAt('full')
export const quietVillageTheme = villagesAt('quiet')

/** Where a name may stand about its point, best first: anchor and distance in letters. */
const NAME_PLACES: VariableAnchorOffsetCollectionSpecification = [
  'center',
  [0, 0],
  'bottom',
  [0, -1.1],
  'top',
  [0, 1.1],
  'left',
  [1.3, 0],
  'right',
  [-1.3, 0],
  'bottom-left',
  [0.9, -1.6],
  'bottom-right',
  [-0.9, -1.6],
  'top-left',
  [0.9, 1.6],
  'top-right',
  [-0.9, 1.6],
  'bottom',
  [0, -2.8],
  'top',
  [0, 2.8],
  'bottom',
  [0, -4.4],
  'top',
  [0, 4.4]
]

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
        'text-variable-anchor-offset': NAME_PLACES,
        'text-overlap': ['step', ['zoom'], 'never', 12, 'always']
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.8 }
    }
  ],
  legend: () => []
}

export const residentialTheme: Theme = {
  id: 'residential_areas',
  title: { vi: 'Khu dân cư', en: 'Residential areas' },
  source,
  images: ({ flavour }) => ({
    'areas-residential': hatch({ kind: 'dots', color: RESIDENTIAL[flavour], size: 8, width: 0.8 })
  }),
  layers: ({ flavour }) => [
    {
      id: 'fill',
      band: 'building',
      type: 'fill',
      'source-layer': 'residential_areas',
      paint: { 'fill-pattern': 'areas-residential', 'fill-opacity': 0.8 }
    },
    {
      id: 'edge',
      band: 'building',
      type: 'line',
      'source-layer': 'residential_areas',
      paint: { 'line-color': RESIDENTIAL[flavour], 'line-width': 1, 'line-opacity': 0.8 }
    },
    {
      id: 'name',
      band: 'line_label',
      type: 'symbol',
      'source-layer': 'residential_areas',
      minzoom: 14,
      layout: { 'text-field': ['get', 'name'], 'text-font': REGULAR, 'text-size': 11, 'text-max-width': 8 },
      paint: { 'text-color': INK_SOFT[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.2 }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Khu dân cư', en: 'Residential area' },
      swatch: { kind: 'fill', pattern: 'areas-residential', outline: RESIDENTIAL[flavour] }
    }
  ]
}
