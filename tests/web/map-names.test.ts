import { describe, expect, test } from 'vitest'
import { fromPixel, type NamedArea, placeNames, toPixel } from '../../web/areas/name-places.ts'
import { brokenLines, labelsAt } from '../../web/areas/village-names.ts'
import { atZoom } from '../../web/map/expressions.ts'

const square = (left: number, top: number, side: number) => [
  [
    { x: left, y: top },
    { x: left + side, y: top },
    { x: left + side, y: top + side },
    { x: left, y: top + side },
    { x: left, y: top }
  ]
]
const area = (left: number): NamedArea => ({
  rings: square(left, 0, 100),
  at: { x: left + 50, y: 50 },
  width: 60,
  height: 14
})
const meets = (a: { x: number; y: number }, b: { x: number; y: number }, width: number, height: number) =>
  Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height

test('a pixel of the world is the place that it was made from', () => {
  const [lng, lat] = fromPixel(toPixel([105.34, 19.07], 12.3), 12.3)
  expect(lng).toBeCloseTo(105.34, 9)
  expect(lat).toBeCloseTo(19.07, 9)
})

describe('names of areas', () => {
  test('stand in the middle when nothing is in the way', () => {
    expect(placeNames([area(0)], [])).toEqual([{ at: { x: 50, y: 50 }, covered: 0 }])
  })

  test('keep clear of an icon and inside their area', () => {
    const name = placeNames([area(0)], [{ x: 50, y: 50, half: 15 }])[0]?.at
    if (!name) throw new Error('no place')
    expect(meets(name, { x: 50, y: 50 }, 30 + 15, 7 + 15)).toBe(false)
    expect(name.y).toBeGreaterThan(7)
    expect(name.y).toBeLessThan(93)
    expect(name.x).toBeGreaterThanOrEqual(30)
    expect(name.x).toBeLessThanOrEqual(70)
  })

  test('keep clear of one another', () => {
    const narrow = (left: number): NamedArea => ({ ...area(left), at: { x: 100, y: 50 } })
    const [first, second] = placeNames([narrow(0), narrow(100)], []).map(({ at }) => at)
    if (!first || !second) throw new Error('no places')
    expect(meets(first, second, 60, 14)).toBe(false)
  })

  test('one that has no room says how much of it is covered', () => {
    const [name] = placeNames([{ ...area(0), rings: square(45, 45, 10) }], [{ x: 50, y: 50, half: 30 }])
    expect(name?.covered).toBeGreaterThan(0.5)
  })
})

describe('labels of villages', () => {
  const measure = (text: string) => text.length * 0.5

  test('long names are broken at blanks', () => {
    expect(brokenLines('Tổ dân phố Trung Thành 12', measure)).toBe('Tổ dân phố\nTrung Thành 12')
    expect(brokenLines('Nà Phặc', measure)).toBe('Nà Phặc')
  })

  test('the figure stands below the name once there is room for it', () => {
    const village = {
      code: 'a',
      name: 'Rú Mây',
      at: [105, 19] as [number, number],
      spread: 0,
      bbox: [104.9, 18.9, 105.1, 19.1] as [number, number, number, number],
      rings: [
        [
          [104.9, 18.9],
          [105.1, 18.9],
          [105.1, 19.1],
          [104.9, 19.1],
          [104.9, 18.9]
        ]
      ]
    }
    const noteAt = (zoom: number) =>
      labelsAt([village], { zoom, icons: [], notes: new Map([['a', '81,1%']]) }, measure)[0]?.note
    expect(noteAt(11)).toBe('')
    expect(noteAt(13)).toBe('\n81,1%')
  })
})

test.each([
  [9, 0.5],
  [12, 0.72],
  [20, 1]
])('at zoom %d the size is the one of its stop: %d', (zoom, size) => {
  expect(atZoom(zoom, [9, 0.5], [12, 0.72], [15, 1])).toBeCloseTo(size, 9)
})
