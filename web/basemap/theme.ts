import type { ExpressionSpecification } from 'maplibre-gl'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK_SOFT } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import type { Colour, Look, Theme, TileSource } from '../map/theme.ts'
import { LAND_CLASSES, LAND_KINDS, type LandKind, ROAD_CLASSES, type RoadKind } from './classes.ts'

const WATER: Colour = { light: '#a9cfe0', dark: '#1d4357' }
const WATER_INK: Colour = { light: '#2d6f8c', dark: '#7fb6cf' }
const BUILDING: Colour = { light: '#d8cfc2', dark: '#38444c' }
const BUILDING_EDGE: Colour = { light: '#b9ad9c', dark: '#4b5963' }
const ROAD_CASING: Colour = { light: '#b9b0a3', dark: '#0b1216' }
const ROADS: Record<RoadKind, Colour> = {
  major: { light: '#fbe3a6', dark: '#8a7a4e' },
  minor: { light: '#ffffff', dark: '#5a6972' },
  path: { light: '#a89a86', dark: '#6d7b84' }
}
const LAND: Record<LandKind, Colour> = {
  wood: { light: '#d3e3c9', dark: '#1c2d24' },
  field: { light: '#e9efd3', dark: '#222b20' },
  grass: { light: '#dfead0', dark: '#202d25' },
  settlement: { light: '#ece4da', dark: '#2a2c2e' },
  wet: { light: '#d6e7ea', dark: '#1a2f37' },
  other: { light: '#efece4', dark: '#20282d' }
}

const source: TileSource = {
  id: 'basemap',
  collections: ['land_uses', 'waterways', 'roads', 'buildings'],
  minzoom: 8,
  maxzoom: 14
}

/** The kind by the words of its class; what no kind knows falls to `otherwise`. */
function byKind<K extends string>(
  classes: Readonly<Record<K, readonly string[]>>,
  values: Readonly<Record<NoInfer<K>, string>>,
  otherwise: NoInfer<K>
): ExpressionSpecification {
  const kinds = (Object.keys(classes) as K[]).filter((kind) => classes[kind].length > 0)
  const cases = kinds.flatMap((kind) => [[...classes[kind]], values[kind]])
  // MapLibre's tuple type takes no spread.
  const expression: unknown[] = [
    'match',
    ['downcase', ['to-string', ['get', 'class']]],
    ...cases,
    values[otherwise]
  ]
  return expression as ExpressionSpecification
}

const SELF: Record<LandKind, LandKind> = {
  wood: 'wood',
  field: 'field',
  grass: 'grass',
  settlement: 'settlement',
  wet: 'wet',
  other: 'other'
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

export const landUseTheme: Theme = {
  id: 'land_uses',
  title: { vi: 'Sử dụng đất', en: 'Land use' },
  source,
  // A layer for each kind: a colour that hangs on the tile could not change without reading the tile again.
  layers: ({ flavour }) =>
    LAND_KINDS.map((kind) => ({
      id: kind,
      band: 'land_use',
      type: 'fill',
      'source-layer': 'land_uses',
      filter: ['==', byKind(LAND_CLASSES, SELF, 'other'), kind],
      paint: { 'fill-color': LAND[kind][flavour], 'fill-antialias': false }
    })),
  legend: ({ flavour }) =>
    LAND_KINDS.filter((kind) => kind !== 'other').map((kind) => ({
      label: LAND_TITLES[kind],
      swatch: { kind: 'fill', color: LAND[kind][flavour] }
    }))
}

const LAND_TITLES: Record<LandKind, { vi: string; en: string }> = {
  wood: { vi: 'Rừng', en: 'Forest' },
  field: { vi: 'Ruộng, vườn', en: 'Fields and orchards' },
  grass: { vi: 'Đất cỏ, nghĩa trang', en: 'Grass, cemetery' },
  settlement: { vi: 'Đất ở, xây dựng', en: 'Built-up land' },
  wet: { vi: 'Nuôi trồng thủy sản', en: 'Fish ponds, wetland' },
  other: { vi: 'Đất khác', en: 'Other land' }
}

export const waterTheme: Theme = {
  id: 'waterways',
  title: { vi: 'Sông, suối, hồ', en: 'Water' },
  source,
  layers: ({ flavour }) => [
    {
      id: 'area',
      band: 'water',
      type: 'fill',
      'source-layer': 'waterways',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': WATER[flavour] }
    },
    {
      id: 'line',
      band: 'water',
      type: 'line',
      'source-layer': 'waterways',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': WATER[flavour], 'line-width': byZoom([8, 0.8], [13, 3], [17, 10]) }
    },
    {
      id: 'name',
      band: 'line_label',
      type: 'symbol',
      'source-layer': 'waterways',
      minzoom: 12,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 12,
        'text-letter-spacing': 0.08,
        'symbol-placement': 'line',
        'symbol-spacing': 420
      },
      paint: { 'text-color': WATER_INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.2 }
    }
  ],
  legend: ({ flavour }) => [
    { label: { vi: 'Mặt nước, dòng chảy', en: 'Water' }, swatch: { kind: 'fill', color: WATER[flavour] } }
  ]
}

export const buildingTheme: Theme = {
  id: 'buildings',
  title: { vi: 'Nhà, công trình', en: 'Buildings' },
  source,
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
  source,
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
