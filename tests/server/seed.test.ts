import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../server/seed/load-demo.ts'
import { loadPlans } from '../../server/seed/load-plans.ts'
import { derivations, registry } from '../../server/themes.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const heard: string[] = []
const deps = () => ({ db: server.db, registry, derivations })

async function seed() {
  await loadPlans(deps(), (line) => heard.push(line))
  await loadDemo(deps(), (line) => heard.push(line))
}

beforeAll(async () => {
  server = await startServer()
  await seed()
})
afterAll(() => server.stop())

const get = async (path: string) => (await server.app.inject(path)).json()
const indicators = async (asOf: string) => {
  const { indicators: answers } = await get(`/api/communes/99999/indicators?asOf=${asOf}`)
  return new Map<string, { commune: { figure: { verdict: string; missing: unknown[] } } }>(
    answers.map((answer: { indicator: string }) => [answer.indicator, answer])
  )
}

test('the five communes exist with their targets and without a boundary', async () => {
  const { communes } = await get('/api/communes')

  for (const code of ['18586', '05800', '14122', '11113', '18373'])
    expect(communes).toContainEqual(
      expect.objectContaining({
        code,
        bbox: null,
        villages: 0,
        illustration: false,
        targets: expect.any(Number)
      })
    )
  expect(communes.find(({ code }: { code: string }) => code === '05800').targets).toBe(20)
})

test('the illustration says that it is one', async () => {
  const { communes } = await get('/api/communes')

  expect(communes).toContainEqual(
    expect.objectContaining({ code: '99999', illustration: true, villages: 14 })
  )
})

test('a second start loads nothing', async () => {
  const counted = async () => (await server.db.query('select count(*) as n from import')).rows[0]
  const before = await counted()
  heard.length = 0

  await seed()

  expect(heard).toEqual([])
  expect(await counted()).toEqual(before)
})

test('a start that was killed in the middle goes on without doubling anything', async () => {
  const counted = async () => (await server.db.query('select count(*) as n from premises')).rows[0]
  const before = await counted()
  await server.db.query(`delete from shipped where name = 'demo'`)

  await seed()

  expect(await counted()).toEqual(before)
})

test('shows met, not met and undetermined', async () => {
  const answers = await indicators('2026-11-22')
  const verdicts = [...answers.values()].map(({ commune }) => commune.figure.verdict)

  expect(new Set(verdicts)).toEqual(new Set(['met', 'not_met', 'undetermined', null]))
})

test('before its third operator drew a 5G map nobody can tell', async () => {
  const figure = (await indicators('2026-01-15')).get('mobile_5g_population')?.commune.figure

  expect(figure).toMatchObject({ verdict: 'undetermined' })
  expect(figure?.missing).toContainEqual(
    expect.objectContaining({ kind: 'delivery', operator: 'Nhà mạng C' })
  )
})

test('shows villages without signal, with a hollow, and covered', async () => {
  const { villages } = await get('/api/communes/99999/dead-spots?asOf=2026-11-22')
  const stateOf = new Map(villages.map(({ name, state }: { name: string; state: string }) => [name, state]))

  expect(stateOf.get('Rú Mây')).toBe('no_signal')
  expect(stateOf.get('Đồng Mít')).toBe('patchy')
  expect(stateOf.get('Chợ Trằm')).toBe('covered')
})
