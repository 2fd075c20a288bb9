import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { type Look, toMapLayers } from '../../web/map/theme.ts'
import { routeFeatures, routeTheme } from '../../web/reports/desk/route-theme.ts'
import { staffReportFeatures, staffReportTheme } from '../../web/reports/desk/report-theme.ts'
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
