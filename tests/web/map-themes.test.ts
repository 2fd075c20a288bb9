import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { registry } from '../../server/themes.ts'
import { groundTheme, landTheme, sovereigntyTheme } from '../../web/basemap/world-theme.ts'
import { LOCALES } from '../../web/i18n/i18n.svelte.ts'
import { firstLayers, layerGroups } from '../../web/layers.ts'
import { LayerState } from '../../web/map/layer-state.svelte.ts'
import { positionTheme } from '../../web/map/position-theme.ts'
import { type Look, type Theme, type TileSource, toMapLayers } from '../../web/map/theme.ts'
import { tourTheme } from '../../web/relics/on-map/tour-theme.ts'

const FIRST = firstLayers('mobile_5g_population')
const OPERATORS = ['Viettel', 'VNPT', 'MobiFone']
const switched = layerGroups(OPERATORS, new LayerState(FIRST)).flatMap(({ themes }) => themes)
const overlaid = layerGroups(OPERATORS, new LayerState([...FIRST, '5G'])).flatMap(({ themes }) => themes)
const themes = [
  ...new Set([...switched, ...overlaid, groundTheme, landTheme, sovereigntyTheme, positionTheme, tourTheme])
]
const looks = (['light', 'dark'] as const).flatMap((flavour) =>
  LOCALES.map((locale): Look => ({ flavour, locale }))
)
const isTiles = (source: Theme['source']): source is TileSource => source !== null && 'collections' in source

function styleOf(theme: Theme, look: Look) {
  const tiles = { type: 'vector' as const, tiles: ['https://example.org/{z}/{y}/{x}'] }
  const data = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  return {
    version: 8 as const,
    sources: theme.source ? { [theme.source.id]: isTiles(theme.source) ? tiles : data } : {},
    layers: toMapLayers(theme, look).map(({ layer }) => layer)
  }
}

describe.each(looks)('in $flavour and $locale', (look) => {
  test.each(themes.map((theme) => [theme.id, theme] as const))('%s is a valid MapLibre style', (_, theme) => {
    expect(validateStyleMin(styleOf(theme, look))).toEqual([])
  })

  test.each(themes.map((theme) => [theme.id, theme] as const))(
    '%s has every image of its legend',
    (_, theme) => {
      const images = Object.keys(theme.images?.(look) ?? {})
      const wanted = theme.legend(look).flatMap(({ swatch }) => {
        if (swatch.kind === 'icon') return [swatch.image]
        return swatch.kind === 'fill' && swatch.pattern ? [swatch.pattern] : []
      })
      expect(images).toEqual(expect.arrayContaining(wanted))
    }
  )
})

test('tile layers are collections that anyone may read and that have a place', () => {
  const drawn = registry.open.filter(({ geometry }) => geometry !== null).map(({ id }) => id)
  const asked = themes.flatMap(({ source }) => (isTiles(source) ? source.collections : []))
  expect(drawn).toEqual(expect.arrayContaining([...new Set(asked)]))
})

test('properties that styles read are carried by the tiles', () => {
  const read = JSON.stringify(
    themes.flatMap((theme) => (isTiles(theme.source) ? theme.layers(looks[0]!) : []))
  )
  const names = new Set([...read.matchAll(/\["get","(\w+)"\]/g)].map(([, name]) => name))
  const carried = registry.open.flatMap(({ fields }) =>
    fields.filter(({ tile }) => tile).map(({ name }) => name)
  )
  expect(carried).toEqual(expect.arrayContaining([...names]))
})

test('one source means one thing, whichever theme asks for it', () => {
  const sources = themes.flatMap(({ source }) => source ?? [])
  const texts = new Set(sources.map((source) => JSON.stringify(source)))
  expect(texts.size).toBe(new Set(sources.map(({ id }) => id)).size)
})

test('light and dark have the same layers, so that the look can change in place', () => {
  const ids = (flavour: Look['flavour']) =>
    themes.flatMap((theme) => toMapLayers(theme, { flavour, locale: 'vi' }).map(({ layer }) => layer.id))
  expect(ids('dark')).toEqual(ids('light'))
})

test('what differs between light and dark hangs on no property, so that paper can be light at once', () => {
  const paints = (flavour: Look['flavour']) =>
    themes.flatMap((theme) =>
      toMapLayers(theme, { flavour, locale: 'vi' }).flatMap(({ layer }) =>
        Object.entries({ ...layer.paint, ...layer.layout }).map(([name, value]) => ({
          name: `${layer.id} ${name}`,
          value: JSON.stringify(value)
        }))
      )
    )
  const dark = paints('dark')
  const differing = paints('light').filter(({ value }, i) => value !== dark[i]?.value)
  expect(differing.filter(({ value }) => /"(get|feature-state)"/.test(value))).toEqual([])
})

test.each(LOCALES)(
  'both archipelagos are named as Việt Nam in %s, and no label can push them away',
  (locale) => {
    const layers = toMapLayers(sovereigntyTheme, { flavour: 'light', locale }).map(({ layer }) => layer)
    const archipelago = layers.find(({ id }) => id === 'sovereignty-archipelago')
    const text = JSON.stringify(archipelago)
    expect(text).toMatch(/Hoàng Sa[^"]*Vi[eệ]t Nam/)
    expect(text).toMatch(/Trường Sa[^"]*Vi[eệ]t Nam/)
    expect(archipelago).toMatchObject({ layout: { 'text-overlap': 'always', 'text-ignore-placement': true } })
    expect(archipelago).not.toHaveProperty('minzoom')
  }
)
