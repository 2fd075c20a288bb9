import type { ExpressionSpecification } from 'maplibre-gl'
import { badge, hatch } from '../map/drawing.ts'
import { byZoom } from '../map/expressions.ts'
import { HALO, INK, RING } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import { POINT_ICON_SIZE, pointIconHalfPx } from '../map/point-icon.ts'
import type { Colour, Look, Theme, ThemeLayer } from '../map/theme.ts'
import { networkSource } from './sources.ts'

const FIBRE: Colour = { light: '#b3263a', dark: '#ff9aa2' }
const FIBRE_CASING: Colour = { light: 'rgba(255, 255, 255, 0.85)', dark: 'rgba(12, 18, 22, 0.85)' }

/** What a provider says it can connect at; `from` in Mbit/s, highest first. */
const TIERS = ['gigabit', 'fast', 'basic'] as const
type Tier = (typeof TIERS)[number]
const TIER_FROM: Record<Tier, number> = { gigabit: 1000, fast: 300, basic: 0 }
const TIER_COLOURS: Record<Tier, Colour> = {
  gigabit: { light: '#00564f', dark: '#8fe0d2' },
  fast: { light: '#2f9488', dark: '#4fa99c' },
  basic: { light: '#8cc7bd', dark: '#2f6f67' }
}
const TIER_TITLES = {
  gigabit: { vi: 'Từ 1 Gbit/s', en: '1 Gbit/s and more' },
  fast: { vi: '300 Mbit/s đến dưới 1 Gbit/s', en: '300 Mbit/s to less than 1 Gbit/s' },
  basic: { vi: 'Dưới 300 Mbit/s', en: 'Less than 300 Mbit/s' }
} satisfies Record<Tier, { vi: string; en: string }>

const SITE: Colour = { light: '#33414a', dark: '#cfdae0' }
const SITE_5G: Colour = { light: '#6d1b9c', dark: '#d9a8f5' }
const MAST = 'M12 20v-8M9 20h6M8.6 8.6a4.8 4.8 0 0 1 6.8 0M10.2 11a2.4 2.4 0 0 1 3.6 0'

/** The rates of a tier: from its own to below the next one. */
function isTier(tier: Tier): ExpressionSpecification {
  const rate: ExpressionSpecification = ['to-number', ['get', 'down_mbps']]
  const above = TIERS[TIERS.indexOf(tier) - 1]
  const from: ExpressionSpecification = ['>=', rate, TIER_FROM[tier]]
  return above ? ['all', from, ['<', rate, TIER_FROM[above]]] : from
}

/** Layers of their own: a colour that hangs on the tile could not change without reading the tile again. */
const tierLayers = (tier: Tier, { flavour }: Look): ThemeLayer[] => {
  const shared = { band: 'coverage', 'source-layer': 'fixed_services', filter: isTier(tier) } as const
  const color = TIER_COLOURS[tier][flavour]
  return [
    {
      ...shared,
      id: `${tier}-fill`,
      type: 'fill',
      paint: { 'fill-color': color, 'fill-opacity': 0.22, 'fill-antialias': false }
    },
    {
      ...shared,
      id: `${tier}-strokes`,
      type: 'fill',
      paint: { 'fill-pattern': `coverage-fixed-${tier}`, 'fill-opacity': 0.5 }
    },
    { ...shared, id: `${tier}-edge`, type: 'line', paint: { 'line-color': color, 'line-width': 1.4 } }
  ]
}

export const fixedTheme: Theme = {
  id: 'fixed_services',
  title: { vi: 'Vùng cấp băng rộng cố định', en: 'Fixed broadband areas' },
  source: networkSource,
  images: ({ flavour }) =>
    Object.fromEntries(
      TIERS.map((tier) => [
        `coverage-fixed-${tier}`,
        hatch({ kind: 'upright', color: TIER_COLOURS[tier][flavour], size: 7, width: 1 })
      ])
    ),
  layers: (look) => [...TIERS].reverse().flatMap((tier) => tierLayers(tier, look)),
  legend: ({ flavour }) =>
    TIERS.map((tier) => ({
      label: TIER_TITLES[tier],
      swatch: {
        kind: 'fill',
        color: `${TIER_COLOURS[tier][flavour]}38`,
        outline: TIER_COLOURS[tier][flavour],
        pattern: `coverage-fixed-${tier}`
      }
    }))
}

export const fibreTheme: Theme = {
  id: 'fibre_lines',
  title: { vi: 'Tuyến cáp quang', en: 'Fibre lines' },
  source: networkSource,
  clickable: ['line'],
  layers: ({ flavour }) => [
    {
      id: 'casing',
      band: 'network',
      type: 'line',
      'source-layer': 'fibre_lines',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': FIBRE_CASING[flavour], 'line-width': byZoom([9, 2.4], [14, 5.5]) }
    },
    {
      id: 'line',
      band: 'network',
      type: 'line',
      'source-layer': 'fibre_lines',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': FIBRE[flavour],
        'line-width': byZoom([9, 1.1], [14, 2.6]),
        'line-dasharray': [5, 1.2, 1.2, 1.2]
      }
    }
  ],
  legend: ({ flavour }) => [
    {
      label: { vi: 'Tuyến cáp quang', en: 'Fibre line' },
      swatch: {
        kind: 'line',
        color: FIBRE[flavour],
        width: 2,
        casing: FIBRE_CASING[flavour],
        dash: [5, 1.2, 1.2, 1.2]
      }
    }
  ]
}

export const siteTheme: Theme = {
  id: 'cell_sites',
  title: { vi: 'Trạm BTS', en: 'Cell sites' },
  source: networkSource,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: ({ flavour }) => ({
    'coverage-site-5G': badge({ shape: 'diamond', fill: SITE_5G[flavour], ring: RING[flavour], glyph: MAST }),
    'coverage-site': badge({ shape: 'triangle', fill: SITE[flavour], ring: RING[flavour] })
  }),
  layers: ({ flavour }) => [
    {
      id: 'icon',
      band: 'point',
      type: 'symbol',
      'source-layer': 'cell_sites',
      layout: {
        'icon-image': [
          'case',
          ['in', '5G', ['to-string', ['get', 'technologies']]],
          'coverage-site-5G',
          'coverage-site'
        ],
        'icon-size': POINT_ICON_SIZE,
        'icon-overlap': 'always',
        'text-field': ['step', ['zoom'], '', 14, ['coalesce', ['get', 'name'], ['get', 'operator']]],
        'text-font': REGULAR,
        'text-size': 11,
        'text-optional': true,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.3
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.4 }
    }
  ],
  legend: () => [
    { label: { vi: 'Trạm có 5G', en: 'Site with 5G' }, swatch: { kind: 'icon', image: 'coverage-site-5G' } },
    { label: { vi: 'Trạm khác', en: 'Other site' }, swatch: { kind: 'icon', image: 'coverage-site' } }
  ]
}
