import { featureFilter } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test, vi } from 'vitest'
import type { Figure } from '../../server/plans/contract.ts'
import { communeNameFeatures } from '../../web/areas/commune-name-theme.ts'
import { outlineOf } from '../../web/areas/commune-outline.ts'
import { hasGroundOutside } from '../../web/areas/ground-outside.ts'
import { communesAround } from '../../web/areas/theme.ts'
import { figureLegend, figureStyles } from '../../web/coverage/figure-scale.ts'
import { signalLegend, signalStyles } from '../../web/coverage/signal-theme.ts'
import type { Drawing } from '../../web/map/drawing.ts'
import { RING } from '../../web/map/flavour.ts'
import { type LegendItem, type Look, toMapLayers } from '../../web/map/theme.ts'
import { unknownImages } from '../../web/map/unknown.ts'
import { relicTheme } from '../../web/relics/theme.ts'
import { subjectLegend } from '../../web/stage-content.ts'
import type { Subject } from '../../web/subject.ts'
import { absent } from '../support/ui-figure.ts'
import { DELIVERY_C } from '../support/ui-fixtures.ts'
import { illustrationIndicators } from '../support/ui-indicators.ts'

const look: Look = { flavour: 'light', locale: 'vi' }
const REASONS = ['no_data', 'withheld'] as const

/** What a legend entry shows but for its words. */
const looksOf = (items: readonly LegendItem[]) => items.map(({ swatch }) => JSON.stringify(swatch))
const patternsOf = (items: readonly LegendItem[]) =>
  items.flatMap(({ swatch }) => (swatch.kind === 'fill' && swatch.pattern ? [swatch.pattern] : []))

describe('what is withheld is told from what nobody knows', () => {
  const villages = REASONS.map((reason): { code: string; figure: Figure } => ({
    code: reason,
    figure: absent(reason)
  }))
  const styles = figureStyles(villages, null, look)

  test('on the map', () => {
    expect(styles.get('no_data')).toMatchObject({ hatched: true, crossed: false })
    expect(styles.get('withheld')).toMatchObject({ hatched: false, crossed: true })
  })

  test('in the legend, with a pattern that the map has', () => {
    const legend = figureLegend(styles, look)
    expect(legend.map(({ label }) => label.vi)).toEqual(['Chưa có dữ liệu', 'Không công bố'])
    expect(new Set(looksOf(legend)).size).toBe(2)
    expect(Object.keys(unknownImages(look))).toEqual(expect.arrayContaining(patternsOf(legend)))
  })

  test('among the dead spots too', () => {
    const signal = signalStyles(
      [
        { code: 'a', state: 'unknown', reason: null },
        { code: 'b', state: 'unknown', reason: 'withheld' }
      ],
      look
    )
    expect(signal.get('a')).toMatchObject({ hatched: true })
    expect(signal.get('b')).toMatchObject({ hatched: false, crossed: true })
    const legend = signalLegend(signal, look)
    expect(legend.at(-1)?.label.vi).toBe('Không công bố')
    expect(new Set(looksOf(legend)).size).toBe(legend.length)
    expect(signalLegend(new Map(), look)).toHaveLength(4)
  })
})

describe('the commune that is open among others', () => {
  const layersOf = (open: string | null) =>
    toMapLayers(communesAround(open), look).map(({ layer }) => ({
      id: layer.id,
      drawn: (code: string) =>
        'filter' in layer
          ? featureFilter(layer.filter, 'layers[0].filter').filter({ zoom: 12 }, feature(code))
          : true
    }))
  const feature = (code: string) => ({ type: 3 as const, properties: { code } })
  const drawnFor = (open: string | null, code: string) =>
    layersOf(open).flatMap(({ id, drawn }) => (drawn(code) ? [id] : []))

  test('has the strong border, the others are veiled and named', () => {
    expect(drawnFor('18586', '18586')).toEqual(['communes-glow', 'communes-edge'])
    expect(drawnFor('18586', '18587')).toEqual(['communes-veil', 'communes-other-edge', 'communes-name'])
  })

  test('none is veiled while none is open', () => {
    expect(drawnFor(null, '18587')).toEqual(['communes-glow', 'communes-edge', 'communes-name'])
  })

  test('the legend tells it from the others', () => {
    const legend = communesAround('18586').legend(look)
    expect(legend.map(({ label }) => label.vi)).toEqual(['Xã đang xem', 'Xã, phường khác'])
    expect(new Set(looksOf(legend)).size).toBe(2)
  })
})

describe('where a commune has its name', () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 4],
    [0, 0]
  ]
  const small = [
    [9, 9],
    [10, 9],
    [10, 10],
    [9, 10],
    [9, 9]
  ]
  const outline = outlineOf({ type: 'MultiPolygon', coordinates: [[small], [square]] })
  const placeOf = (hasVillages: boolean) => communeNameFeatures('Xã Thử', outline, hasVillages).features[0]

  test('inside its largest part, or above that, where villages are named inside', () => {
    const [lng = 0, lat = 0] = placeOf(false)?.geometry.coordinates ?? []
    expect([lng > 0 && lng < 4, lat > 0 && lat < 4]).toEqual([true, true])
    expect(placeOf(true)).toMatchObject({
      geometry: { coordinates: [0, 4] },
      properties: { name: 'Xã Thử', anchor: 'bottom' }
    })
    expect(communeNameFeatures('Xã Thử', null, false).features).toEqual([])
  })

  test('ground outside all villages is told from strips along the border', () => {
    expect(outline.spread).toBeCloseTo(15)
    expect(hasGroundOutside(outline, [{ spread: 8 }, { spread: 6 }])).toBe(true)
    expect(hasGroundOutside(outline, [{ spread: 8 }, { spread: 6.9 }])).toBe(false)
    expect(hasGroundOutside(outline, [])).toBe(false)
    expect(hasGroundOutside(null, [{ spread: 1 }])).toBe(false)
  })

  test('such ground has an entry in the legend', () => {
    const [answer] = illustrationIndicators(DELIVERY_C)
    if (!answer) throw new Error('The fixtures have no indicator')
    const subject: Subject = { kind: 'figure', answer }
    const labels = (hasOutside: boolean) =>
      subjectLegend(subject, new Map(), look, hasOutside).map(({ label }) => label.vi)
    expect(labels(true)).toContain('Ngoài các thôn: nền bản đồ')
    expect(labels(false)).not.toContain('Ngoài các thôn: nền bản đồ')
  })
})

/** What a sign draws, but for its colours. */
function shapeOf(drawing: Drawing | undefined): string {
  const drawn: string[] = []
  class Path {
    readonly d: string
    constructor(d: string) {
      this.d = d
    }
  }
  vi.stubGlobal('Path2D', Path)
  const fills: string[] = []
  const context = {
    scale: () => undefined,
    setLineDash: () => undefined,
    fill: (path: Path) => drawn.push(path.d),
    stroke: () => undefined,
    set fillStyle(colour: string) {
      fills.push(colour)
    }
  }
  // Only what a badge asks of its canvas.
  drawing?.draw(context as unknown as CanvasRenderingContext2D)
  vi.unstubAllGlobals()
  const isHollow = fills.includes(RING.light)
  return `${drawn.join(' ')} ${isHollow ? 'hollow' : 'full'}`
}

test('ranks of relics differ by shape, not by shade alone', () => {
  const images = relicTheme.images?.(look) ?? {}
  const shapes = relicTheme.legend(look).map(({ swatch }) => {
    expect(swatch.kind).toBe('icon')
    return shapeOf(swatch.kind === 'icon' ? images[swatch.image] : undefined)
  })
  expect(new Set(shapes).size).toBe(4)
})
