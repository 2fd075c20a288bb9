import { byZoom } from '../map/expressions.ts'
import { HALO } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import type { Colour, Theme } from '../map/theme.ts'
import { LAND_CLASSES, LAND_KINDS, type LandKind } from './classes.ts'
import { basemapSource, byKind } from './source.ts'

const WATER: Colour = { light: '#a9cfe0', dark: '#1d4357' }
const WATER_INK: Colour = { light: '#2d6f8c', dark: '#7fb6cf' }
const LAND: Record<LandKind, Colour> = {
  wood: { light: '#d3e3c9', dark: '#1c2d24' },
  field: { light: '#e9efd3', dark: '#222b20' },
  grass: { light: '#dfead0', dark: '#202d25' },
  settlement: { light: '#ece4da', dark: '#2a2c2e' },
  wet: { light: '#d6e7ea', dark: '#1a2f37' },
  other: { light: '#efece4', dark: '#20282d' }
}

const SELF: Record<LandKind, LandKind> = {
  wood: 'wood',
  field: 'field',
  grass: 'grass',
  settlement: 'settlement',
  wet: 'wet',
  other: 'other'
}

export const landUseTheme: Theme = {
  id: 'land_uses',
  title: { vi: 'Sử dụng đất', en: 'Land use' },
  source: basemapSource,
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
  source: basemapSource,
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
