import { afterAll, beforeAll, expect, test } from 'vitest'
import { box, point } from '../support/commune-data.ts'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

// Communes stand far apart, one per test: each a square of 0.04° with a western and an eastern village in its lower half.
let next = 0
async function commune() {
  const code = String(10001 + next)
  const west = 104 + 0.1 * next++
  const { data } = server
  await data.publish('communes', [{ code, name: `Xã ${code}`, geom: box(west, 18, west + 0.04, 18.04) }])
  await data.publish('villages', [
    { code: `${code}-1`, name: 'Thôn Tây', kind: 'thôn', commune_code: code, population: 100, households: 30, geom: box(west, 18, west + 0.02, 18.02) },
    { code: `${code}-2`, name: 'Thôn Đông', kind: 'thôn', commune_code: code, population: 100, households: 30, geom: box(west + 0.02, 18, west + 0.04, 18.02) }
  ])
  await data.publish('operators', [
    { name: 'Viettel', technologies: ['5G', '4G'], commune_code: code },
    { name: 'VNPT', technologies: ['5G'], commune_code: code }
  ])
  const home = (dx: number, dy: number, more = {}) => ({ geom: point(west + dx, 18 + dy), residents: 4, households: 5, ...more })
  return { code, west, home }
}

test('counts the people in any map, and says whose map is missing', async () => {
  const { code, west, home } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01), home(0.03, 0.03)])
  await server.data.deliver({
    operator: 'Viettel',
    speaksFor: [code],
    claims: [{ geom: box(west, 18, west + 0.02, 18.02) }]
  })
  await server.promise(code, 'mobile_5g_population', 90)

  const answer = await server.indicator(code, 'mobile_5g_population')

  expect(answer.commune.figure).toMatchObject({
    numerator: 4,
    unknown: 8,
    denominator: 12,
    low: 100 / 3,
    value: 100 / 3,
    high: 100,
    each: { Viettel: 100 / 3 },
    operatorsExpected: ['VNPT', 'Viettel'],
    operatorsHeard: ['Viettel'],
    verdict: 'undetermined',
    basis: 'premises',
    reason: null
  })
  expect(answer.commune.figure.missing).toContainEqual({ kind: 'delivery', operator: 'VNPT' })
  expect(answer.commune.figure.land).toBeCloseTo(25, 2)
  expect(villageFigure(answer, `${code}-1`)).toMatchObject({ value: 100, land: 100 })
  expect(answer.outsideVillages?.figure).toMatchObject({ numerator: 0, denominator: 4 })
})
