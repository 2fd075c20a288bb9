import { describe, expect, test } from 'vitest'
import type { Figure } from '../../server/plans/contract.ts'
import { changeLegend, changeStep, changeStyle, changeStyles } from '../../web/coverage/change-scale.ts'
import { gapsCsv, signalCsv, signalTable } from '../../web/coverage/signal-table.ts'
import type { DeadSpots, Gaps } from '../../web/coverage/api.ts'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { cutOf } from '../../web/map/capture.ts'
import type { Look } from '../../web/map/theme.ts'
import { shareLegend } from '../../web/print/legend-room.ts'

const look: Look = { flavour: 'light', locale: 'vi' }
const figure = (value: number | null, unknown = 0): Figure => ({
  numerator: value,
  unknown,
  denominator: 100,
  low: value,
  value,
  high: value,
  basis: 'premises',
  threshold: { technology: '5G', level: null },
  verdict: null,
  stretchVerdict: null,
  missing: [],
  sources: [],
  reason: value === null ? 'no_data' : null
})

describe('the colours of a comparison', () => {
  test.each([
    [-10, 'fall_far'],
    [-9.9, 'fall'],
    [-1, 'fall'],
    [-0.99, 'same'],
    [0.99, 'same'],
    [1, 'rise'],
    [10, 'rise_far']
  ] as const)('%d points are %s', (points, step) => {
    expect(changeStep(points)).toBe(step)
  })

  test('a change is dotted while the ranges of the two days meet', () => {
    const wide = { ...figure(40, 30), high: 70 }
    expect(changeStyle(wide, figure(60), look)).toMatchObject({ className: 'rise_far', dotted: true })
    expect(changeStyle(figure(40), figure(60), look)).toMatchObject({ className: 'rise_far', dotted: false })
  })

  test('no change is dotted while something is not known', () => {
    expect(changeStyle(figure(60, 3), figure(60), look)).toMatchObject({ className: 'same', dotted: true })
    expect(changeStyle(figure(60), figure(60), look)).toMatchObject({ className: 'same', dotted: false })
  })

  test('without a figure on one of the days nothing is compared', () => {
    expect(changeStyle(figure(null), figure(60), look).className).toBe('none')
    expect(changeStyle(undefined, figure(60), look).className).toBe('none')
  })

  test('the legend has both directions, and what is dotted or hatched only when something is', () => {
    const villages = [{ code: 'a', figure: figure(60) }]
    const known = changeStyles({ villages, before: [{ code: 'a', figure: figure(60) }] }, look)
    const unknown = changeStyles({ villages, before: [] }, look)
    expect(changeLegend(known, look)).toHaveLength(5)
    expect(changeLegend(unknown, look).map(({ label }) => label.vi)).toContain('Không so sánh được')
  })
})

describe('the part of the map on a picture', () => {
  const size = { width: 1000, height: 600 }
  const covered = { left: 400, right: 0, top: 0, bottom: 0 }

  test('without a shape is what panels leave free', () => {
    expect(cutOf(size, covered)).toEqual({ x: 400, y: 0, width: 600, height: 600 })
  })

  test('for paper it is widened under the panels and never loses what was free', () => {
    const { x, y, width, height } = cutOf(size, covered, 1.42)
    expect({ y, height, width }).toEqual({ y: 0, height: 600, width: 852 })
    expect(x).toBeLessThanOrEqual(400)
    expect(x + width).toBe(1000)
  })

  test('a map that is too narrow is used in its whole width', () => {
    expect(cutOf({ width: 390, height: 600 }, { left: 0, right: 0, top: 0, bottom: 300 }, 1.42)).toEqual({
      x: 0,
      y: 0,
      width: 390,
      height: 300
    })
  })
})

test('a legend that is too long for the side of the map goes on over the page, nothing is left out', () => {
  const list = (heading: string) => ({
    heading,
    items: Array.from({ length: 9 }, (_, i) => ({
      label: `${i}`,
      swatch: { kind: 'icon' as const, image: '' }
    })),
    images: {}
  })
  const { beside, after } = shareLegend(['a', 'b', 'c', 'd'].map(list))
  expect([beside, after].map((lists) => lists.map(({ heading }) => heading))).toEqual([
    ['a', 'b'],
    ['c', 'd']
  ])
})

describe('lists of dead spots and gaps', () => {
  const place = { code: '99999', name: 'Minh Họa', kind: 'xã', illustration: true }
  const times = { asOf: '2026-11-22', knownAt: '2026-11-22T02:00:00Z', computedAt: '2026-11-22T02:00:00Z' }
  const village = { kind: 'thôn', provisional: false, missing: [], reason: null }
  const deadSpots: DeadSpots = {
    ...times,
    parameters: { k: 5, d: 100, technologies: ['4G', '5G'] },
    villages: [
      {
        ...village,
        code: '01',
        name: 'Bãi Dâu',
        state: 'covered',
        point: { lng: 105.5, lat: 19.25, from: 'centre' }
      },
      {
        ...village,
        code: '02',
        name: 'Rú Mây',
        state: 'no_signal',
        point: { lng: 105, lat: 19, from: 'cultural_house' }
      }
    ],
    counts: { no_signal: 1, patchy: 0, covered: 1, unknown: 0 },
    sources: []
  }

  const gaps: Gaps = {
    ...times,
    parameters: { k: 5, d: 100, technology: '5G' },
    gaps: [
      {
        id: 'x',
        villageCode: null,
        villageName: null,
        answer: 'unknown',
        premises: 7,
        households: 6,
        people: null,
        centre: { lng: 105.5, lat: 19.25 },
        radiusM: 50.8124,
        culturalHouseM: null,
        cellSiteM: 120.04174781
      }
    ],
    withheld: 0,
    missing: [],
    reason: null,
    sources: []
  }

  test('the worst village stands first, in words', () => {
    expect(signalTable(new I18n('vi'), deadSpots).rows.map(([name, state]) => [name, state])).toEqual([
      ['Thôn Rú Mây', 'Trắng sóng'],
      ['Thôn Bãi Dâu', 'Có sóng']
    ])
  })

  test('the file has the point in WGS 84 with a decimal comma, the rule and that it is an illustration', () => {
    const [header, first, second] = signalCsv(new I18n('vi'), place, deadSpots).split('\r\n')
    expect(header).toContain('Vĩ độ WGS 84;Kinh độ WGS 84')
    expect(first).toContain('Rú Mây;Trắng sóng')
    expect(second).toContain(';19,25;105,5;')
    expect(second).toMatch(/"k = 5, d = 100 m";22\/11\/2026;09:00 22\/11\/2026;.*Dữ liệu minh họa$/)
  })

  test('people whose number is not known are an empty cell', () => {
    expect(gapsCsv(new I18n('en'), place, gaps).split('\r\n')[1]).toBe(
      'Xã Minh Họa,,,5G,Unknown,,6,7,19.25,105.5,51,No data,120,"k = 5, d = 100 m",2026-11-22,2026-11-22T02:00:00Z,,Illustrative data'
    )
  })

  test('days and times of the clusters are written as in the other file, lengths in whole metres', () => {
    expect(gapsCsv(new I18n('vi'), place, gaps).split('\r\n')[1]).toBe(
      'Xã Minh Họa;;;5G;Chưa rõ;;6;7;19,25;105,5;51;Chưa có dữ liệu;120;"k = 5, d = 100 m";22/11/2026;09:00 22/11/2026;;Dữ liệu minh họa'
    )
  })
})
