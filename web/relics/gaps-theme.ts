import type { FeatureCollection, Point } from 'geojson'
import type { Localized } from '../../server/collections/contract.ts'
import type { RelicGaps } from '../../server/relics/staff-contract.ts'
import { badge, type Drawing } from '../map/drawing.ts'
import { HALO, INK, RING } from '../map/flavour.ts'
import { SEMIBOLD } from '../map/fonts.ts'
import type { Colour, DataSource, Look, Theme } from '../map/theme.ts'

/** A relic that counts, and how far the others have come: the sign says the number, its colour repeats it. */
interface Class {
  title: Localized
  colour: Colour
  from: number
}
const WHOLE = 7
const CLASSES: readonly Class[] = [
  {
    title: { vi: 'Đủ bảy mục: tính là đã số hóa', en: 'All seven items: counts as digitised' },
    colour: { light: '#1b6e3c', dark: '#7fd1a0' },
    from: WHOLE
  },
  {
    title: { vi: 'Có 5 hoặc 6 mục', en: '5 or 6 items are there' },
    colour: { light: '#0f5c73', dark: '#7cc7dd' },
    from: 5
  },
  {
    title: { vi: 'Có 3 hoặc 4 mục', en: '3 or 4 items are there' },
    colour: { light: '#94541d', dark: '#e0ac7c' },
    from: 3
  },
  {
    title: { vi: 'Có 2 mục trở xuống', en: '2 items or fewer' },
    colour: { light: '#b3261e', dark: '#ff9d94' },
    from: 0
  }
]
const HIDDEN: Localized = {
  vi: 'Giữ kín vị trí: vẽ ở giữa ô 500 m',
  en: 'Place kept back: drawn in the middle of its 500 m cell'
}

/** Strokes of 0 to 7 on the grid of a badge. */
const DIGITS = [
  'M12 7c-2 0-3 1.9-3 5s1 5 3 5s3-1.9 3-5s-1-5-3-5z',
  'M10 9l2.6-2v10',
  'M9.2 9.4c.3-1.5 1.3-2.4 2.9-2.4s2.7 1 2.7 2.6c0 2.2-3.7 4.1-5.6 7.4h5.8',
  'M9.4 8.5c.6-1 1.5-1.5 2.7-1.5c1.5 0 2.6.9 2.6 2.4s-1.1 2.4-2.8 2.4c1.9 0 3 1 3 2.6s-1.2 2.6-2.9 2.6c-1.3 0-2.3-.5-2.9-1.6',
  'M13.7 17v-10l-4.8 7h6.6',
  'M14.6 7h-4.6l-.5 4.5c.6-.6 1.4-.8 2.3-.8c1.9 0 3.1 1.2 3.1 3.1s-1.3 3.2-3.1 3.2c-1.2 0-2.2-.5-2.8-1.5',
  'M14.3 7.8c-.6-.5-1.2-.8-2-.8c-2.3 0-3.3 2.3-3.3 5.4c0 2.9 1.1 4.6 3.2 4.6c1.7 0 2.9-1.3 2.9-3.1s-1.2-3-2.9-3c-1.5 0-2.8 1-3.1 2.7',
  'M9 7h6l-3.7 10'
] as const

const SIGN_PX = 28
const imageOf = (score: number, hidden: boolean) => `relic-gaps-${score}${hidden ? '-hidden' : ''}`

/** A square counts, a circle does not yet; hollow and dashed is not where it stands. */
function signOf(score: number, hidden: boolean, { flavour }: Look): Drawing {
  const { colour } = CLASSES.find(({ from }) => score >= from) ?? CLASSES[0]! // the last one begins at 0
  const [ink, ground] = [colour[flavour], RING[flavour]]
  const colours = hidden ? { fill: ground, ring: ink, dash: [3.4, 3] } : { fill: ink, ring: ground }
  const shape = score === WHOLE ? 'square' : 'circle'
  return badge({ shape, ...colours, glyph: DIGITS[score] ?? '', size: SIGN_PX })
}

export const gapsSource: DataSource = { id: 'relic_gaps', data: true }

/** The relics that have a place, for `MapView.setData`; those that share one (a cell) stand beside one another. */
export function gapsFeatures(
  relics: readonly RelicGaps[],
  openSlug: string | undefined
): FeatureCollection<Point> {
  const taken = new Map<string, number>()
  return {
    type: 'FeatureCollection',
    features: relics.flatMap(({ slug, name, score, isProtected, place }) => {
      if (!place) return []
      const key = `${place.lng},${place.lat}`
      const beside = taken.get(key) ?? 0
      taken.set(key, beside + 1)
      const open = slug === openSlug ? 1 : 0
      return [
        {
          type: 'Feature' as const,
          properties: { slug, name, score, beside, open, image: imageOf(score, isProtected) },
          geometry: { type: 'Point' as const, coordinates: [place.lng, place.lat] }
        }
      ]
    })
  }
}

const MOST_BESIDE = 20

/** What each relic still lacks, as a number out of seven. */
export const gapsTheme: Theme = {
  id: 'relic_gaps',
  title: { vi: 'Di tích còn thiếu gì', en: 'What relics lack' },
  source: gapsSource,
  clickable: ['sign'],
  iconHalfPx: () => SIGN_PX / 2,
  images: (look) =>
    Object.fromEntries(
      DIGITS.flatMap((_, score) =>
        [false, true].map((hidden) => [imageOf(score, hidden), signOf(score, hidden, look)])
      )
    ),
  layers: ({ flavour }) => [
    {
      id: 'sign',
      band: 'finding',
      type: 'symbol',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['case', ['==', ['get', 'open'], 1], 1.4, 1],
        'icon-offset': [
          'interpolate',
          ['linear'],
          ['get', 'beside'],
          0,
          ['literal', [0, 0]],
          MOST_BESIDE,
          ['literal', [MOST_BESIDE * SIGN_PX, 0]]
        ],
        'icon-overlap': 'always',
        // The open one lies on top, then what lacks most.
        'symbol-sort-key': ['-', ['*', ['get', 'open'], 10], ['get', 'score']],
        'text-field': ['step', ['zoom'], '', 13.5, ['get', 'name']],
        'text-font': SEMIBOLD,
        'text-size': 12,
        'text-optional': true,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.7,
        'text-max-width': 9
      },
      paint: { 'text-color': INK[flavour], 'text-halo-color': HALO[flavour], 'text-halo-width': 1.5 }
    }
  ],
  legend: () => [
    ...CLASSES.map(({ title, from }) => ({
      label: title,
      swatch: { kind: 'icon' as const, image: imageOf(from === 0 ? 2 : from, false) }
    })),
    { label: HIDDEN, swatch: { kind: 'icon', image: imageOf(1, true) } }
  ]
}
