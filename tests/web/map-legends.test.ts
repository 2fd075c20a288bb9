import { describe, expect, test } from 'vitest'
import type { Figure } from '../../server/plans/contract.ts'
import { figureLegend, figureStyles } from '../../web/coverage/figure-scale.ts'
import { signalLegend, signalStyles } from '../../web/coverage/signal-theme.ts'
import type { LegendItem, Look } from '../../web/map/theme.ts'
import { unknownImages } from '../../web/map/unknown.ts'
import { absent } from '../support/ui-figure.ts'

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
