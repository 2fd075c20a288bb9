import type { FeatureCollection, Point } from 'geojson'
import type { CategoryTheme, ReportState } from '../../../server/reports/contract.ts'
import type { StaffReport } from '../../../server/reports/staff-contract.ts'
import type { Localized } from '../../../server/collections/contract.ts'
import { badge } from '../../map/drawing.ts'
import { INK, RING } from '../../map/flavour.ts'
import { SEMIBOLD } from '../../map/fonts.ts'
import type { Colour, DataSource, Look, Theme, ThemeLayer } from '../../map/theme.ts'
import { CATEGORY_THEMES } from '../category-themes.ts'
import { GREY, LATE, PAPER, PURPLE, THEME_SIGNS } from '../signs.ts'

/** How far a report has come: what its colour says. */
export type Stage = 'new' | 'working' | 'waiting' | 'ended'
const STAGES: Record<Stage, { title: Localized; colour: Colour }> = {
  new: { title: { vi: 'Mới', en: 'New' }, colour: { light: '#b3400a', dark: '#f2955c' } },
  working: {
    title: { vi: 'Đang xử lý', en: 'Being handled' },
    colour: { light: '#0f5c73', dark: '#7cc7dd' }
  },
  waiting: {
    title: { vi: 'Chờ người gửi', en: 'Waiting for the reporter' },
    colour: PURPLE
  },
  ended: { title: { vi: 'Đã kết thúc', en: 'Ended' }, colour: GREY }
}

const STAGE_OF: Record<ReportState, Stage> = {
  new: 'new',
  received: 'working',
  assigned: 'working',
  in_progress: 'working',
  waiting_for_reporter: 'waiting',
  resolved: 'ended',
  closed: 'ended',
  closed_unresolved: 'ended',
  duplicate: 'ended',
  out_of_scope: 'ended'
}
export const stageOf = (state: ReportState) => STAGE_OF[state]
export const stageColour = (state: ReportState): Colour => STAGES[STAGE_OF[state]].colour

/** On the inbox's map: where signs would cover one another, one circle stands for them with their number. */
export const staffReportSource: DataSource = {
  id: 'staff_reports',
  data: true,
  cluster: { radiusPx: 28, maxzoom: 14, sums: ['count'], maxima: ['late'] }
}
/** On the route's map: every point of the walk. */
export const routePointSource: DataSource = { id: 'route_points', data: true }

/** The listed reports for `MapView.setData(staffReportSource, …)`. */
export const staffReportFeatures = (reports: readonly StaffReport[]): FeatureCollection<Point> => ({
  type: 'FeatureCollection',
  features: reports.map(({ id, theme, state, overdue, place }) => ({
    type: 'Feature',
    properties: { id, image: imageOf(theme, stageOf(state), overdue), late: overdue ? 1 : 0, count: 1 },
    geometry: { type: 'Point', coordinates: [place.lng, place.lat] }
  }))
})

const imageOf = (theme: CategoryTheme, stage: Stage, late: boolean) =>
  `reports-${theme}-${stage}${late ? '-late' : ''}`

const ICON_PX = 30
const signOf = (theme: CategoryTheme, stage: Stage, late: boolean, { flavour }: Look) =>
  badge({
    shape: THEME_SIGNS[theme].shape,
    fill: STAGES[stage].colour[flavour],
    ring: late ? LATE[flavour] : RING[flavour],
    ringWidth: late ? 3 : 1.6,
    glyph: THEME_SIGNS[theme].glyph,
    ink: RING[flavour],
    size: ICON_PX
  })

const CLUSTER_PX = 40
const clusterImage = (late: boolean) => `reports-staff-cluster${late ? '-late' : ''}`
/** As on the public map; its ring says whether something in it is late. */
const clusterSign = (late: boolean, { flavour }: Look) =>
  badge({
    shape: 'circle',
    fill: PAPER[flavour],
    ring: (late ? LATE : INK)[flavour],
    ringWidth: late ? 3 : 1.6,
    size: CLUSTER_PX
  })

/** Every sign that a report can have. */
function images(look: Look) {
  const stages = Object.keys(STAGES) as Stage[] // the keys of a record of all stages
  const all = CATEGORY_THEMES.flatMap((theme) =>
    stages.flatMap((stage) => [false, true].map((late) => ({ theme, stage, late })))
  )
  return Object.fromEntries([
    ...all.map(({ theme, stage, late }) => [imageOf(theme, stage, late), signOf(theme, stage, late, look)]),
    ...[false, true].map((late) => [clusterImage(late), clusterSign(late, look)])
  ])
}

const sign: ThemeLayer = {
  id: 'sign',
  band: 'finding',
  type: 'symbol',
  filter: ['!', ['has', 'point_count']],
  layout: {
    'icon-image': ['get', 'image'],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 13, 1],
    'icon-overlap': 'always',
    // What is late lies on top.
    'symbol-sort-key': ['get', 'late']
  }
}
const cluster = ({ flavour }: Look): ThemeLayer => ({
  id: 'cluster',
  band: 'finding',
  type: 'symbol',
  filter: ['has', 'point_count'],
  layout: {
    'icon-image': ['case', ['==', ['get', 'late'], 1], clusterImage(true), clusterImage(false)],
    'icon-size': ['interpolate', ['linear'], ['get', 'count'], 2, 0.7, 20, 1],
    'icon-overlap': 'always',
    'text-field': ['to-string', ['get', 'count']],
    'text-font': SEMIBOLD,
    'text-size': 12,
    'text-overlap': 'always'
  },
  paint: { 'text-color': INK[flavour] }
})

export const staffReportTheme: Theme = {
  id: 'staff_reports',
  title: { vi: 'Phản ánh', en: 'Reports' },
  source: staffReportSource,
  clickable: ['sign', 'cluster'],
  iconHalfPx: (properties) => (properties['cluster'] === true ? CLUSTER_PX : ICON_PX) / 2,
  images,
  layers: (look) => [sign, cluster(look)],
  legend: () => [
    ...(Object.keys(STAGES) as Stage[]).map((stage) => ({
      label: STAGES[stage].title,
      swatch: { kind: 'icon' as const, image: imageOf('waste', stage, false) }
    })),
    {
      label: { vi: 'Quá hạn', en: 'Overdue' },
      swatch: { kind: 'icon', image: imageOf('waste', 'working', true) }
    },
    ...CATEGORY_THEMES.map((theme) => ({
      label: THEME_SIGNS[theme].title,
      swatch: { kind: 'icon' as const, image: imageOf(theme, 'working', false) }
    })),
    {
      label: { vi: 'Nhiều phản ánh gần nhau', en: 'Several near one another' },
      swatch: { kind: 'icon', image: clusterImage(false) }
    }
  ]
}

/** The same signs, none of them gathered. */
export const routePointTheme: Theme = {
  ...staffReportTheme,
  source: routePointSource,
  clickable: ['sign'],
  layers: () => [sign]
}
