import type { Localized } from '../../server/collections/contract.ts'
import { atZoom, byZoom } from '../map/expressions.ts'
import { HALO } from '../map/flavour.ts'
import { REGULAR, SEMIBOLD } from '../map/fonts.ts'
import type { Colour, DataSource, Look, Theme } from '../map/theme.ts'

const SEA: Colour = { light: '#cbe1ea', dark: '#0c1920' }
const LAND: Colour = { light: '#f6f4ee', dark: '#182127' }
const COAST: Colour = { light: '#8fb3c2', dark: '#37505d' }
const SEA_INK: Colour = { light: '#3d7891', dark: '#6f9db1' }
const SOVEREIGN_INK: Colour = { light: '#8c1d18', dark: '#ffb4a8' }

export const landSource: DataSource = { id: 'land', data: true }
export const seaSource: DataSource = { id: 'sea', data: true }

/**
 * The coast is good to a few kilometres: from zoom 9 on the ground is land everywhere and the boundaries, rivers and
 * ponds that the commune handed in are what shows.
 */
export const GROUND_FADE = { from: 7.5, to: 9 }

export const groundTheme: Theme = {
  id: 'ground',
  title: { vi: 'Nền', en: 'Ground' },
  source: null,
  layers: ({ flavour }) => [
    {
      id: 'sea',
      band: 'ground',
      type: 'background',
      paint: {
        'background-color': [
          'interpolate',
          ['linear'],
          ['zoom'],
          GROUND_FADE.from,
          SEA[flavour],
          GROUND_FADE.to,
          LAND[flavour]
        ]
      }
    }
  ],
  legend: () => []
}

/** Land only: no borders of countries and no line in the sea. */
export const landTheme: Theme = {
  id: 'land',
  title: { vi: 'Đất liền', en: 'Land' },
  source: landSource,
  layers: ({ flavour }) => [
    { id: 'fill', band: 'land', type: 'fill', paint: { 'fill-color': LAND[flavour] } },
    {
      id: 'coast',
      band: 'land',
      type: 'line',
      paint: {
        'line-color': COAST[flavour],
        'line-width': 0.8,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], GROUND_FADE.from, 1, GROUND_FADE.to, 0]
      }
    }
  ],
  legend: () => []
}

const NAMES = {
  hoang_sa: { vi: 'Quần đảo Hoàng Sa\n(Việt Nam)', en: 'Hoàng Sa Islands\n(Viet Nam)' },
  truong_sa: { vi: 'Quần đảo Trường Sa\n(Việt Nam)', en: 'Trường Sa Islands\n(Viet Nam)' },
  east_sea: { vi: 'Biển Đông', en: 'East Sea' }
} satisfies Record<string, Localized>

const text = ({ locale }: Look) =>
  ['hoang_sa', NAMES.hoang_sa[locale], 'truong_sa', NAMES.truong_sa[locale]] as const

/** Zoom and CSS pixels. */
const ARCHIPELAGO_SIZES = [
  [2, 10.5],
  [6, 14],
  [9, 16]
] as const
const SEA_SIZES = [
  [2, 11],
  [7, 20]
] as const

/** Letters of a name at this zoom, CSS pixels. */
export const seaNameSize = (id: keyof typeof NAMES, zoom: number) =>
  id === 'east_sea' ? atZoom(zoom, ...SEA_SIZES) : atZoom(zoom, ...ARCHIPELAGO_SIZES)

/** Hoàng Sa and Trường Sa are named wherever they can be seen; no other label pushes theirs away. */
export const sovereigntyTheme: Theme = {
  id: 'sovereignty',
  title: { vi: 'Biển, đảo', en: 'Sea and islands' },
  source: seaSource,
  layers: (look) => [
    {
      id: 'island',
      band: 'sovereignty',
      type: 'circle',
      filter: ['==', ['get', 'id'], 'island'],
      paint: {
        'circle-color': LAND[look.flavour],
        'circle-radius': byZoom([3, 1.2], [8, 3]),
        'circle-stroke-color': COAST[look.flavour],
        'circle-stroke-width': 1
      }
    },
    {
      id: 'sea',
      band: 'sovereignty',
      type: 'symbol',
      maxzoom: 9,
      filter: ['==', ['get', 'id'], 'east_sea'],
      layout: {
        'text-field': NAMES.east_sea[look.locale],
        'text-font': REGULAR,
        'text-size': byZoom(...SEA_SIZES),
        'text-offset': ['get', 'offset'],
        'text-letter-spacing': 0.3,
        'text-overlap': 'always',
        'text-ignore-placement': true
      },
      paint: { 'text-color': SEA_INK[look.flavour] }
    },
    {
      id: 'archipelago',
      band: 'sovereignty',
      type: 'symbol',
      filter: ['in', ['get', 'id'], ['literal', ['hoang_sa', 'truong_sa']]],
      layout: {
        'text-field': ['match', ['get', 'id'], ...text(look), ''],
        'text-font': SEMIBOLD,
        'text-size': byZoom(...ARCHIPELAGO_SIZES),
        'text-offset': ['get', 'offset'],
        'text-max-width': 14,
        'text-overlap': 'always',
        'text-ignore-placement': true
      },
      paint: {
        'text-color': SOVEREIGN_INK[look.flavour],
        'text-halo-color': HALO[look.flavour],
        'text-halo-width': 1.2
      }
    }
  ],
  legend: () => []
}
