import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const ask = (code: string, query: string) => server.indicator(code, 'mobile_5g_population', query)

test('a moment of knowledge to come is cut to now, and the answer says which it is about', async () => {
  const { code } = await squareCommune(server.data)
  const before = Date.now()

  const { knownAt } = await ask(code, 'asOf=2026-06-30&knownAt=2199-01-01T00:00:00Z')

  expect(Date.parse(knownAt)).toBeGreaterThan(before - 1000)
  expect(Date.parse(knownAt)).toBeLessThan(Date.now() + 1000)
  expect(await ask(code, `asOf=2026-06-30&knownAt=${knownAt}`)).toMatchObject({ knownAt })
})

test('cuts the moment of knowledge to milliseconds', async () => {
  const { code } = await squareCommune(server.data)

  const { knownAt } = await ask(code, 'knownAt=2026-02-01T07:00:00.123999%2B07:00')

  expect(knownAt).toBe('2026-02-01T00:00:00.123Z')
})

test('what was imported later is not known yet, what was undone later still is', async () => {
  const { code, home, map, area } = await squareCommune(server.data)
  await map('Viettel', [area(0, 0, 0.04, 0.04)])
  const early = await server.data.publish('premises', [home(0.01, 0.01)], { at: '2026-02-01T00:00:00Z' })
  await server.data.publish('premises', [home(0.03, 0.01)], { at: '2026-02-03T00:00:00Z' })
  await server.data.undo(early, '2026-02-05T00:00:00Z')
  const people = async (knownAt: string) =>
    (await ask(code, `asOf=2026-06-30&knownAt=${knownAt}`)).commune.figure.denominator

  expect(await people('2026-02-02T23:59:59.999Z')).toBe(20)
  expect(await people('2026-02-03T00:00:00Z')).toBe(40)
  expect(await people('2026-02-04T23:59:59.999Z')).toBe(40)
  expect(await people('2026-02-05T00:00:00Z')).toBe(20)
})
