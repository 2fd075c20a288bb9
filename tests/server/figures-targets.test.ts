import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../server/collections/import/transaction.ts'
import { putPlans } from '../../server/seed/load-plans.ts'
import type { Plan } from '../../server/seed/plan-files.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

const target = (indicator: string, value: number): Plan['targets'][number] => ({
  indicator,
  year: 2026,
  quarter: null,
  comparator: '>=',
  value,
  stretch: null,
  leadUnit: null,
  sourceRow: null,
  note: null
})

/** The plan's files come in with these targets and no others. */
const promise = (code: string, targets: Plan['targets']) =>
  inTransaction(server.db, (db) =>
    putPlans(db, [
      {
        code,
        name: code,
        kind: 'xã',
        province: 'Hà Tĩnh',
        year: 2026,
        level: 'UBND',
        villageKind: null,
        vn2000Srid: 9209,
        note: null,
        targets,
        tasks: []
      }
    ])
  )

test('with day and knowledge fixed, target and verdict stay when the plan’s files change', async () => {
  const { code, home, area, map } = await squareCommune(server.data)
  await server.data.publish('premises', [home(0.01, 0.01), home(0.03, 0.01)])
  await map('Viettel', [area(0, 0, 0.02, 0.02)])
  await map('VNPT', [])
  const ask = (knownAt?: string) =>
    server.indicator(
      code,
      'mobile_5g_population',
      `asOf=2026-06-30${knownAt === undefined ? '' : `&knownAt=${knownAt}`}`
    )

  const without = await ask()
  await promise(code, [target('mobile_5g_population', 50), target('vneid', 80)])
  const before = await ask()
  await promise(code, [target('mobile_5g_population', 60), target('vneid', 80)])
  const after = await ask()
  await promise(code, [])
  const dropped = await ask()

  expect(without).toMatchObject({ target: null, commune: { figure: { verdict: null } } })
  expect(before).toMatchObject({ target: { value: 50 }, commune: { figure: { verdict: 'met' } } })
  expect(after).toMatchObject({ target: { value: 60 }, commune: { figure: { verdict: 'not_met' } } })
  expect(dropped.target).toBeNull()
  for (const answer of [without, before, after])
    expect({ ...(await ask(answer.knownAt)), computedAt: '' }).toEqual({ ...answer, computedAt: '' })
})

test('a target that the files still have is the same row, and the list keeps to what was known', async () => {
  const { code } = await squareCommune(server.data)
  const listed = async (knownAt = '') => {
    const { indicators } = await server.get<{ indicators: { indicator: string }[] }>(
      `/api/communes/${code}/indicators?asOf=2026-06-30${knownAt}`
    )
    return indicators.map(({ indicator }) => indicator)
  }
  const rows = async () =>
    (
      await server.db.query('select id, value, known_to from target where commune_code = $1 order by id', [
        code
      ])
    ).rows

  await promise(code, [target('vneid', 80)])
  const first = await rows()
  await promise(code, [target('vneid', 80)])
  const again = await rows()
  const { knownAt } = await server.indicator(code, 'vneid')
  await promise(code, [])

  expect(again).toEqual(first)
  expect(await listed()).not.toContain('vneid')
  expect(await listed(`&knownAt=${knownAt}`)).toContain('vneid')
})
