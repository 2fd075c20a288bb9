import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const commune = () => squareCommune(server.data)

test('counts the people in any map, and says whose map is missing', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01), home(0.03, 0.03)])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])
  await server.promise(code, 'mobile_5g_population', 90)

  const answer = await server.indicator(code, 'mobile_5g_population')

  expect(answer.commune.figure).toMatchObject({
    numerator: 20,
    unknown: 40,
    denominator: 60,
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
  expect(villageFigure(answer, `${code}-1`)).toMatchObject({ value: 100 })
  expect(answer.outsideVillages?.figure).toMatchObject({ numerator: 0, denominator: 20 })
})

test('once every expected operator has delivered, what none covers is a no', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01)])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])
  await map('VNPT', [])
  await server.promise(code, 'mobile_5g_population', 50, 51)

  const { figure } = (await server.indicator(code, 'mobile_5g_population')).commune

  expect(figure).toMatchObject({ numerator: 20, unknown: 0, low: 50, value: 50, high: 50 })
  expect(figure).toMatchObject({ each: { Viettel: 50, VNPT: 0 }, maxOperator: 50, all: 0 })
  const few = { kind: 'partial', collection: 'premises', villages: [`${code}-1`, `${code}-2`] }
  expect(figure).toMatchObject({ verdict: 'met', stretchVerdict: 'not_met', missing: [few] })
})

test('with neither delivery nor claim every number is null', async () => {
  const { code, home } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01)])

  const { figure } = (await server.indicator(code, 'mobile_5g_population')).commune

  expect(figure).toMatchObject({
    numerator: null,
    low: null,
    value: null,
    high: null,
    each: null,
    reason: 'no_data'
  })
  expect(figure.missing).toEqual([
    { kind: 'delivery', operator: 'VNPT' },
    { kind: 'delivery', operator: 'Viettel' },
    { kind: 'facts', count: 1, villages: [`${code}-1`] },
    { kind: 'collection', collection: 'premises', villages: [`${code}-2`] },
    { kind: 'partial', collection: 'premises', villages: [`${code}-1`] }
  ])
})

test('asked about one operator, that one alone is expected and heard', async () => {
  const { code, home, area, map } = await commune()
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01)])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])

  const { figure } = (
    await server.indicator(code, 'mobile_5g_population', 'asOf=2026-06-30&operator=Viettel')
  ).commune

  expect(figure).toMatchObject({
    value: 50,
    high: 50,
    operatorsExpected: ['Viettel'],
    operatorsHeard: ['Viettel']
  })
})

test.each([
  ['/api/communes/99999/indicators', 404, 'Chưa có dữ liệu về xã mã «99999»'],
  ['/api/communes/99999/indicators/mobile_5g_population', 404, 'Chưa có dữ liệu về xã mã «99999»'],
  ['/api/communes/10001/indicators/height', 404, 'Không có chỉ tiêu «height»'],
  ['/api/communes/10001/indicators/mobile_5g_population?operator=Zed', 404, 'Không có nhà mạng «Zed»'],
  ['/api/communes/10001/indicators/mobile_5g_population?asOf=2026-02-30', 400, 'Tham số «asOf» phải là ngày'],
  ['/api/communes/10001/indicators/mobile_5g_population?asOf=0001-01-01', 400, 'Tham số «asOf» phải từ 1900'],
  [
    '/api/communes/10001/indicators/mobile_5g_population?knownAt=noon',
    400,
    'Tham số «knownAt» phải là thời điểm'
  ],
  [
    "/api/communes/10001/indicators/mobile_5g_population?operator=';drop table village;--",
    404,
    'Không có nhà mạng'
  ],
  ['/api/communes/10001/indicators/mobile_5g_population?level=3', 400, 'Không có tham số «level»']
])('answers %s with %i and a sentence', async (url, status, sentence) => {
  const response = await server.app.inject(url)

  expect(response.statusCode).toBe(status)
  expect(response.json().detail).toContain(sentence)
})

test('lists the computed indicators and the entered ones that the plan has a target for', async () => {
  const { code } = await commune()
  await server.promise(code, 'vneid', 80)

  const { indicators } = await server.get<{
    indicators: { indicator: string; commune: { figure: object } }[]
  }>(`/api/communes/${code}/indicators`)

  expect(indicators.map(({ indicator }) => indicator)).toEqual([
    'mobile_5g_population',
    'mobile_4g_population',
    'mobile_5g_residential',
    'fixed_1gbps',
    'fibre_villages',
    'fibre_households',
    'cultural_house_wifi',
    'institution_highspeed',
    'camera_villages',
    'reports_published',
    'relics_digitised',
    'relics_on_map',
    'vneid'
  ])
  for (const { commune } of indicators)
    expect(commune.figure).toMatchObject({ value: null, reason: 'no_data' })
})

test('one indicator of every commune comes in one answer', async () => {
  const { communes } = await server.get<{ communes: { commune: { code: string } }[] }>(
    '/api/indicators/mobile_5g_population?asOf=2026-06-30'
  )

  expect(communes.map((answer) => answer.commune.code)).toContain('10001')
})

test('an entered indicator gives the latest period that has ended, with its source', async () => {
  const { code } = await commune()
  await server.promise(code, 'vneid', 80)
  const enter = `insert into measurement (commune_code, indicator_code, period_start, period_end, value, source_title,
                                          entered_by, known_from) values ($1, 'vneid', $2, $3, $4, $5, 'test', '2026-01-01')`
  await server.db.query(enter, [code, '2026-01-01', '2026-03-31', 70, 'Báo cáo quý 1'])
  await server.db.query(enter, [code, '2026-04-01', '2026-06-30', 85, 'Báo cáo quý 2'])

  const before = (await server.indicator(code, 'vneid', 'asOf=2026-06-29')).commune.figure
  const after = (await server.indicator(code, 'vneid', 'asOf=2026-06-30')).commune.figure

  expect(before).toMatchObject({ value: 70, verdict: 'not_met', sources: [{ title: 'Báo cáo quý 1' }] })
  expect(after).toMatchObject({ value: 85, verdict: 'met', sources: [{ title: 'Báo cáo quý 2' }] })
})
