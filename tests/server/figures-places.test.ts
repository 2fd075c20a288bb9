import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const commune = () => squareCommune(server.data)

test('Wifi: declared is the value, checked in time the proof, unknown counts up', async () => {
  const { code, at } = await commune()
  const house = (dx: number, wifi: string, checked: string | null) => ({
    name: 'Nhà văn hóa',
    wifi,
    wifi_checked_on: checked,
    geom: at(dx, 0.01)
  })
  await server.data.publish('cultural_houses', [
    house(0.005, 'yes', '2026-04-01'),
    house(0.01, 'yes', '2026-03-31'),
    house(0.015, 'yes', '2026-07-01'),
    house(0.03, 'unknown', null),
    house(0.035, 'no', '2026-06-30')
  ])

  const answer = await server.indicator(code, 'cultural_house_wifi')

  expect(answer.commune.figure).toMatchObject({
    numerator: 3,
    unknown: 1,
    denominator: 5,
    low: 20,
    value: 60,
    high: 80,
    missing: [
      { kind: 'facts', count: 1 },
      { kind: 'checks', count: 2 }
    ]
  })
  expect(answer.commune.figure.threshold.checkedWithinDays).toBe(90)
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({ low: 0, value: 0, high: 50 })
  expect(villageFigure(answer, `${code}-1`)).toMatchObject({
    low: 100 / 3,
    missing: [{ kind: 'checks', count: 2 }]
  })
  expect(
    (await server.indicator(code, 'cultural_house_wifi', 'asOf=2026-06-30&days=91')).commune.figure.low
  ).toBe(40)
  expect(answer.outsideVillages?.figure).toMatchObject({ value: null, reason: 'not_applicable' })
})

test('institutions: from 100 Mbit/s, an unknown line counts up only', async () => {
  const { code, at } = await commune()
  const school = (dx: number, line: number | null) => ({
    name: 'Trường',
    kind: 'school',
    line_mbps: line,
    geom: at(dx, 0.01)
  })
  await server.data.publish('institutions', [
    school(0.01, 100),
    school(0.02, 99.9),
    school(0.03, null),
    school(0.035, 0)
  ])

  const { figure } = (await server.indicator(code, 'institution_highspeed')).commune

  expect(figure).toMatchObject({ numerator: 1, unknown: 1, denominator: 4, low: 25, value: 25, high: 50 })
})

test('cameras: a village has one when one works; broken is a no, not stated is unknown', async () => {
  const { code, at } = await commune()
  const camera = (dx: number, state: string | null) => ({
    place: 'Ngã ba',
    owner: 'Xã',
    purpose: 'An ninh',
    state,
    geom: at(dx, 0.01)
  })
  await server.data.publish('cameras', [camera(0.005, 'broken'), camera(0.01, 'working'), camera(0.03, null)])

  const answer = await server.indicator(code, 'camera_villages')

  expect(answer.commune.figure).toMatchObject({
    numerator: 1,
    unknown: 1,
    denominator: 2,
    low: 50,
    value: 50,
    high: 100
  })
  expect(villageFigure(answer, `${code}-2`)).toMatchObject({ value: 0, high: 100 })
  expect(answer.outsideVillages).toBeNull()
})

const expectFixed = (code: string, names: string[], technology = 'fibre') =>
  server.data.publish(
    'operators',
    names.map((name) => ({ name, technologies: [technology], commune_code: code }))
  )

test('fixed 1 Gbit/s: one provider’s area says nothing of the others, a stated rate is a fact', async () => {
  const { code, home, area } = await commune()
  await server.data.publish('premises', [
    home(0.005, 0.01, { max_down_mbps: 1000 }),
    home(0.015, 0.01, { max_down_mbps: 300 }),
    home(0.03, 0.01, { max_down_mbps: null }),
    home(0.036, 0.03, { max_down_mbps: null })
  ])
  const figure = async () => (await server.indicator(code, 'fixed_1gbps')).commune.figure
  const serve = (provider: string, down_mbps: number, geom: string) =>
    server.data.publish('fixed_services', [{ provider, down_mbps, geom }])

  const before = await figure()
  await serve('VNPT', 1000, area(0.03, 0, 0.04, 0.02))
  const nobodyExpected = await figure()
  await expectFixed(code, ['VNPT', 'Viettel'])
  await expectFixed(code, ['FPT'], 'fixed')
  await serve('Viettel', 100, area(0, 0, 0.001, 0.001))
  const oneSilent = await figure()
  await serve('FPT', 100, area(0, 0, 0.001, 0.001))

  expect(before).toMatchObject({ numerator: 5, unknown: 10, denominator: 20, low: 25, high: 75 })
  expect(nobodyExpected).toMatchObject({ numerator: 10, unknown: 5, low: 50, high: 75 })
  expect(nobodyExpected.missing).toContainEqual({ kind: 'operators', collection: 'fixed_services' })
  expect(oneSilent).toMatchObject({ numerator: 10, unknown: 5, low: 50, high: 75 })
  expect(oneSilent.missing).toContainEqual({
    kind: 'delivery',
    operator: 'FPT',
    collection: 'fixed_services'
  })
  const allHeard = await figure()
  expect(allHeard).toMatchObject({ numerator: 10, unknown: 0, low: 50, high: 50 })
  // Two points for a register of 30 households: whom they are not is still told.
  expect(allHeard.missing).toEqual([
    { kind: 'partial', collection: 'premises', villages: [`${code}-1`, `${code}-2`] }
  ])
})

test('a provider’s area of 1 Gbit/s outweighs a lower rate that the premises states', async () => {
  const { code, home, area } = await commune()
  await server.data.publish('premises', [home(0.005, 0.01, { max_down_mbps: 300 })])
  await server.data.publish('fixed_services', [
    { provider: 'VNPT', down_mbps: 1000, geom: area(0, 0, 0.01, 0.02) }
  ])

  expect((await server.indicator(code, 'fixed_1gbps')).commune.figure).toMatchObject({ value: 100, low: 100 })
})

test('fibre reaches a village by a line that meets it or a premises that can order it', async () => {
  const { code, west, south, home } = await commune()
  await server.data.publish('premises', [
    home(0.01, 0.01, { fibre: 'no' }),
    home(0.03, 0.01, { fibre: 'yes' }),
    home(0.03, 0.012, { fibre: null })
  ])
  const before = await server.indicator(code, 'fibre_villages')
  const households = (await server.indicator(code, 'fibre_households')).commune.figure
  await server.data.publish('fibre_lines', [
    {
      operator: 'VNPT',
      geom: `SRID=4326;MULTILINESTRING((${west - 0.01} ${south + 0.01}, ${west} ${south + 0.01}))`
    }
  ])
  const after = await server.indicator(code, 'fibre_villages')

  expect(before.commune.figure).toMatchObject({ numerator: 1, unknown: 0, denominator: 2, value: 50 })
  expect(households).toMatchObject({ numerator: 5, unknown: 5, denominator: 15 })
  expect(after.commune.figure).toMatchObject({ numerator: 2, value: 100 })
  expect(villageFigure(after, `${code}-1`)).toMatchObject({ numerator: 1, value: 100 })
})

test('a village without a line is a no once everyone expected to lay fibre has told of lines here', async () => {
  const { code, west, south } = await commune()
  const lay = (operator: string) =>
    server.data.publish('fibre_lines', [
      {
        operator,
        geom: `SRID=4326;MULTILINESTRING((${west} ${south + 0.01}, ${west + 0.01} ${south + 0.01}))`
      }
    ])
  await expectFixed(code, ['VNPT', 'Viettel'])
  await lay('VNPT')
  const oneSilent = await server.indicator(code, 'fibre_villages')
  await lay('Viettel')
  const heard = await server.indicator(code, 'fibre_villages')

  expect(oneSilent.commune.figure).toMatchObject({ numerator: 1, unknown: 1, low: 50, high: 100 })
  expect(villageFigure(oneSilent, `${code}-2`).missing).toContainEqual({
    kind: 'delivery',
    operator: 'Viettel',
    collection: 'fibre_lines'
  })
  expect(heard.commune.figure).toMatchObject({ numerator: 1, unknown: 0, low: 50, high: 50 })
  expect(villageFigure(heard, `${code}-2`)).toMatchObject({ value: 0, high: 0, missing: [] })
})

test('residential land: inside, safely inside, within reach of the edge', async () => {
  const { code, area, map } = await commune()
  await server.data.publish('residential_areas', [{ name: 'Khu 1', geom: area(0.01, 0.005, 0.03, 0.015) }])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])
  await map('VNPT', [])

  const answer = await server.indicator(code, 'mobile_5g_residential')
  const { figure } = answer.commune

  expect(figure.denominator).toBeGreaterThan(2_300_000)
  expect(figure.value).toBeCloseTo(50, 6)
  // 100 m of 0.02° of longitude at this latitude.
  const band = 100 * (100 / (0.02 * 111_320 * Math.cos((16.1 * Math.PI) / 180)))
  expect(figure.low).toBeCloseTo(50 - band, 0)
  expect(figure.high).toBeCloseTo(50 + band, 0)
  expect(villageFigure(answer, `${code}-1`).value).toBeCloseTo(100, 6)
  expect(villageFigure(answer, `${code}-2`).value).toBeCloseTo(0, 6)
  expect(answer.outsideVillages?.figure).toMatchObject({ value: null, reason: 'not_applicable' })
})

test('operators of a list for every commune owe maps to the real ones, not to an illustration', async () => {
  const [real, made] = [await commune(), await commune()]
  await server.db.query('update commune set illustration = true where code = $1', [made.code])
  const days = { valid_from: '2031-01-01', valid_to: '2031-01-02' }
  await server.data.publish('operators', [{ name: 'MobiFone', technologies: ['5G'], ...days }])

  const expectedIn = async ({ code }: typeof real) =>
    (await server.indicator(code, 'mobile_5g_population', 'asOf=2031-01-01')).commune.figure.operatorsExpected

  expect(await expectedIn(real)).toEqual(['MobiFone', 'VNPT', 'Viettel'])
  expect(await expectedIn(made)).toEqual(['VNPT', 'Viettel'])
})
