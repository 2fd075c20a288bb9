import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicReport } from '../../server/reports/contract.ts'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer

beforeAll(async () => {
  server = await startReports()
})
afterAll(() => server.stop())

type Nearby = { reports: (PublicReport & { distanceM: number })[] }
const nearby = (category: string, dx: number, dy: number) =>
  server.get<Nearby>(
    `/api/reports/nearby?category=${category}&lng=${server.commune.west + dx}&lat=${server.commune.south + dy}`
  )

async function approved(...given: Parameters<ReportsServer['draft']>) {
  const taken = await server.take(server.draft(...given))
  await server.approve(taken.report.id)
  return taken
}

test('nothing is public before a person approved it', async () => {
  const { report, receipt } = await server.take(server.draft({ category: 'waste_burning' }))

  expect((await server.list('category=waste_burning')).total).toBe(0)
  expect((await server.app.inject(`/api/reports/${receipt.number}`)).statusCode).toBe(404)
  expect((await nearby('waste_burning', 0.005, 0.005)).reports).toEqual([])
  await server.approve(report.id)
  expect((await server.list('category=waste_burning')).reports).toMatchObject([
    {
      number: receipt.number,
      state: 'new',
      village: `${server.commune.code}-1`,
      overdue: false,
      daysOpen: 0,
      witnesses: 0,
      pictures: []
    }
  ])
})

test('a report has its history', async () => {
  const { receipt } = await approved()
  const report = await server.get<{ history: unknown[] }>(`/api/reports/${receipt.number}`)

  expect(report.history).toMatchObject([{ kind: 'taken_in', toState: 'new', text: null }])
})

test('likely duplicates are near, recent, open, approved and of the same category; nearest first', async () => {
  await approved({ category: 'animal_carcass' }, 0.01, 0.01)
  await approved({ category: 'animal_carcass' }, 0.0101, 0.01)
  await approved({ category: 'animal_carcass' }, 0.011, 0.01)
  const { report: old } = await approved({ category: 'animal_carcass' }, 0.01, 0.01)
  await server.change(old.id, `received_at = now() - interval '8 days'`)
  const { report: done } = await approved({ category: 'animal_carcass' }, 0.01, 0.01)
  await server.change(done.id, `state = 'resolved'`)

  const { reports } = await nearby('animal_carcass', 0.0102, 0.01)

  expect(reports.map(({ distanceM }) => Math.round(distanceM))).toEqual([11, 21])
})

test('«tôi cũng thấy» counts a code once, and the code follows the report', async () => {
  const { receipt } = await approved()
  const code = newCode()
  const see = (with_: string) => server.post(`/api/reports/${receipt.number}/witnesses`, { code: with_ })

  expect((await see(code)).json()).toEqual({ number: receipt.number, witnesses: 1 })
  expect((await see(code)).json()).toEqual({ number: receipt.number, witnesses: 1 })
  expect((await see(newCode())).json().witnesses).toBe(2)
  const { receipt: other } = await approved()
  expect((await server.post(`/api/reports/${other.number}/witnesses`, { code })).statusCode).toBe(409)
  expect((await server.get<PublicReport>(`/api/reports/${receipt.number}`)).witnesses).toBe(2)
})

test('one cannot see what is not public', async () => {
  const { receipt } = await server.take()

  expect(
    (await server.post(`/api/reports/${receipt.number}/witnesses`, { code: newCode() })).statusCode
  ).toBe(404)
})

test('pages follow one another in every order, each report once', async () => {
  for (let i = 0; i < 7; i++) await approved({ category: 'wastewater' }, 0.001 * (i + 1), 0.004)
  await server.db.query(
    `update report set received_at = date_trunc('day', received_at) where category_code = 'wastewater'`
  )
  await server.db.query(
    `update report set resolve_due_at = null, waiting_since = null where id = (select id from report where category_code = 'wastewater' limit 1)`
  )
  for (const sort of ['newest', 'oldest', 'updated', 'due']) {
    const seen: string[] = []
    let after = ''
    do {
      const page = await server.list(`category=wastewater&sort=${sort}&limit=3${after && `&after=${after}`}`)
      expect(page.total).toBe(7)
      seen.push(...page.reports.map(({ number }) => number))
      after = page.next ?? ''
    } while (after)
    expect(new Set(seen).size).toBe(7)
    expect(seen.length).toBe(7)
  }
})

test('a bookmark of nothing is refused', async () => {
  for (const text of [
    'x',
    Buffer.from('2026-02-31 00:00:00.000000+00|1').toString('base64url'),
    Buffer.from('now|1').toString('base64url')
  ])
    expect((await server.app.inject(`/api/reports?after=${text}`)).statusCode).toBe(400)
})

test('filters: theme, state, overdue, village, days, box', async () => {
  const { report } = await approved({ category: 'road_damage' }, 0.035, 0.012)
  await server.change(report.id, `resolve_due_at = now() - interval '1 hour', state = 'assigned'`)
  const { west, south, code } = server.commune
  const numbers = async (query: string) => (await server.list(query)).total

  expect(await numbers('theme=traffic')).toBe(1)
  expect(await numbers('theme=traffic&state=new')).toBe(0)
  expect(await numbers('theme=traffic&state=new,assigned')).toBe(1)
  expect(await numbers('theme=traffic&overdue=true')).toBe(1)
  expect(await numbers('theme=traffic&overdue=false')).toBe(0)
  expect(await numbers(`theme=traffic&village=${code}-2`)).toBe(1)
  expect(await numbers(`theme=traffic&village=${code}-1`)).toBe(0)
  expect(await numbers(`theme=traffic&from=2020-01-01&to=2020-02-01`)).toBe(0)
  expect(await numbers(`theme=traffic&bbox=${west + 0.03},${south},${west + 0.04},${south + 0.02}`)).toBe(1)
  expect(await numbers(`theme=traffic&bbox=${west},${south},${west + 0.03},${south + 0.02}`)).toBe(0)
  expect(await numbers(`theme=traffic&commune=99998`)).toBe(0)
  expect((await server.app.inject('/api/reports?state=gone')).statusCode).toBe(400)
  expect((await server.app.inject('/api/reports?bbox=1,2,3')).statusCode).toBe(400)
  expect((await server.app.inject('/api/reports?colour=red')).statusCode).toBe(400)
})

test('a hidden place is found by no filter, order, count or distance beyond its cell', async () => {
  const { west, south, code } = server.commune
  const sensitive = { category: 'illegal_discharge_source' }
  const { report, receipt } = await approved(sensitive, 0.0123, 0.0056)
  const shown = await server.get<PublicReport>(`/api/reports/${receipt.number}`)

  expect(shown).toMatchObject({ placeHidden: true, village: null })
  const cell = shown.place
  expect(Math.abs(cell.lng - report.place.lng)).toBeLessThan(0.00096)
  expect(Math.abs(cell.lat - report.place.lat)).toBeLessThan(0.00091)
  expect(cell).not.toEqual(report.place)
  // The same cell for every place in it: answers for two reports in one cell differ in nothing that tells where.
  const { receipt: second } = await approved(
    sensitive,
    0.0123 + (cell.lng - report.place.lng),
    0.0056 + (cell.lat - report.place.lat)
  )
  expect((await server.get<PublicReport>(`/api/reports/${second.number}`)).place).toEqual(cell)
  const total = async (query: string) =>
    (await server.list(`category=illegal_discharge_source&${query}`)).total
  // Boxes that shrink towards the true place find it only as long as they hold the cell's centre.
  for (let size = 0.002; size > 1e-6; size /= 2) {
    const box = [
      report.place.lng - size,
      report.place.lat - size,
      report.place.lng + size,
      report.place.lat + size
    ]
    const holds =
      Math.abs(cell.lng - report.place.lng) <= size && Math.abs(cell.lat - report.place.lat) <= size
    expect(await total(`bbox=${box.join(',')}`)).toBe(holds ? 2 : 0)
  }
  expect(await total(`village=${code}-1`)).toBe(0)
  expect(await total(`village=${code}-2`)).toBe(0)
  expect(
    (await nearby('illegal_discharge_source', report.place.lng - west, report.place.lat - south)).reports
  ).toEqual([])
  const body = JSON.stringify([await server.list(), await server.get(`/api/reports/${receipt.number}`)])
  expect(body).not.toContain(String(report.place.lng))
  expect(body).not.toContain(String(report.place.lat))
})
