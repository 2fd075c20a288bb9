import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import type { Target } from '../../server/plans/contract.ts'
import { labelPoint } from '../../web/areas/label-point.ts'
import { figureClass } from '../../web/coverage/figure-scale.ts'
import { metresOutside } from '../../web/map/distance.ts'
import { LayerState } from '../../web/map/layer-state.svelte.ts'
import { positionFeatures } from '../../web/map/position-theme.ts'
import { scaleBar } from '../../web/map/scale.ts'
import { axisName, toVn2000, zoneFor } from '../../web/map/vn2000.ts'

describe('layers in the address', () => {
  test('the first state writes nothing', () => {
    expect(new LayerState(['roads', 'gaps']).text).toBeNull()
  })

  test('what is written is read again, hidden operators with any letters included', () => {
    const state = new LayerState(['roads'])
    state.toggle('5G')
    state.toggle('roads')
    state.toggleOperator('Nhà mạng A, B!')
    const copy = new LayerState(['roads'], state.text)
    expect([...copy.on]).toEqual(['5G'])
    expect([...copy.hiddenOperators]).toEqual(['Nhà mạng A, B!'])
  })

  test('all layers off is a state of its own', () => {
    const state = new LayerState(['roads'])
    state.toggle('roads')
    expect([...new LayerState(['roads'], state.text).on]).toEqual([])
  })

  test('an address that was cut short is ignored where it makes no sense', () => {
    expect([...new LayerState(['roads'], 'gaps,!%E1%BA').hiddenOperators]).toEqual([])
  })
})

describe('VN-2000', () => {
  test('the vector of the project: WGS 84 (18.34 N, 105.90 E) in EPSG:9209', async () => {
    const zone = zoneFor('Hà Tĩnh', 105.9)
    expect(zone).toEqual({ axis: 105.5, epsg: 9209, official: true })
    const { eastM, northM } = await toVn2000({ lng: 105.9, lat: 18.34 }, zone)
    expect(eastM).toBeCloseTo(542080.2267, 3)
    expect(northM).toBeCloseTo(2028567.3968, 3)
  })

  test('the vector of the datum: EPSG:4756 (18.34 N, 105.90 E) has the plane coordinates of its WGS 84 place', async () => {
    const zone = zoneFor('Hà Tĩnh', 105.9)
    const plane = `+proj=tmerc +lat_0=0 +lon_0=105.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs`
    // Within its own datum the projection alone; no shift.
    const [eastM = 0, northM = 0] = proj4('+proj=longlat +ellps=WGS84 +no_defs', plane, [105.9, 18.34])
    const shifted = await toVn2000({ lng: 105.90185111, lat: 18.33900317 }, zone)
    expect(shifted.eastM).toBeCloseTo(eastM, 2)
    expect(shifted.northM).toBeCloseTo(northM, 2)
  })

  test.each([
    ['Tỉnh Thái Nguyên', 106.5, 9213],
    ['Thành phố Hải Phòng', 105.75, 9210],
    ['Thành phố Hồ Chí Minh', 105.75, 9210]
  ])('%s measures along %d°', (province, axis, epsg) => {
    expect(zoneFor(province, 0)).toEqual({ axis, epsg, official: true })
  })

  test('for an unknown province the nearest axis, and it says so', () => {
    expect(zoneFor('(minh họa)', 105.34)).toEqual({ axis: 105.5, epsg: 9209, official: false })
    expect(zoneFor(null, 108.3)).toMatchObject({ axis: 108.25, official: false })
  })

  test('axes are named in degrees and minutes', () => {
    expect(axisName(105.5)).toBe('105°30′')
    expect(axisName(108)).toBe('108°00′')
  })
})

test.each([
  [1, 100, 100],
  [1, 99, 50],
  [9.55, 96, 500],
  [0.3, 96, 20]
])('a scale bar at %d m per pixel within %d px is %d m long', (metresPerPixel, maxPx, metres) => {
  expect(scaleBar(metresPerPixel, maxPx)).toEqual({ metres, px: metres / metresPerPixel })
})

describe('the point of a name', () => {
  const ring = (...corners: [number, number][]) => [...corners, corners[0] ?? [0, 0]]

  test('lies inside a horseshoe, where the middle of the box does not', () => {
    const horseshoe = ring([0, 0], [10, 0], [10, 10], [7, 10], [7, 3], [3, 3], [3, 10], [0, 10])
    const [x, y] = labelPoint([horseshoe])
    expect(y < 3 || x < 3 || x > 7).toBe(true)
  })

  test('keeps out of a hole', () => {
    const [x, y] = labelPoint([
      ring([0, 0], [10, 0], [10, 10], [0, 10]),
      ring([2, 2], [8, 2], [8, 8], [2, 8])
    ])
    expect(x > 2 && x < 8 && y > 2 && y < 8).toBe(false)
  })
})

describe('the class of a figure', () => {
  const target: Target = {
    year: 2026,
    quarter: null,
    comparator: '>=',
    value: 80,
    stretch: null,
    leadUnit: null,
    note: null
  }
  const figure = (value: number | null, verdict: 'met' | 'not_met' | 'undetermined' | null) => ({
    value,
    verdict,
    reason: null
  })

  test.each([
    [39, 'not_met', 'far_below'],
    [40, 'not_met', 'below'],
    [64, 'not_met', 'below'],
    [65, 'not_met', 'just_below'],
    [79, 'undetermined', 'undetermined'],
    [80, 'met', 'met']
  ] as const)('%d %s is %s', (value, verdict, expected) => {
    expect(figureClass(figure(value, verdict), target)).toBe(expected)
  })

  test('without a target fifths of a hundred', () => {
    expect([0, 20, 59.9, 100].map((value) => figureClass(figure(value, null), null))).toEqual([
      'fifth_1',
      'fifth_2',
      'fifth_3',
      'fifth_5'
    ])
  })

  test('an absent figure is the class of its reason, never a value', () => {
    expect(figureClass({ value: null, verdict: null, reason: 'withheld' }, target)).toBe('withheld')
    expect(figureClass(figure(null, 'undetermined'), target)).toBe('no_data')
  })
})

describe('how far outside the commune', () => {
  const frame = [105, 19, 105.1, 19.1] as const

  test('inside it is nought', () => {
    expect(metresOutside(frame, { lng: 105.05, lat: 19.05 })).toBe(0)
  })

  test('one hundredth of a degree north of its edge is 1.1 km', () => {
    expect(metresOutside(frame, { lng: 105.05, lat: 19.11 })).toBeCloseTo(1112, 0)
  })
})

test('the circle of accuracy is as wide as it says', () => {
  const { features } = positionFeatures({ lng: 105.9, lat: 18.34, accuracyM: 1000 })
  const geometry = features[0]?.geometry
  const corners = geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []
  const east = Math.max(...corners.map(([lng = 0]) => lng))
  expect((east - 105.9) * 111_319 * Math.cos((18.34 * Math.PI) / 180)).toBeCloseTo(1000, -1)
})
