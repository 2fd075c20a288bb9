import type { FeatureCollection, Point } from 'geojson'
import type { CategoryTheme, PublicReport } from '../../../server/reports/contract.ts'
import { badge } from '../../map/drawing.ts'
import { INK } from '../../map/flavour.ts'
import { SEMIBOLD } from '../../map/fonts.ts'
import type { DataSource, LegendItem, Look, Theme } from '../../map/theme.ts'
import { CATEGORY_THEMES } from '../category-themes.ts'
import { LATE, PAPER, THEME_SIGNS } from '../signs.ts'
import { OUTCOME_SIGNS, outcomeOf, OUTCOMES, type Outcome } from './outcomes.ts'

/** Where signs would cover one another, one circle stands for them with their number; it opens up with the zoom. */
export const reportSource: DataSource = {
  id: 'reports',
  data: true,
  cluster: { radiusPx: 28, maxzoom: 12, sums: ['count', 'open'], maxima: [] }
}

const imageOf = (theme: CategoryTheme, outcome: Outcome, late: boolean) =>
  `reports-public-${theme}-${outcome}${late ? '-late' : ''}`

/** Public reports for `MapView.setData(reportSource, …)`. */
export const reportFeatures = (reports: readonly PublicReport[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: reports.map(({ number, theme, state, overdue, place }) => ({
    type: 'Feature',
    properties: {
      number,
      image: imageOf(theme, outcomeOf(state), overdue),
      count: 1,
      open: outcomeOf(state) === 'open' ? 1 : 0
    },
    geometry: { type: 'Point', coordinates: [place.lng, place.lat] }
  }))
})

const ICON_PX = 28
const CLUSTER_PX = 40

function signOf(theme: CategoryTheme, outcome: Outcome, late: boolean, { flavour }: Look) {
  const { fill, ring, ink, glyph, dash } = OUTCOME_SIGNS[outcome]
  const { shape, glyph: about } = THEME_SIGNS[theme]
  return badge({
    shape,
    fill: fill[flavour],
    ring: (late ? LATE : ring)[flavour],
    ringWidth: late ? 3.2 : 1.8,
    ink: ink[flavour],
    glyph: glyph?.[shape === 'triangle' ? 'low' : 'middle'] ?? about,
    size: ICON_PX,
    ...(dash ? { dash } : {})
  })
}

const clusterSign = ({ flavour }: Look) =>
  badge({ shape: 'circle', fill: PAPER[flavour], ring: INK[flavour], ringWidth: 1.6, size: CLUSTER_PX })

/** Every sign that a report can have; only what is open can be late. */
const images = (look: Look) => ({
  'reports-public-cluster': clusterSign(look),
  ...Object.fromEntries(
    CATEGORY_THEMES.flatMap((theme) => [
      ...OUTCOMES.map((outcome) => [imageOf(theme, outcome, false), signOf(theme, outcome, false, look)]),
      [imageOf(theme, 'open', true), signOf(theme, 'open', true, look)]
    ])
  )
})

const item = (label: LegendItem['label'], image: string): LegendItem => ({
  label,
  swatch: { kind: 'icon', image }
})

const legend = (): LegendItem[] => [
  ...OUTCOMES.map((outcome) => item(OUTCOME_SIGNS[outcome].title, imageOf('waste', outcome, false))),
  item({ vi: 'Quá hạn', en: 'Overdue' }, imageOf('waste', 'open', true)),
  ...CATEGORY_THEMES.map((theme) => item(THEME_SIGNS[theme].title, imageOf(theme, 'open', false))),
  item({ vi: 'Nhiều phản ánh gần nhau', en: 'Several near one another' }, 'reports-public-cluster')
]

/** Approved reports: shape, glyph and colour from one declaration, on the map, in its legend, on paper. */
export const reportTheme: Theme = {
  id: 'reports',
  title: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  source: reportSource,
  clickable: ['sign', 'cluster'],
  iconHalfPx: ({ cluster }) => (cluster === true ? CLUSTER_PX : ICON_PX) / 2,
  images,
  layers: ({ flavour }) => [
    {
      id: 'sign',
      band: 'finding',
      type: 'symbol',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 0.85, 15, 1],
        'icon-overlap': 'always',
        // What waits lies on what is done.
        'symbol-sort-key': ['get', 'open']
      }
    },
    {
      id: 'cluster',
      band: 'finding',
      type: 'symbol',
      filter: ['has', 'point_count'],
      layout: {
        'icon-image': 'reports-public-cluster',
        'icon-size': ['interpolate', ['linear'], ['get', 'count'], 2, 0.7, 20, 1],
        'icon-overlap': 'always',
        'text-field': ['to-string', ['get', 'count']],
        'text-font': SEMIBOLD,
        'text-size': 12,
        'text-overlap': 'always'
      },
      paint: { 'text-color': INK[flavour] }
    }
  ],
  legend
}
