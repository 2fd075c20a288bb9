import { hatch } from '../map/drawing.ts'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK_SOFT } from '../map/flavour.ts'
import { REGULAR, SEMIBOLD } from '../map/fonts.ts'
import type { Colour, Theme, TileSource } from '../map/theme.ts'
import { AREA_SOURCE } from '../map/village-states.ts'

const COMMUNE_EDGE: Colour = { light: '#7a1f52', dark: '#f0a9d0' }
const COMMUNE_GLOW: Colour = { light: 'rgba(122, 31, 82, 0.16)', dark: 'rgba(240, 169, 208, 0.18)' }
const RESIDENTIAL: Colour = { light: '#a8714a', dark: '#d3a27c' }

/** Communes, villages and what else is an area of people. */
export const areaSource: TileSource = {
  id: AREA_SOURCE,
  collections: ['communes', 'villages', 'residential_areas'],
  minzoom: 4,
  maxzoom: 14,
  promoteId: { communes: 'code', villages: 'code' }
}

export const communeTheme: Theme = {
  id: 'communes',
  title: { vi: 'Ranh giới xã, phường', en: 'Commune boundary' },
  source: areaSource,
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
