import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Figure } from '../../server/figures/contract.ts'
import type { ReportResults } from '../../server/reports/results-contract.ts'
import { createUnit } from '../support/accounts.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: ReportsServer
let unit: number

beforeAll(async () => {
  server = await startReports()
  unit = await server.unit('Tổ vệ sinh')
  await server.db.query(
    `insert into indicator (code, kind, unit, numerator, name_vi, name_en)
     values ('reports_published', 'computed', 'percent', 'x', 'x', 'x')`
  )
})
afterAll(() => server.stop())

const results = (query = '') => server.get<ReportResults>(`/api/reports/results?${query}`)
const day = (on: string) => `commune=${server.commune.code}&from=${on}&to=${on}`

/** Approved reports that came on a day, in a state that is set behind the program's back. */
async function reportsOn(
  on: string,
  count: number,
  set: string,
  ...given: Parameters<ReportsServer['draft']>
) {
  for (let i = 0; i < count; i++) {
    const { report } = await server.take(server.draft(...given))
    await server.change(
      report.id,
      `received_at = $2::timestamptz, receive_due_at = $2::timestamptz + interval '1 day',
       resolve_due_at = $2::timestamptz + interval '4 days', approved_at = now(), ${set}`,
      [`${on}T03:00:00Z`]
    )
  }
}
const solved = (hours: number) =>
  `state = 'resolved', acknowledged_at = received_at, resolved_at = $2::timestamptz + interval '${hours} hours'`

test('what came, what was solved in time, what was not, by category, unit and village', async () => {
  const on = '2026-03-02'
  await reportsOn(on, 8, `${solved(24)}, unit_id = ${unit}`)
  await reportsOn(on, 3, `${solved(200)}, unit_id = ${unit}`, {}, 0.03, 0.01)
  await reportsOn(on, 1, `state = 'assigned', acknowledged_at = $2::timestamptz`, { category: 'road_damage' })
  await reportsOn(
    on,
    1,
    `state = 'closed_unresolved', reason = 'Không tìm thấy', closed_at = now(), result_approved_at = now()`
  )

  const answer = await results(day(on))

  expect(answer.total).toMatchObject({
    received: 13,
    open: 1,
    overdue: 1,
    resolved: 11,
    unresolved: 1,
    outOfScope: 0,
    resolvedInTime: { count: 8, of: 12, percent: (100 * 8) / 12 },
    medianHours: 24
  })
  expect(answer.categories.map(({ category, received, rank }) => [category, received, rank])).toEqual([
    ['illegal_dump', 12, 1],
    ['road_damage', 1, null]
  ])
  expect(answer.units).toMatchObject([
    { unit: 'Tổ vệ sinh', received: 11, rank: 1 },
    { unit: null, received: 2, rank: null, resolvedInTime: { count: 0, of: 1, percent: null } }
  ])
  expect(answer.villages).toMatchObject([
    { village: `${server.commune.code}-1`, received: 10, rank: null, medianHours: null },
    { village: `${server.commune.code}-2`, received: 3, rank: null }
  ])
  expect(answer.unresolved).toMatchObject([{ state: 'closed_unresolved', reason: 'Không tìm thấy' }])
})

test('units of one name in two communes are two parts, and the page says of which commune', async () => {
  const on = '2026-03-07'
  const other = await squareCommune(server.data)
  const twin = await createUnit(server.db, other.code, 'Tổ vệ sinh')
  await reportsOn(on, 2, `state = 'assigned', unit_id = ${unit}`)
  const place = { lng: other.west + 0.005, lat: other.south + 0.005 }
  await reportsOn(on, 1, `state = 'assigned', unit_id = ${twin}`, { place })
  const days = `from=${on}&to=${on}`

  expect((await results(days)).units).toMatchObject([
    { unitId: unit, unit: 'Tổ vệ sinh', commune: server.commune.code, received: 2 },
    { unitId: twin, unit: 'Tổ vệ sinh', commune: other.code, received: 1 }
  ])
  const page = async (query: string) => (await server.app.inject(`/phan-anh/ket-qua?${query}`)).body
  const both = await page(days)
  expect(both).toMatch(new RegExp(`Tổ vệ sinh \\([^)]*${server.commune.code}\\)`))
  expect(both).toMatch(new RegExp(`Thôn 1 \\([^)]*${server.commune.code}\\)`))
  expect(both).toMatch(new RegExp(`Tổ vệ sinh \\([^)]*${other.code}\\)`))
  expect(await page(day(on))).not.toContain('Tổ vệ sinh (')
})

test('a reason that nobody released is not told', async () => {
  const on = '2026-03-03'
  await reportsOn(on, 1, `state = 'closed_unresolved', reason = 'Chủ đất là ông Nam', closed_at = now()`)
  expect((await results(day(on))).unresolved).toMatchObject([{ reason: null }])
})

test('what is not public is one number of the commune, and in nothing else', async () => {
  const on = '2026-03-04'
  const before = await results(day(on))
  await reportsOn(on, 2, `state = 'new'`)
  await server.db.query(`update report set approved_at = null where received_at::date = $1`, [on])
  const { notPublic, ...rest } = await results(day(on))
  const { notPublic: none, ...same } = before
  expect([none, notPublic]).toEqual([0, 2])
  expect(rest).toEqual(same)
})

test('a hidden place is in no village', async () => {
  const on = '2026-03-05'
  await reportsOn(on, 1, `state = 'new'`, { category: 'illegal_discharge_source' })
  expect((await results(day(on))).villages).toMatchObject([{ village: null, received: 1 }])
})

test('nothing came: noughts and no parts', async () => {
  expect(await results(day('2020-01-01'))).toMatchObject({
    total: { received: 0, medianHours: null, resolvedInTime: { of: 0, percent: null } },
    categories: [],
    villages: [],
    unresolved: []
  })
})

test('parts of ten and more are ranked, equals alike', async () => {
  const on = '2026-03-06'
  await reportsOn(on, 10, solved(1), { category: 'wastewater' })
  await reportsOn(on, 10, solved(1), { category: 'waste_burning' })
  await reportsOn(on, 10, solved(999), { category: 'animal_carcass' })
  const { categories } = await results(day(on))
  expect(Object.fromEntries(categories.map(({ category, rank }) => [category, rank]))).toEqual({
    wastewater: 1,
    waste_burning: 1,
    animal_carcass: 3
  })
})

test('reports_published: resolved ones with a published result, by the history, as of a day', async () => {
  const commune = await squareCommune(server.data)
  const own = await (async () => {
    const place = { lng: commune.west + 0.005, lat: commune.south + 0.005 }
    const taken = []
    for (let i = 0; i < 4; i++) taken.push((await server.take(server.draft({ place }))).report.id)
    return taken
  })()
  const figure = async (query = '') =>
    (
      await server.get<{ commune: { figure: Figure }; villages: unknown[] }>(
        `/api/communes/${commune.code}/indicators/reports_published?${query}`
      )
    ).commune.figure
  expect(await figure()).toMatchObject({
    value: null,
    reason: 'no_data',
    missing: [{ collection: 'reports' }]
  })

  const { rows } = await server.db.query<{ id: number }>(
    `insert into unit (commune_code, name) values ($1, 'Tổ') returning id`,
    [commune.code]
  )
  const chief = await server.staff('leader')
  await server.db.query(`update account set commune_code = null where id = $1`, [chief.id])
  for (const id of own.slice(0, 3)) {
    await chief.act(id, { action: 'assign', unitId: rows[0]!.id })
    await chief.act(id, { action: 'resolve', text: 'Xong', reason: 'Không chụp' })
  }
  await chief.approveAll(own[0]!)
  await chief.approveAll(own[0]!, { action: 'approve_result' })
  await chief.approveAll(own[1]!)

  expect(await figure()).toMatchObject({
    numerator: 1,
    denominator: 3,
    value: 100 / 3,
    low: 100 / 3,
    high: 100 / 3,
    basis: 'places',
    reason: null,
    sources: [{ collection: 'reports' }]
  })
  const { knownAt } = await server.get<{ knownAt: string }>(
    `/api/communes/${commune.code}/indicators/reports_published`
  )
  // Whatever happens later, an answer with both times fixed stays.
  await chief.act(own[0]!, { action: 'reopen', text: 'Lại có' })
  expect(await figure()).toMatchObject({ numerator: 0, denominator: 2 })
  expect(await figure(`knownAt=${knownAt}`)).toMatchObject({ numerator: 1, denominator: 3 })
  expect(await figure('asOf=2020-01-01')).toMatchObject({ value: null, reason: 'no_data' })
})
