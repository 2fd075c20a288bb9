import type { Localized } from '../../server/collections/contract.ts'
import { badge } from '../map/drawing.ts'
import { HALO, INK, RING } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import { POINT_ICON_SIZE, pointIconHalfPx } from '../map/point-icon.ts'
import type { Colour, Theme, ThemeLayer, TileSource } from '../map/theme.ts'

const RELIC_RANKS = ['special_national', 'national', 'provincial', 'inventory'] as const
type RelicRank = (typeof RELIC_RANKS)[number]

/** One glyph, darker and larger the higher the rank. */
const RANKS: Record<RelicRank, { title: Localized; colour: Colour; size: number }> = {
  special_national: {
    title: { vi: 'Di tích quốc gia đặc biệt', en: 'Special national relic' },
    colour: { light: '#6b0f1a', dark: '#ffb3a1' },
    size: 28
  },
  national: {
    title: { vi: 'Di tích quốc gia', en: 'National relic' },
    colour: { light: '#8c3a1e', dark: '#f0a688' },
    size: 26
  },
  provincial: {
    title: { vi: 'Di tích cấp tỉnh', en: 'Provincial relic' },
    colour: { light: '#a8622c', dark: '#d9a37d' },
    size: 24
  },
  inventory: {
    title: { vi: 'Di tích trong danh mục kiểm kê', en: 'Relic on the inventory' },
    colour: { light: '#8d7a5c', dark: '#b5a588' },
    size: 22
  }
}
const PAGODA = 'M6 17.5h12M8 17.5v-4M16 17.5v-4M5.5 13.5c3-.4 5-2 6.5-5.5c1.5 3.5 3.5 5.1 6.5 5.5zM12 8v-2'
const BOUNDARY: Colour = { light: '#8c3a1e', dark: '#f0a688' }

const source: TileSource = {
  id: 'relics',
  collections: ['relics'],
  minzoom: 8,
  maxzoom: 14
}

export const relicTheme: Theme = {
  id: 'relics',
  title: { vi: 'Di tích', en: 'Relics' },
  source,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: ({ flavour }) =>
    Object.fromEntries(
      RELIC_RANKS.map((rank) => [
        `relics-${rank}`,
        badge({
          shape: 'circle',
          fill: RANKS[rank].colour[flavour],
          ring: RING[flavour],
          glyph: PAGODA,
          size: RANKS[rank].size
        })
      ])
    ),
  layers: ({ flavour }): ThemeLayer[] => [
    {
      id: 'boundary',
      band: 'boundary',
      type: 'line',
      'source-layer': 'relics',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'line-color': BOUNDARY[flavour], 'line-width': 1.5, 'line-dasharray': [2, 1.5] }
    },
    {
      id: 'icon',
      band: 'point',
      type: 'symbol',
      'source-layer': 'relics',
      layout: {
        'icon-image': [
          'match',
          ['get', 'rank'],
          ['special_national', 'national', 'provincial'],
          ['concat', 'relics-', ['get', 'rank']],
          'relics-inventory'
        ],
        'icon-size': POINT_ICON_SIZE,
        'icon-overlap': 'always',
        'text-field': ['step', ['zoom'], '', 13.5, ['get', 'name']],
        'text-font': REGULAR,
        'text-size': 11.5,
        'text-optional': true,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.4,
        'text-max-width': 9
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.5 }
    }
  ],
  legend: () =>
    RELIC_RANKS.map((rank) => ({
      label: RANKS[rank].title,
      swatch: { kind: 'icon', image: `relics-${rank}` }
    }))
}
