import { expect, test } from 'vitest'
import { asideOf } from '../../web/basemap/name-aside.ts'

/** A phone: controls at the right, a sheet at the foot. */
const free = { left: 0, top: 16, right: 328, bottom: 365 }
const half = { x: 60, y: 15 }

test('a name that is read whole stays where it is', () => {
  expect(asideOf({ x: 200, y: 200 }, half, free)).toEqual({ x: 0, y: 0 })
})

test('a name that would lie under the controls or over the edge stands beside them', () => {
  expect(asideOf({ x: 321, y: 300 }, half, free)).toEqual({ x: -53, y: 0 })
  expect(asideOf({ x: 20, y: 370 }, half, free)).toEqual({ x: 40, y: -20 })
})

test('a name never stands so far from its place that another one would seem to be meant', () => {
  expect(asideOf({ x: 429, y: 300 }, half, free)).toEqual({ x: 0, y: 0 })
  expect(asideOf({ x: 321, y: 500 }, half, free)).toEqual({ x: 0, y: 0 })
})
