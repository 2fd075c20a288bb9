import type { ExpressionSpecification } from 'maplibre-gl'
import { hatch } from '../map/drawing.ts'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK_SOFT } from '../map/flavour.ts'
import { REGULAR, SEMIBOLD } from '../map/fonts.ts'
import type { Colour, Look, Swatch, Theme, ThemeLayer, TileSource } from '../map/theme.ts'
import { AREA_SOURCE } from '../map/village-states.ts'

export const COMMUNE_EDGE: Colour = { light: '#7a1f52', dark: '#f0a9d0' }
const COMMUNE_GLOW: Colour = { light: 'rgba(122, 31, 82, 0.16)', dark: 'rgba(240, 169, 208, 0.18)' }
const OTHER_EDGE: Colour = { light: '#a497a0', dark: '#6f6470' }
const OTHER_NAME: Colour = { light: '#6d5565', dark: '#b79fb0' }
const VEIL: Colour = { light: 'rgba(255, 255, 255, 0.5)', dark: 'rgba(13, 20, 25, 0.5)' }
const RESIDENTIAL: Colour = { light: '#a8714a', dark: '#d3a27c' }

/** Communes, villages and what else is an area of people. */
export const areaSource: TileSource = {
  id: AREA_SOURCE,
  collections: ['communes', 'villages', 'residential_areas'],
  minzoom: 4,
  maxzoom: 14,
  promoteId: { communes: 'code', villages: 'code' }
}

/**
 * Communes with the one that is open standing out: the ground of the others is veiled, their borders are thin. null: none
 * is open, and all are drawn alike.
 */
export function communesAround(open: string | null): Theme {
  const isOpen: ExpressionSpecification = open === null ? ['has', 'code'] : ['==', ['get', 'code'], open]
  return {
    id: 'communes',
    title: { vi: 'Ranh giới xã, phường', en: 'Commune boundary' },
    source: areaSource,
    layers: (look) => [
      ...otherLayers(['!', isOpen], look),
      ...openLayers(isOpen, look),
      nameLayer(open, look)
    ],
    legend: ({ flavour }) => {
      const swatch: Swatch = {
        kind: 'line',
        color: COMMUNE_EDGE[flavour],
        width: 2.5,
        casing: COMMUNE_GLOW[flavour]
      }
      if (open === null) return [{ label: { vi: 'Ranh giới xã, phường', en: 'Commune boundary' }, swatch }]
      return [
        { label: { vi: 'Xã đang xem', en: 'The commune that is open' }, swatch },
        {
          label: { vi: 'Xã, phường khác', en: 'Other communes' },
          swatch: { kind: 'line', color: OTHER_EDGE[flavour], width: 1.2 }
        }
      ]
    }
  }
}

const otherLayers = (filter: ExpressionSpecification, { flavour }: Look): ThemeLayer[] => [
  {
    id: 'veil',
    band: 'boundary',
    type: 'fill',
    'source-layer': 'communes',
    filter,
    paint: { 'fill-color': VEIL[flavour], 'fill-antialias': false }
  },
  {
    id: 'other-edge',
    band: 'boundary',
    type: 'line',
    'source-layer': 'communes',
    filter,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': OTHER_EDGE[flavour], 'line-width': byZoom([7, 0.6], [12, 1.2], [16, 2]) }
  }
]

const openLayers = (filter: ExpressionSpecification, { flavour }: Look): ThemeLayer[] => [
  {
    id: 'glow',
    band: 'boundary',
    type: 'line',
    'source-layer': 'communes',
    filter,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': COMMUNE_GLOW[flavour], 'line-width': byZoom([7, 4], [12, 11], [16, 16]) }
  },
  {
    id: 'edge',
    band: 'boundary',
    type: 'line',
    'source-layer': 'communes',
    filter,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': COMMUNE_EDGE[flavour], 'line-width': byZoom([7, 1.2], [12, 2.6], [16, 4]) }
  }
]

/** The one that is open has its name from the page (commune-name-theme.ts), once for all its tiles. */
const nameLayer = (open: string | null, { flavour }: Look): ThemeLayer => ({
  id: 'name',
  band: 'area_label',
  type: 'symbol',
  'source-layer': 'communes',
  minzoom: 7,
  maxzoom: open === null ? 10.5 : 15,
  filter: ['!=', ['get', 'code'], open ?? ''],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': open === null ? SEMIBOLD : REGULAR,
    'text-size': byZoom([7, 10.5], [10, 13]),
    'text-padding': 24
  },
  paint: { 'text-color': OTHER_NAME[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.5 }
})

export const residentialTheme: Theme = {
  id: 'residential_areas',
  title: { vi: 'Khu dân cư', en: 'Residential areas' },
  source: areaSource,
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
