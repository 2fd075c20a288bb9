import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { type Look, toMapLayers } from '../../web/map/theme.ts'
import { routeFeatures, routeTheme } from '../../web/reports/desk/route-theme.ts'
import { clustersOf } from '../../web/reports/desk/clusters.ts'
import {
  routePointTheme,
  staffReportFeatures,
  staffReportTheme
} from '../../web/reports/desk/report-theme.ts'
import { detail } from '../support/staff-report.ts'

const looks: Look[] = [
  { flavour: 'light', locale: 'vi' },
  { flavour: 'dark', locale: 'en' }
]
const contents = [
  {
    theme: staffReportTheme,
    data: staffReportFeatures([detail(), detail({ overdue: true, theme: 'traffic' })])
  },
  { theme: routePointTheme, data: staffReportFeatures([detail()]) },
  { theme: routeTheme, data: routeFeatures(null, [detail().place, detail().place]) }
]

describe.each(looks)('in $flavour', (look) => {
  test.each(contents)('$theme.id is a valid MapLibre style', ({ theme, data }) => {
    const sources = { [theme.source?.id ?? '']: { type: 'geojson' as const, data } }
    const layers = toMapLayers(theme, look).map(({ layer }) => layer)
    expect(validateStyleMin({ version: 8, sources, layers })).toEqual([])
  })

  test('every report and every class of the legend has its sign', () => {
    const images = Object.keys(staffReportTheme.images?.(look) ?? {})
    const shown = contents[0]?.data.features.map(({ properties }) => properties?.['image'])
    const explained = staffReportTheme
      .legend(look)
      .map(({ swatch }) => swatch.kind === 'icon' && swatch.image)
    expect(images).toEqual(expect.arrayContaining([...(shown ?? []), ...explained]))
  })
})

test('a circle that several tiles draw is one, and single signs are none', () => {
  const at = { lng: 105.9, lat: 18.34 }
  const cluster = { cluster: true, cluster_id: 7, count: 3, late: 1 }
  const icons = [
    { at, halfPx: 20, properties: cluster },
    { at, halfPx: 20, properties: cluster },
    { at, halfPx: 15, properties: { id: 'a', count: 1, late: 0 } }
  ]
  expect(clustersOf(icons)).toEqual([{ id: 7, at, count: 3, late: true }])
})
