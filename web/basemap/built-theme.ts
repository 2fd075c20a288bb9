import type { ExpressionSpecification } from 'maplibre-gl'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK_SOFT } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import type { Colour, Look, Theme } from '../map/theme.ts'
import { ROAD_CLASSES, type RoadKind } from './classes.ts'
import { basemapSource, byKind } from './source.ts'

const BUILDING: Colour = { light: '#d8cfc2', dark: '#38444c' }
const BUILDING_EDGE: Colour = { light: '#b9ad9c', dark: '#4b5963' }
const ROAD_CASING: Colour = { light: '#b9b0a3', dark: '#0b1216' }
const ROADS: Record<RoadKind, Colour> = {
  major: { light: '#fbe3a6', dark: '#8a7a4e' },
  minor: { light: '#ffffff', dark: '#5a6972' },
  path: { light: '#a89a86', dark: '#6d7b84' }
}

const isRoad = (...kinds: RoadKind[]): ExpressionSpecification => [
  'in',
  byKind(ROAD_CLASSES, { major: 'major', minor: 'minor', path: 'path' }, 'minor'),
  ['literal', kinds]
]
const ROAD_WIDTH = { major: byZoom([9, 1], [13, 4], [18, 22]), minor: byZoom([11, 0.6], [14, 2.6], [18, 15]) }
const CASING_WIDTH = { major: byZoom([9, 1.8], [13, 6], [18, 25]), minor: byZoom([11, 1], [14, 4], [18, 18]) }

const road = (kind: 'major' | 'minor', { flavour }: Look, part: 'casing' | 'line') =>
  ({
    id: `${kind}-${part}`,
    band: part === 'casing' ? 'road_casing' : 'road',
    type: 'line',
    'source-layer': 'roads',
    filter: isRoad(kind),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': part === 'casing' ? ROAD_CASING[flavour] : ROADS[kind][flavour],
      'line-width': part === 'casing' ? CASING_WIDTH[kind] : ROAD_WIDTH[kind]
    }
  }) as const

export const buildingTheme: Theme = {
  id: 'buildings',
  title: { vi: 'Nhà, công trình', en: 'Buildings' },
  source: basemapSource,
  layers: ({ flavour }) => [
    {
      id: 'fill',
      band: 'building',
      type: 'fill',
      'source-layer': 'buildings',
      minzoom: 13,
      paint: {
        'fill-color': BUILDING[flavour],
        'fill-outline-color': BUILDING_EDGE[flavour],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.5, 15, 0.9]
      }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Nhà, công trình', en: 'Building' },
      swatch: { kind: 'fill', color: BUILDING[flavour], outline: BUILDING_EDGE[flavour] }
    }
  ]
}

export const roadTheme: Theme = {
  id: 'roads',
  title: { vi: 'Đường giao thông', en: 'Roads' },
  source: basemapSource,
  layers: (look) => [
    road('minor', look, 'casing'),
    road('major', look, 'casing'),
    {
      id: 'path',
      band: 'road',
      type: 'line',
      'source-layer': 'roads',
      minzoom: 13,
      filter: isRoad('path'),
      paint: {
        'line-color': ROADS.path[look.flavour],
        'line-width': byZoom([13, 0.8], [17, 2]),
        'line-dasharray': [3, 2]
      }
    },
    road('minor', look, 'line'),
    road('major', look, 'line'),
    {
      id: 'name',
      band: 'line_label',
      type: 'symbol',
      'source-layer': 'roads',
      minzoom: 13,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': byZoom([13, 10.5], [17, 13]),
        'symbol-placement': 'line',
        'symbol-spacing': 360
      },
      paint: {
        'text-color': INK_SOFT[look.flavour],
        'text-halo-color': HALO[look.flavour],
        'text-halo-width': 1.4
      }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Quốc lộ, tỉnh lộ', en: 'Main road' },
      swatch: { kind: 'line', color: ROADS.major[flavour], width: 4, casing: ROAD_CASING[flavour] }
    },
    {
      label: { vi: 'Đường khác', en: 'Other road' },
      swatch: { kind: 'line', color: ROADS.minor[flavour], width: 2.5, casing: ROAD_CASING[flavour] }
    },
    {
      label: { vi: 'Đường mòn, lối đi', en: 'Track, path' },
      swatch: { kind: 'line', color: ROADS.path[flavour], width: 1.2, dash: [3, 2] }
    }
  ]
}
