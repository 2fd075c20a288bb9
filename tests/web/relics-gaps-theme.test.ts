import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import type { RelicGaps } from '../../server/relics/staff-contract.ts'
import { type Look, toMapLayers } from '../../web/map/theme.ts'
import { gapsFeatures, gapsTheme } from '../../web/relics/gaps-theme.ts'

const relic = (more: Partial<RelicGaps>): RelicGaps => ({
  ...{
    slug: 'dinh',
    placeId: 1,
    name: 'Đình',
    rank: null,
    kind: null,
    communeCode: null,
    isProtected: false
  },
  ...{ images: 0, decided: false, placed: false, pictured: false, described: false, more: false },
  ...{ addressed: true, archived: false, score: 1, place: { lng: 105.9, lat: 18.3 } },
  ...more
})
const propertiesOf = (...relics: RelicGaps[]) =>
  gapsFeatures(relics, 'mo').features.map(({ properties }) => properties)

const looks: Look[] = [
  { flavour: 'light', locale: 'vi' },
  { flavour: 'dark', locale: 'en' }
]
describe.each(looks)('in $flavour', (look) => {
  test('the map of what relics lack is a valid MapLibre style', () => {
    const data = gapsFeatures([relic({})], undefined)
    const sources = { relic_gaps: { type: 'geojson' as const, data } }
    const layers = toMapLayers(gapsTheme, look).map(({ layer }) => layer)
    expect(validateStyleMin({ version: 8, sources, layers })).toEqual([])
  })

  test('every score, hidden or not, and every class of the legend has its sign', () => {
    const scores = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((score) =>
      [false, true].map((isProtected) => relic({ score, isProtected }))
    )
    const shown = propertiesOf(...scores).map((properties) => properties?.['image'])
    const explained = gapsTheme.legend(look).map(({ swatch }) => swatch.kind === 'icon' && swatch.image)
    expect(Object.keys(gapsTheme.images?.(look) ?? {})).toEqual(
      expect.arrayContaining([...shown, ...explained])
    )
  })
})

test('two relics of one cell stand beside one another, and the open one is marked', () => {
  expect(propertiesOf(relic({}), relic({ slug: 'mo' }))).toEqual([
    expect.objectContaining({ slug: 'dinh', beside: 0, open: 0 }),
    expect.objectContaining({ slug: 'mo', beside: 1, open: 1 })
  ])
})

test('what has no coordinates is no sign', () => {
  expect(propertiesOf(relic({ place: null }))).toEqual([])
})
