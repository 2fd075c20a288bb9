import { afterAll, beforeAll, expect, test } from 'vitest'
import { box, communeData, type CommuneData, type Row } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let data: CommuneData

beforeAll(async () => {
  server = await startServer()
  data = communeData(server.db)
})
afterAll(() => server.stop())

let next = 0

/** A commune of villages given as code and row; answers what the public reads of each register. */
async function registers(villages: Record<string, Row>) {
  const west = 104 + next / 4
  const code = String(10001 + next++)
  const geom = box(west, 16, west + 0.1, 16.1)
  const usual = { valid_from: '-infinity', valid_to: 'infinity', population: null, households: null }
  await data.publish('communes', [{ code, name: code, geom }])
  await data.publish(
    'villages',
    Object.entries(villages).map(([name, row]) => ({
      ...usual,
      code: `${code}-${name}`,
      name,
      kind: 'thôn',
      commune_code: code,
      geom,
      ...row
    }))
  )
  const response = await server.app.inject(`/ogc/collections/villages/items?commune_code=${code}`)
  const { features } = response.json<{
    features: { properties: { name: string; population: number | null; households: number | null } }[]
  }>()
  return Object.fromEntries(
    features.map(({ properties: { name, population, households } }) => [name, [population, households]])
  )
}

const NOTHING = [null, null]

test('registers of five households and more are public', async () => {
  const shown = await registers({
    a: { population: 12, households: 5 },
    b: { population: 90, households: 30 }
  })

  expect(shown).toEqual({ a: [12, 5], b: [90, 30] })
})

test('of four are not, nor those of the next smallest village', async () => {
  const shown = await registers({
    a: { population: 90, households: 30 },
    b: { population: 12, households: 4 },
    c: { population: 80, households: 25 }
  })

  expect(shown).toEqual({ a: [90, 30], b: NOTHING, c: NOTHING })
})

test('two small villages with five households together hide each other', async () => {
  const shown = await registers({
    a: { population: 9, households: 2 },
    b: { population: 10, households: 3 },
    c: { population: 80, households: 25 }
  })

  expect(shown).toEqual({ a: NOTHING, b: NOTHING, c: [80, 25] })
})

test('a village of which only four people are known is small', async () => {
  expect(await registers({ a: { population: 4 }, b: { population: 90 }, c: { population: 91 } })).toEqual({
    a: NOTHING,
    b: NOTHING,
    c: [91, null]
  })
})

test('a village hides another only while both exist', async () => {
  const shown = await registers({
    a: { population: 12, households: 4, valid_to: '2025-07-01' },
    b: { population: 60, households: 20, valid_from: '2025-07-01' },
    c: { population: 90, households: 30 },
    d: { population: 91, households: 31 }
  })

  expect(shown).toEqual({ a: NOTHING, b: [60, 20], c: NOTHING, d: [91, 31] })
})

test.each([
  ['population, households', 1],
  ['name, geom', 0]
])('reading %s asks %i time whether a register is withheld', async (columns, times) => {
  const { rows } = await server.db.query<{ 'QUERY PLAN': string }>(
    `explain (verbose) select ${columns} from open.villages`
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')

  expect(plan.match(/village_register_withheld/g) ?? []).toHaveLength(times)
})
