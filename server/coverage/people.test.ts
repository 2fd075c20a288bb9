import { expect, test } from 'vitest'
import { countCover } from './cover-count.ts'
import { scaleOf, tally, type Group } from './people.ts'

const group = (more: Partial<Group>): Group => ({
  communeCode: '10001',
  villageCode: '10001-1',
  importId: 1,
  mask: 0,
  depth: 0,
  count: 1,
  households: 1,
  residents: 0,
  blanks: 0,
  blankHouseholds: 0,
  floor: 0,
  ...more
})
const blank = (households: number) => group({ households, blanks: 1, blankHouseholds: households })
const heard = { operators: ['A', 'B'], silenceIsNo: true }

test('people are the residents where all are known, whatever the register says', () => {
  const groups = [group({ residents: 4 }), group({ residents: 3 })]

  expect(scaleOf(groups, 100).people(tally(groups))).toBe(7)
})

test('what the register has left is shared by households', () => {
  const groups = [group({ residents: 40 }), blank(2), blank(1)]
  const scale = scaleOf(groups, 100)

  expect(scale).toMatchObject({ basis: 'premises', uncounted: 0, shared: 2 })
  expect(
    scale.people(tally(groups, ({ households, blanks }) => blanks === 1 && households === 2))
  ).toBeCloseTo(40, 12)
  expect(scale.people(tally(groups))).toBe(100)
})

test('without a register, or with one that says less, unknown residents are not counted', () => {
  const groups = [group({ residents: 40 }), blank(2)]

  expect(scaleOf(groups, null).uncounted).toBe(1)
  expect(scaleOf(groups, 39).uncounted).toBe(1)
  expect(scaleOf(groups, 40)).toMatchObject({ uncounted: 0, shared: 0 })
})

test('footprints bear the register’s people by floor area, nobody without a register', () => {
  const groups = [group({ floor: 3 }), group({ floor: 1, mask: 1, depth: 2 })]

  expect(countCover(groups, 100, heard)).toMatchObject({ basis: 'buildings', total: 100, yes: 25 })
  expect(scaleOf(groups, null).basis).toBe('none')
})

test('each operator, all of them, the bounds and the doubts of one part', () => {
  const groups = [
    group({ residents: 1, mask: 3, depth: 3 }),
    group({ residents: 2, mask: 1, depth: 2 }),
    group({ residents: 4, depth: 1 }),
    group({ residents: 8 })
  ]

  expect(countCover(groups, null, heard)).toMatchObject({
    yes: 3,
    low: 1,
    high: 7,
    unknown: 0,
    all: 1,
    each: [3, 1]
  })
  expect(countCover(groups, null, { ...heard, silenceIsNo: false })).toMatchObject({
    yes: 3,
    high: 15,
    unknown: 12
  })
  expect(countCover(groups, null, heard).edgePlaces).toBe(2)
})
