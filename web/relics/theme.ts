import type { ExpressionSpecification } from 'maplibre-gl'
import type { Localized } from '../../server/collections/contract.ts'
import { badge, type BadgeShape, type Drawing } from '../map/drawing.ts'
import { HALO, INK, RING } from '../map/flavour.ts'
import { REGULAR } from '../map/fonts.ts'
import { POINT_ICON_SIZE, pointIconHalfPx } from '../map/point-icon.ts'
import type { Colour, Look, Theme, ThemeLayer, TileSource } from '../map/theme.ts'

/** From the highest to the lowest. */
export const RELIC_RANKS = ['special_national', 'national', 'provincial', 'inventory'] as const
type RelicRank = (typeof RELIC_RANKS)[number]

/** One glyph; the higher the rank, the larger, darker and more pointed its sign; one that is only listed is hollow. */
const RANKS: Record<RelicRank, RankLook> = {
  special_national: {
    title: { vi: 'Di tích quốc gia đặc biệt', en: 'Special national relic' },
    colour: { light: '#6b0f1a', dark: '#ffb3a1' },
    shape: 'diamond',
    size: 32
  },
  national: {
    title: { vi: 'Di tích quốc gia', en: 'National relic' },
    colour: { light: '#8c3a1e', dark: '#f0a688' },
    shape: 'square',
    size: 26
  },
  provincial: {
    title: { vi: 'Di tích cấp tỉnh', en: 'Provincial relic' },
    colour: { light: '#a8622c', dark: '#d9a37d' },
    shape: 'circle',
    size: 24
  },
  inventory: {
    title: { vi: 'Di tích trong danh mục kiểm kê', en: 'Relic on the inventory' },
    colour: { light: '#7a6746', dark: '#c9b99b' },
    shape: 'circle',
    hollow: true,
    size: 21
  }
}
interface RankLook {
  title: Localized
  colour: Colour
  shape: BadgeShape
  hollow?: true
  size: number
}

/** The sign of a rank, the same on the map and in its legend. */
function rankBadge({ colour, shape, hollow, size }: RankLook, { flavour }: Look): Drawing {
  const [ink, ground] = [colour[flavour], RING[flavour]]
  const colours = hollow ? { fill: ground, ring: ink } : { fill: ink, ring: ground }
  return badge({ shape, ...colours, glyph: PAGODA, size })
}

const PAGODA = 'M6 17.5h12M8 17.5v-4M16 17.5v-4M5.5 13.5c3-.4 5-2 6.5-5.5c1.5 3.5 3.5 5.1 6.5 5.5zM12 8v-2'
const BOUNDARY: Colour = { light: '#8c3a1e', dark: '#f0a688' }

const source: TileSource = {
  id: 'relics',
  collections: ['relics'],
  minzoom: 8,
  maxzoom: 14
}

/** Some relics only: of these ranks, of these kinds (as the inventory writes them); a list that is left out means all. */
export interface RelicChoice {
  ranks?: readonly string[]
  kinds?: readonly string[]
}

const oneOf = (property: string, values: readonly string[] | undefined): ExpressionSpecification[] =>
  values ? [['in', ['get', property], ['literal', [...values]]]] : []

/** The relics on the map. */
export const relicThemeOf = ({ ranks, kinds }: RelicChoice = {}): Theme => ({
  id: 'relics',
  title: { vi: 'Di tích', en: 'Relics' },
  source,
  clickable: ['icon'],
  iconHalfPx: pointIconHalfPx,
  images: (look) =>
    Object.fromEntries(RELIC_RANKS.map((rank) => [`relics-${rank}`, rankBadge(RANKS[rank], look)])),
  layers: ({ flavour }): ThemeLayer[] => [
    {
      id: 'boundary',
      band: 'boundary',
      type: 'line',
      'source-layer': 'relics',
      filter: ['all', ['==', ['geometry-type'], 'Polygon'], ...oneOf('rank', ranks), ...oneOf('kind', kinds)],
      paint: { 'line-color': BOUNDARY[flavour], 'line-width': 1.5, 'line-dasharray': [2, 1.5] }
    },
    {
      id: 'icon',
      band: 'point',
      type: 'symbol',
      'source-layer': 'relics',
      filter: ['all', ...oneOf('rank', ranks), ...oneOf('kind', kinds)],
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
})

export const relicTheme = relicThemeOf()
