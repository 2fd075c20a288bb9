import { expect, test } from 'vitest'
import { legsOf } from './tour-legs.ts'

const stop = (straightM: number | null, alongM: number | null = null) => ({ straightM, alongM })

test('without a way legs are straight, and the total is their sum', () => {
  expect(legsOf([stop(null), stop(100), stop(250)], { lineM: null })).toEqual({
    isAlongWay: false,
    metres: [100, 250],
    totalM: 350,
    isTotalOfWay: false
  })
})

test('a way that passes the stops in turn gives the legs; what lies before and after counts in the total', () => {
  const legs = legsOf([stop(null, 10), stop(100, 150), stop(250, 480)], { lineM: 500 })
  expect(legs).toEqual({ isAlongWay: true, metres: [140, 330], totalM: 500, isTotalOfWay: true })
})

test('a way that passes them in another order says the total only', () => {
  const legs = legsOf([stop(null, 0), stop(100, 150), stop(250, 0)], { lineM: 500 })
  expect(legs).toEqual({ isAlongWay: false, metres: [100, 250], totalM: 500, isTotalOfWay: true })
})

test('one stop has no legs', () => {
  expect(legsOf([stop(null)], { lineM: null }).metres).toEqual([])
})
