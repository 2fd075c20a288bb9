import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('unknown residents share what the register has left, by households', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.01, { residents: 40 }),
    home(0.005, 0.01, { residents: null, households: 10 }),
    home(0.015, 0.01, { residents: null, households: 5 })
  ])
  await map('Viettel', [area(0, 0, 0.0125, 0.02)])

  const answer = await population(code)

  expect(villageFigure(answer, `${code}-1`)).toMatchObject({
    numerator: 80,
    denominator: 100,
    value: 80,
    shared: 2
  })
  expect(answer.commune.figure).toMatchObject({ basis: 'premises', shared: 2 })
})

test('where the register says less than the points, unknown residents are missing', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.01, { residents: 101 }),
    home(0.005, 0.01, { residents: null }),
    home(0.03, 0.01)
  ])
  await map('Viettel', [area(0, 0, 0.04, 0.02)])

  const { figure } = (await population(code)).commune

  expect(figure).toMatchObject({ denominator: 121, low: 100, value: 100, high: 100 })
  expect(figure.missing).toContainEqual({ kind: 'residents', count: 1, villages: [`${code}-1`] })
})

test.each([
  ['safely covered', 0.01, { low: 50, value: 50, high: 100 }],
  ['proven without', 0.036, { low: 0, value: 50, high: 50 }]
])('premises of which nobody knows the people keep the bounds open: %s', async (_, dx, bounds) => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.03),
    home(0.036, 0.032),
    home(0.01, 0.01, { residents: 0 }),
    home(0.03, 0.01, { residents: 0 }),
    home(dx, 0.034, { residents: null })
  ])
  await map('Viettel', [area(0, 0.02, 0.02, 0.04)])
  await map('VNPT', [])

  const answer = await population(code)

  expect(answer.outsideVillages?.figure).toMatchObject({ denominator: 40, ...bounds, reason: null })
  expect(answer.commune.figure).toMatchObject({ denominator: 40, ...bounds, reason: null })
})

test('people of a register without points or buildings keep the bounds of the commune open', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01, { residents: 300 })])
  await map('Viettel', [area(-0.01, -0.01, 0.03, 0.03)])
  await map('VNPT', [])
  await server.promise(code, 'mobile_5g_population', 80)

  const answer = await population(code)

  expect(answer.commune.figure).toMatchObject({
    numerator: 300,
    unknown: 0,
    denominator: 300,
    low: 75,
    value: 100,
    high: 100,
    verdict: 'undetermined'
  })
  expect(answer.commune.figure.missing).toContainEqual({
    kind: 'collection',
    collection: 'premises',
    villages: [`${code}-2`]
  })
  expect(villageFigure(answer, `${code}-1`)).toMatchObject({ low: 100, value: 100, high: 100 })
})

test('points that stand for less than half of the register are told as partial', async () => {
  const { code, home, area, map } = await commune()
  await map('Viettel', [area(0, 0, 0.04, 0.04)])
  const missingOf = async (indicator: string) => {
    const { commune, villages } = await server.indicator(code, indicator)
    const own = villages.map(({ figure }) => figure.missing.filter(({ kind }) => kind === 'partial'))
    return [commune.figure.missing.filter(({ kind }) => kind === 'partial'), ...own]
  }
  const partial = { kind: 'partial', collection: 'premises' }
  await server.data.publish('premises', [
    home(0.005, 0.01, { households: 15, residents: 49, fibre: 'yes' }),
    home(0.025, 0.01, { households: 15, residents: 50, fibre: 'yes' })
  ])
  const few = [[{ ...partial, villages: [`${code}-1`] }], [partial], []]
  expect(await missingOf('mobile_5g_population')).toEqual(few)
  // By households alone there are enough of them.
  expect(await missingOf('fibre_households')).toEqual([[], [], []])

  await server.data.publish('premises', [home(0.015, 0.01, { residents: null, households: 0, fibre: 'yes' })])
  expect(await missingOf('mobile_5g_population')).toEqual([[], [], []])
})

test('of households too', async () => {
  const { code, home, area, map } = await commune()
  await map('Viettel', [area(0, 0, 0.04, 0.04)])
  await server.data.publish('premises', [
    home(0.005, 0.01, { households: 14, residents: 100, fibre: 'yes' }),
    home(0.025, 0.01, { households: 15, residents: 100, fibre: 'yes' })
  ])
  for (const indicator of ['mobile_5g_population', 'fibre_households']) {
    const { commune, villages } = await server.indicator(code, indicator)
    expect(commune.figure.missing).toEqual([
      { kind: 'partial', collection: 'premises', villages: [`${code}-1`] }
    ])
    expect(villages.map(({ figure }) => figure.missing.map(({ kind }) => kind))).toEqual([['partial'], []])
  }
})

test('where nobody lives a figure does not apply; where nobody knows how many do, data are missing', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.01, { residents: 0 }),
    home(0.01, 0.03, { residents: null })
  ])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])

  const answer = await population(code)

  expect(villageFigure(answer, `${code}-1`)).toMatchObject({ value: null, reason: 'not_applicable' })
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({
    reason: 'no_data',
    missing: [{ kind: 'collection', collection: 'premises' }]
  })
  expect(answer.outsideVillages?.figure).toMatchObject({ value: null, reason: 'no_data' })
  expect(answer.outsideVillages?.figure.missing).toContainEqual({ kind: 'residents', count: 1 })
  expect(answer.commune.figure).toMatchObject({ value: null, reason: 'no_data' })
})

test('in a commune without people, and outside of villages without any, a figure does not apply', async () => {
  const one = await commune()
  await server.data.publish('premises', [
    one.home(0.01, 0.01, { residents: 0 }),
    one.home(0.03, 0.01, { residents: 0 })
  ])
  await one.map('Viettel', [one.area(0, 0, 0.04, 0.04)])

  const answer = await population(one.code)

  expect(answer.commune.figure).toMatchObject({ value: null, reason: 'not_applicable' })
  expect(answer.outsideVillages?.figure).toMatchObject({ value: null, reason: 'not_applicable' })
})

test('a village without points shares its register out by floor area', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)])
  await server.data.publish('buildings', [
    { geom: area(0.022, 0.01, 0.0221, 0.0101), levels: 1 },
    { geom: area(0.038, 0.01, 0.0381, 0.0101), levels: 3 }
  ])
  await map('Viettel', [area(0, 0, 0.03, 0.02)])

  const answer = await population(code)

  expect(answer.commune.figure).toMatchObject({ basis: 'buildings', reason: null })
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({ basis: 'buildings', denominator: 100 })
  expect(villageFigure(answer, `${code}-2`).numerator).toBeCloseTo(25, 4)
})

test('a village of four households is withheld, and the next smallest with it', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.01, { households: 4 }),
    home(0.03, 0.01, { households: 50 }),
    home(0.03, 0.03, { households: 20 })
  ])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])

  const answer = await population(code)
  const withheld = { numerator: null, value: null, each: null, missing: [], sources: [], reason: 'withheld' }

  expect(villageFigure(answer, `${code}-1`)).toMatchObject(withheld)
  expect(answer.outsideVillages?.figure).toMatchObject(withheld)
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({ denominator: 20, reason: null })
  expect(answer.commune.figure).toMatchObject({ denominator: 60, reason: null })
})

test('a commune of four households is withheld as a whole', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01, { households: 4 })])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])

  expect((await population(code)).commune.figure).toMatchObject({ value: null, reason: 'withheld' })
})

test('verdicts flip exactly at their bounds', async () => {
  const { code, home, area, map } = await commune()
  const row = Array.from({ length: 10 }, (_, index) => home(0.001 + 0.002 * index, 0.01, { residents: 1 }))
  await server.data.publish('premises', row)
  await server.data.publish('premises', [home(0.03, 0.01, { residents: 0 })])
  await map('Viettel', [area(-0.01, -0.01, 0.018, 0.03)])
  await map('VNPT', [])
  await server.promise(code, 'mobile_5g_population', 90)
  const verdictFor = async (target: number) => {
    await server.db.query('update target set value = $2 where commune_code = $1', [code, target])
    return (await population(code)).commune.figure.verdict
  }

  expect((await population(code)).commune.figure).toMatchObject({ low: 90, value: 90, high: 90 })
  expect(await verdictFor(90)).toBe('met')
  expect(await verdictFor(90.00000000000001)).toBe('not_met')
})

test('every figure names its sources, with hash and date', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)], { title: 'Điểm hộ 2026' })
  await map('Viettel', [area(0, 0, 0.02, 0.02)], { validFrom: '2026-04-01' })

  const { figure } = (await population(code)).commune

  expect(figure.sources.map(({ collection }) => collection)).toEqual(
    expect.arrayContaining(['communes', 'villages', 'premises', 'operators', 'coverage_claims'])
  )
  const delivered = figure.sources.find(({ collection }) => collection === 'coverage_claims')
  expect(delivered).toMatchObject({ title: 'Viettel', validFrom: '2026-04-01' })
  expect(delivered?.sha256).not.toBe('')
})
