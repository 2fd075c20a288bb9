import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { deadSpots, gaps } from '../../server/coverage/contract.ts'
import { findNearest } from '../../server/coverage/queries.ts'
import { box, point } from '../support/commune-data.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const spotsOf = (code: string, query = '') =>
  server.get<z.infer<typeof deadSpots.reply>>(`/api/communes/${code}/dead-spots?asOf=2026-06-30${query}`)
const gapsOf = (code: string, query = '') =>
  server.get<z.infer<typeof gaps.reply>>(`/api/communes/${code}/gaps?asOf=2026-06-30${query}`)

/** A commune whose western village is covered at its centre, with a row of homes 55 m apart in the village's east. */
async function commune(homes: number, { allHeard = true, households = 5 } = {}) {
  const square = await squareCommune(server.data)
  const { at, area, home, map, code } = square
  const row = Array.from({ length: homes }, (_, index) => home(0.018, 0.005 + 0.0005 * index, { households }))
  await server.data.publish('premises', [home(0.005, 0.005), ...row])
  await server.data.publish('cultural_houses', [{ name: 'Nhà văn hóa', geom: at(0.018, 0.01) }])
  await server.data.publish('cell_sites', [
    { operator: 'VNPT', technologies: ['5G'], geom: at(0.03, 0.0055) }
  ])
  await map('Viettel', [area(0, 0, 0.012, 0.02)])
  if (allHeard) {
    await map('Viettel', [area(0, 0, 0.012, 0.02)], { technology: '4G' })
    await map('VNPT', [area(0.0179, 0.0099, 0.0181, 0.0101)])
  }
  return { ...square, code }
}

test('lõm: the house has signal, a cluster of five has none', async () => {
  const { code } = await commune(5)

  const { villages, counts, parameters } = await spotsOf(code)

  expect(villages[0]).toMatchObject({ state: 'patchy', point: { from: 'cultural_house' }, reason: null })
  expect(villages[1]).toMatchObject({ state: 'no_signal', point: { from: 'centre' } })
  expect(counts).toEqual({ no_signal: 1, patchy: 1, covered: 0, unknown: 0 })
  expect(parameters).toEqual({ k: 5, d: 100, technologies: ['4G', '5G'] })
})

test('có: four without signal are no cluster, unless asked for', async () => {
  const { code } = await commune(4)

  expect((await spotsOf(code)).villages[0]?.state).toBe('covered')
  expect((await spotsOf(code, '&k=4')).villages[0]?.state).toBe('patchy')
  expect((await spotsOf(code, '&k=4&d=50')).villages[0]?.state).toBe('covered')
})

test('unknown where a map that was not delivered could change it', async () => {
  const { code } = await commune(5, { allHeard: false })

  const { villages } = await spotsOf(code)

  expect(villages.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  expect(villages[0]?.missing).toContainEqual({ kind: 'delivery', operator: 'VNPT' })
})

test('a gap tells people, village, size and what is nearest, on a coarse grid', async () => {
  const { code, west, south } = await commune(6)

  const found = await gapsOf(code)

  expect(found.gaps).toMatchObject([
    { villageCode: `${code}-1`, answer: 'no', premises: 6, households: 30, people: 120, radiusM: 200 }
  ])
  const [gap] = found.gaps
  expect(gap?.centre.lng).toBeCloseTo(west + 0.018, 3)
  expect(gap?.centre.lat).toBeCloseTo(south + 0.006, 3)
  expect((gap?.centre.lat ?? 0) * 2000).toBeCloseTo(Math.round((gap?.centre.lat ?? 0) * 2000), 6)
  expect(gap?.culturalHouseM).toBeGreaterThan(350)
  expect(gap?.culturalHouseM).toBeLessThan(500)
  expect(gap?.cellSiteM).toBeGreaterThan(1200)
})

test('an illustration is measured to its own only, the real to the real, and nothing beyond 50 km', async () => {
  await server.data.publish('communes', [
    { code: '99999', name: 'Xã minh họa', illustration: true, geom: box(108, 9, 108.04, 9.04) }
  ])
  await server.data.publish('cultural_houses', [
    { name: 'Minh họa', geom: point(108.02, 9.02) },
    { name: 'Có thật', geom: point(108.06, 9.02) }
  ])
  await server.data.publish('cell_sites', [
    { operator: 'VNPT', technologies: ['5G'], commune_code: '99999', geom: point(108.05, 9.02) }
  ])
  const moment = { asOf: '2026-06-30', knownAt: '2026-06-30T00:00:00.000Z' }
  const centres = [108.03, 108.51, 108.52].map((lng) => ({ lng, lat: 9.02 }))
  const metres = async (illustration: boolean) =>
    (await findNearest(server.db, moment, { illustration }, centres)).map(({ culturalHouseM, cellSiteM }) =>
      [culturalHouseM, cellSiteM].map((distance) => distance && Math.round(distance / 100))
    )

  expect(await metres(false)).toEqual([
    [33, null],
    [495, null],
    [null, null]
  ])
  expect(await metres(true)).toEqual([
    [11, 22],
    [null, null],
    [null, null]
  ])
})

test('villages without points, or with far fewer than their register, are no proof that there is no gap', async () => {
  const { code, home, area, map } = await squareCommune(server.data)
  await map('Viettel', [area(0, 0, 0.01, 0.02)])
  await map('VNPT', [])
  await server.data.publish('premises', [home(0.005, 0.005, { households: 14, residents: 90 })])
  const lack = [
    { kind: 'collection', collection: 'premises', villages: [`${code}-2`] },
    { kind: 'partial', collection: 'premises', villages: [`${code}-1`] }
  ]
  expect(await gapsOf(code)).toMatchObject({ gaps: [], withheld: 0, missing: lack, reason: 'no_data' })

  await server.data.publish('premises', [home(0.005, 0.015, { residents: 0 }), home(0.035, 0.005)])
  expect(await gapsOf(code)).toMatchObject({
    gaps: [],
    missing: [{ kind: 'partial', villages: [`${code}-2`] }],
    reason: 'no_data'
  })

  await server.data.publish('premises', [home(0.035, 0.015, { households: 20, residents: 60 })])
  expect(await gapsOf(code)).toMatchObject({ gaps: [], withheld: 0, missing: [], reason: null })
})

test('without a map, the list says whose is missing', async () => {
  const { code, home } = await squareCommune(server.data)
  await server.data.publish('premises', [home(0.005, 0.005)])

  expect(await gapsOf(code)).toMatchObject({
    reason: 'no_data',
    missing: [
      { kind: 'delivery', operator: 'VNPT' },
      { kind: 'delivery', operator: 'Viettel' }
    ]
  })
})

test('a gap of fewer than five households is counted and not shown', async () => {
  const { code, home } = await commune(6, { households: 0 })
  await server.data.publish('premises', [home(0.0005, 0.0005, { households: 50 })])

  expect(await gapsOf(code)).toMatchObject({ gaps: [], withheld: 1, reason: null })
})

test('with no map at all there is no gap list, and a reason', async () => {
  const { code, home } = await squareCommune(server.data)
  await server.data.publish('premises', [home(0.01, 0.01)])

  expect(await gapsOf(code)).toMatchObject({ gaps: [], withheld: 0, reason: 'no_data' })
  expect((await spotsOf(code)).villages[0]).toMatchObject({ state: 'unknown', reason: 'no_data' })
})

test.each([
  'dead-spots?k=0',
  'dead-spots?d=0',
  'dead-spots?d=1e9',
  'dead-spots?d=1000.1',
  'dead-spots?k=',
  'gaps?technology=3G',
  'gaps?k=5',
  'gaps?d=100'
])('refuses %s', async (path) => {
  const response = await server.app.inject(`/api/communes/10001/${path}`)

  expect(response.statusCode).toBe(400)
})

test('says how far apart premises of a hollow may be asked for', async () => {
  const { code } = await squareCommune(server.data)
  const ask = (d: number) => server.app.inject(`/api/communes/${code}/dead-spots?d=${d}`)

  expect((await ask(1000)).statusCode).toBe(200)
  expect((await ask(1001)).json().detail).toMatch(/«d».*1000/)
})
