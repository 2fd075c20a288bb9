import type { FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { Localized } from '../../server/collections/contract.ts'
import type { Gap } from '../../server/coverage/contract.ts'
import { badge } from '../map/drawing.ts'
import { RING } from '../map/flavour.ts'
import { SEMIBOLD } from '../map/fonts.ts'
import type { Colour, DataSource, Look, Theme, ThemeLayer } from '../map/theme.ts'

const GAP: Record<Gap['answer'], Colour> = {
  no: { light: '#b3400a', dark: '#f2955c' },
  unknown: { light: '#5b4d86', dark: '#c3b4ee' }
}
const GAP_GROUND: Colour = { light: '#ffffff', dark: '#161e23' }
const GAP_SELECTED: Colour = { light: '#101820', dark: '#ffffff' }
const GAP_TITLES: Record<Gap['answer'], Localized> = {
  no: { vi: 'Ngoài vùng phủ sóng (số người)', en: 'No signal by the maps (people)' },
  unknown: { vi: 'Chưa rõ (số người)', en: 'Unknown (people)' }
}

/**
 * Where circles would cover one another, one stands for all of them with the sum of their people; it opens up with the
 * zoom. `no` and `selected` are 1 when that is so of any of them.
 */
export const gapSource: DataSource = {
  id: 'gaps',
  data: true,
  cluster: {
    radiusPx: 30,
    maxzoom: 12,
    sums: ['count'],
    maxima: ['no', 'selected']
  }
}

/** Gap clusters for `MapView.setData(gapSource, …)`; the number shown is people, else households. */
export const gapFeatures = (gaps: readonly Gap[], selectedId: string | null): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: gaps.map((gap) => ({
    type: 'Feature',
    properties: {
      id: gap.id,
      no: gap.answer === 'no' ? 1 : 0,
      count: Math.round(gap.people ?? gap.households),
      selected: gap.id === selectedId ? 1 : 0
    },
    geometry: { type: 'Point', coordinates: [gap.centre.lng, gap.centre.lat] }
  }))
})

/** Drawn large and scaled down, so that big clusters stay sharp. */
const GAP_PX = 52
const gapBadge = (answer: Gap['answer'], { flavour }: Look, isSelected: boolean) =>
  badge({
    shape: 'circle',
    fill: answer === 'no' ? GAP[answer][flavour] : GAP_GROUND[flavour],
    ring: isSelected ? GAP_SELECTED[flavour] : answer === 'no' ? RING[flavour] : GAP.unknown[flavour],
    ringWidth: isSelected ? 3 : 1.3,
    dash: answer === 'unknown' && !isSelected ? [3, 2.2] : [],
    size: GAP_PX
  })

/**
 * Share of GAP_PX by the root of the people: the area grows with them, within what a finger hits and what leaves the map
 * visible.
 */
const SIZES = [
  [2, 0.36],
  [8, 0.56],
  [16, 0.84]
] as const
const GAP_SIZE: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['sqrt', ['get', 'count']],
  ...SIZES[0],
  ...SIZES[1],
  ...SIZES[2]
]
const FAR = { zoom: 10, share: 0.5 }
const NEAR_ZOOM = 13

/** As the layer draws it: sizes between the stops run straight. */
function gapHalfPx({ count }: Readonly<Record<string, unknown>>, zoom: number): number {
  const root = Math.sqrt(typeof count === 'number' ? count : 0)
  const next = SIZES.findIndex(([at]) => at > root)
  const [from, to] = [
    SIZES[Math.max(0, next < 0 ? 2 : next - 1)] ?? SIZES[2],
    SIZES[next < 0 ? 2 : next] ?? SIZES[2]
  ]
  const along = to[0] > from[0] ? (root - from[0]) / (to[0] - from[0]) : 0
  const near = Math.min(1, Math.max(0, (zoom - FAR.zoom) / (NEAR_ZOOM - FAR.zoom)))
  return (GAP_PX / 2) * (from[1] + along * (to[1] - from[1])) * (FAR.share + near * (1 - FAR.share))
}

/** A layer for each answer: the ink could not hang on the data and change with the look at once. */
const gapLayer = (answer: Gap['answer'], { flavour }: Look): ThemeLayer => ({
  id: answer,
  band: 'finding',
  type: 'symbol',
  minzoom: 9,
  filter: ['==', ['get', 'no'], answer === 'no' ? 1 : 0],
  layout: {
    'icon-image': [
      'concat',
      `coverage-gap-${answer}`,
      ['case', ['==', ['get', 'selected'], 1], '-selected', '']
    ],
    'icon-size': [
      'interpolate',
      ['linear'],
      ['zoom'],
      FAR.zoom,
      ['*', FAR.share, GAP_SIZE],
      NEAR_ZOOM,
      GAP_SIZE
    ],
    'icon-overlap': 'always',
    // Small clusters lie on big ones, the selected one on all.
    'symbol-sort-key': ['case', ['==', ['get', 'selected'], 1], 1, ['-', 0, ['get', 'count']]],
    'text-field': ['to-string', ['get', 'count']],
    'text-font': SEMIBOLD,
    'text-size': ['interpolate', ['linear'], ['zoom'], 10, 9.5, 13, 12],
    'text-overlap': 'always'
  },
  paint: { 'text-color': answer === 'no' ? GAP_GROUND[flavour] : GAP.unknown[flavour] }
})

export const gapTheme: Theme = {
  id: 'gaps',
  title: { vi: 'Cụm dân cư chưa có sóng', en: 'Clusters without signal' },
  source: gapSource,
  clickable: ['unknown', 'no'],
  iconHalfPx: gapHalfPx,
  images: (look) => ({
    'coverage-gap-no': gapBadge('no', look, false),
    'coverage-gap-unknown': gapBadge('unknown', look, false),
    'coverage-gap-no-selected': gapBadge('no', look, true),
    'coverage-gap-unknown-selected': gapBadge('unknown', look, true)
  }),
  layers: (look) => [gapLayer('unknown', look), gapLayer('no', look)],
  legend: () => [
    { label: GAP_TITLES.no, swatch: { kind: 'icon', image: 'coverage-gap-no' } },
    { label: GAP_TITLES.unknown, swatch: { kind: 'icon', image: 'coverage-gap-unknown' } }
  ]
}
