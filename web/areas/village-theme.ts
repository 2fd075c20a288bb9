import type { ExpressionSpecification } from 'maplibre-gl'
import { byZoom, ifState } from '../map/expressions.ts'
import type { Colour, LegendItem, Look, Theme, ThemeLayer } from '../map/theme.ts'
import { UNKNOWN_PATTERN, unknownImages, UNSURE_PATTERN, WITHHELD_PATTERN } from '../map/unknown.ts'
import { VILLAGE_THEME } from '../map/village-states.ts'
import { areaSource, COMMUNE_EDGE } from './theme.ts'

const VILLAGE_EDGE: Colour = { light: '#5d5a66', dark: '#aab4ba' }
const PROVISIONAL_DASH = [4, 2.5]
const SELECTED: Colour = { light: '#101820', dark: '#ffffff' }
const SELECTED_CASING: Colour = { light: '#ffffff', dark: '#101820' }

type Strength = 'full' | 'quiet'
const OPACITY: Record<Strength, { figure: number; unknown: number }> = {
  full: { figure: 0.85, unknown: 0.75 },
  quiet: { figure: 0.5, unknown: 0.3 }
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

/** Layer, the flag of a village's style that shows it, what it is filled with: a pattern cannot hang on a state. */
const PATTERNS = [
  ['unknown', 'hatched', UNKNOWN_PATTERN],
  ['withheld', 'crossed', WITHHELD_PATTERN],
  ['unsure', 'dotted', UNSURE_PATTERN]
] as const

const figureLayers = (strength: Strength): ThemeLayer[] => [
  {
    id: 'figure',
    band: 'figure',
    type: 'fill',
    'source-layer': 'villages',
    paint: {
      'fill-color': ['to-color', ['feature-state', 'color'], 'rgba(0, 0, 0, 0)'],
      'fill-opacity': fading('shown', OPACITY[strength].figure)
    }
  },
  ...PATTERNS.map(([id, flag, pattern]): ThemeLayer => ({
    id,
    band: 'figure',
    type: 'fill',
    'source-layer': 'villages',
    paint: { 'fill-pattern': pattern, 'fill-opacity': fading(flag, OPACITY[strength].unknown) }
  }))
]

const borderLayers = ({ flavour }: Look): ThemeLayer[] => [
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
      'line-dasharray': PROVISIONAL_DASH,
      // Inside its own village: where two meet, each is seen by itself, and one's dashes do not fill the other's gaps.
      'line-offset': byZoom([9, 0.6], [12, 1.2], [16, 2])
    }
  }
]

const selectionLayers = ({ flavour }: Look): ThemeLayer[] => [
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
]

/** What a dashed border means. */
export const provisionalLegend = ({ flavour }: Pick<Look, 'flavour'>): LegendItem => ({
  label: { vi: 'Ranh giới tạm', en: 'Provisional boundary' },
  swatch: { kind: 'line', color: VILLAGE_EDGE[flavour], width: 1.4, dash: PROVISIONAL_DASH }
})

/** What ground that belongs to no village looks like: nothing is drawn over it. */
export const outsideLegend = ({ flavour }: Pick<Look, 'flavour'>): LegendItem => ({
  label: { vi: 'Ngoài các thôn: nền bản đồ', en: 'Outside the villages: base map only' },
  swatch: { kind: 'fill', outline: COMMUNE_EDGE[flavour] }
})

/** `quiet`: operators' maps lie over the figure and are the question now. */
const villagesAt = (strength: Strength): Theme => ({
  id: VILLAGE_THEME,
  title: { vi: 'Thôn, xóm, tổ dân phố', en: 'Villages' },
  source: areaSource,
  clickable: ['figure'],
  images: unknownImages,
  layers: (look) => [...figureLayers(strength), ...borderLayers(look), ...selectionLayers(look)],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Ranh giới thôn', en: 'Village boundary' },
      swatch: { kind: 'line', color: VILLAGE_EDGE[flavour], width: 1.4 }
    },
    provisionalLegend({ flavour })
  ]
})

export const villageTheme = villagesAt('full')
export const quietVillageTheme = villagesAt('quiet')
