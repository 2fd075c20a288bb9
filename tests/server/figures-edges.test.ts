import { afterAll, beforeAll, expect, test } from 'vitest'
import { box, multipolygon } from '../support/commune-data.ts'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const commune = () => squareCommune(server.data)
const population = async (code: string, query?: string) =>
  server.indicator(code, 'mobile_5g_population', query)

test('a premises on the edge of a claim is covered, and not safely', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.0078125, 0.01)])
  await map('Viettel', [area(0.0078125, 0, 0.015625, 0.02)])

  expect((await population(code)).commune.figure).toMatchObject({ low: 0, value: 100 })
})

test('a premises in a hole is not covered, on the hole’s edge it is', async () => {
  const { code, west, south, home } = await commune()
  const at = (dx: number, dy: number) => [west + dx, south + dy] as const
  const shell = [at(0, 0), at(0.03125, 0), at(0.03125, 0.03125), at(0, 0.03125)]
  const hole = [
    at(0.0078125, 0.0078125),
    at(0.015625, 0.0078125),
    at(0.015625, 0.015625),
    at(0.0078125, 0.015625)
  ]
  await server.data.publish('premises', [home(0.01, 0.01), home(0.015625, 0.01)])
  await server.data.deliver({
    operator: 'Viettel',
    speaksFor: [code],
    claims: [{ geom: multipolygon([[shell, hole]]) }]
  })
  await server.data.deliver({ operator: 'VNPT', speaksFor: [code], claims: [] })

  expect((await population(code)).commune.figure).toMatchObject({
    numerator: 20,
    denominator: 40,
    unknown: 0
  })
})

test('two claims of one delivery that share an edge have none between them', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.0078125, 0.01)])
  await map('Viettel', [area(0, 0, 0.0078125, 0.02), area(0.0078125, 0, 0.02, 0.02)])

  expect(villageFigure(await population(code), `${code}-1`)).toMatchObject({ low: 100, value: 100 })
})

test('claims of two deliveries do not make each other’s edge safe', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.0078125, 0.01)])
  await map('Viettel', [area(0, 0, 0.0078125, 0.02)])
  await map('VNPT', [area(0.0078125, 0, 0.02, 0.02)])

  expect((await population(code)).commune.figure).toMatchObject({ low: 0, value: 100, all: 100 })
})

test('near is each claim’s own resolution, safe the coarsest of the delivery', async () => {
  const { code, west, south, home } = await commune()
  const claim = (x0: number, x1: number, resolution_m: number) => ({
    geom: box(west + x0, south, west + x1, south + 0.02),
    resolution_m
  })
  // 0.001° of longitude is some 107 m here: outside of a 10 m claim and of a 200 m claim; then 107 m inside the first.
  await server.data.publish('premises', [home(0.006, 0.01), home(0.011, 0.01), home(0.004, 0.01)])
  await server.data.deliver({
    operator: 'Viettel',
    speaksFor: [code],
    claims: [claim(0, 0.005, 10), claim(0.012, 0.016, 200)]
  })
  await server.data.deliver({ operator: 'VNPT', speaksFor: [code], claims: [] })

  const figure = villageFigure(await population(code), `${code}-1`)

  expect(figure).toMatchObject({ numerator: 20, low: 0, high: 200 / 3 })
  expect(figure.missing).toContainEqual({ kind: 'edge', count: 2 })
})

test('a premises on the edge of two villages counts once, in the lower code', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.02, 0.01)])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])

  const answer = await population(code)

  expect(villageFigure(answer, `${code}-1`).denominator).toBe(20)
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({ denominator: null, reason: 'no_data' })
  expect(answer.commune.figure.denominator).toBe(20)
})

test('a premises outside of every commune is nobody’s', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.05, 0.01)])
  await map('Viettel', [area(0, 0, 0.06, 0.04)])

  expect((await population(code)).commune.figure.denominator).toBe(20)
})

test('a later delivery replaces the earlier one from its day on, an empty one too; undo brings it back', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])
  await map('VNPT', [])
  const empty = await map('Viettel', [], { validFrom: '2026-04-01' })

  expect((await population(code, 'asOf=2026-03-31')).commune.figure.value).toBe(100)
  expect((await population(code, 'asOf=2026-04-01')).commune.figure.value).toBe(0)
  await server.data.undo(empty)
  expect((await population(code, 'asOf=2026-04-01')).commune.figure.value).toBe(100)
})

test('an expired claim and one to come cover nothing', async () => {
  const { code, home, area } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)])
  const geom = area(0, 0, 0.02, 0.02)
  await server.data.deliver({
    operator: 'Viettel',
    speaksFor: [code],
    claims: [
      { geom, valid_to: '2026-03-01' },
      { geom, valid_from: '2026-07-01' }
    ]
  })
  const valueOn = async (day: string) => (await population(code, `asOf=${day}`)).commune.figure.value

  expect(await valueOn('2026-02-28')).toBe(100)
  expect(await valueOn('2026-03-01')).toBe(0)
  expect(await valueOn('2026-06-30')).toBe(0)
  expect(await valueOn('2026-07-01')).toBe(100)
})

test('a map for another commune covers here while its operator is silent here, but its silence is no answer', async () => {
  const { code, home, area } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01)])
  await server.data.deliver({
    operator: 'Viettel',
    speaksFor: ['99999'],
    claims: [{ geom: area(0, 0, 0.02, 0.02) }]
  })
  await server.data.deliver({ operator: 'VNPT', speaksFor: [code], claims: [] })

  const before = (await population(code)).commune.figure
  await server.data.deliver({ operator: 'Viettel', speaksFor: [code], claims: [] })
  const after = (await population(code)).commune.figure

  expect(before).toMatchObject({ numerator: 20, unknown: 20, operatorsHeard: ['VNPT'] })
  expect(after).toMatchObject({ numerator: 0, unknown: 0, high: 0 })
})

test('more operators than can be counted are refused with a sentence', async () => {
  const { code, home, area } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)])
  const names = Array.from({ length: 53 }, (_, index) => `Nhà mạng ${index}`)
  const claims = [{ geom: area(0, 0, 0.02, 0.02) }]
  const [first = '', ...rest] = names
  await server.data.deliverAll(rest.map((operator) => ({ operator, speaksFor: [code], claims })))
  const counted = (await population(code)).commune.figure
  await server.data.deliver({ operator: first, speaksFor: [code], claims: [] })

  const response = await server.app.inject(`/api/communes/${code}/indicators/mobile_5g_population`)

  expect(Object.values(counted.each ?? {})).toEqual(rest.map(() => 100))
  expect(counted.all).toBe(100)
  expect(response.statusCode).toBe(422)
  expect(response.json().detail).toContain('53 nhà mạng')
})
