import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer

beforeAll(async () => {
  server = await startReports({ trustedProxies: ['127.0.0.1'] })
})
afterAll(() => server.stop())

const count = async (id: string) =>
  (await server.db.query<{ n: number }>('select count(*) as n from report where id = $1', [id])).rows[0]?.n

test('a report is taken in with number, commune and village by the server, and the time to look at it', async () => {
  const { receipt } = await server.take()

  expect(receipt).toMatchObject({
    number: expect.stringMatching(/^PA-\d{4}-\d{6}$/),
    commune: { code: server.commune.code },
    village: { code: `${server.commune.code}-1`, name: 'Thôn 1' }
  })
  expect(Date.parse(receipt.receiveDueAt ?? '')).toBeGreaterThan(Date.parse(receipt.receivedAt))
})

test('outside villages there is a commune and no village', async () => {
  const { receipt } = await server.take(server.draft({}, 0.01, 0.03))

  expect(receipt.commune?.code).toBe(server.commune.code)
  expect(receipt.village).toBeNull()
})

test('on the edge of two villages the lower code has it', async () => {
  const { receipt } = await server.take(server.draft({}, 0.02, 0.01))

  expect(receipt.village?.code).toBe(`${server.commune.code}-1`)
})

test('outside of every commune it is refused', async () => {
  const response = await server.send(server.draft({ place: { lng: 100, lat: 10 } }))

  expect(response.statusCode).toBe(422)
  expect(response.json().detail).toContain('ngoài các xã')
})

test('a category that is not offered is refused', async () => {
  expect((await server.send(server.draft({ category: 'ufo' }))).statusCode).toBe(422)
})

test('sent five times at once it is one row, and every answer is the same receipt', async () => {
  const report = server.draft({
    contact: { phone: '0900 000 001' },
    media: [{ sha256: 'a'.repeat(64), role: 'before', sizeBytes: 5 }]
  })
  const answers = await Promise.all(Array.from({ length: 5 }, () => server.send(report)))

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(await count(report.id)).toBe(1)
  expect(answers[0]?.json().media).toEqual([{ sha256: 'a'.repeat(64), received: false }])
  const { rows } = await server.db.query('select phone from report_contact where report_id = $1', [report.id])
  expect(rows).toEqual([{ phone: '0900 000 001' }])
})

test('sent again later with other words it is the same report', async () => {
  const { report, receipt } = await server.take(server.draft({ description: 'Đống rác' }))
  const again = await server.send({ ...report, description: 'Khác' })

  expect(again.statusCode).toBe(200)
  expect(again.json()).toEqual(receipt)
})

test('the id with another code is another one’s', async () => {
  const { report } = await server.take()

  expect((await server.send({ ...report, code: newCode() })).statusCode).toBe(409)
})

test('a code that follows another report is refused, and nothing is left of the second', async () => {
  const { report } = await server.take()
  const second = server.draft({ code: report.code })

  expect((await server.send(second)).statusCode).toBe(409)
  expect(await count(second.id)).toBe(0)
})

test('a clock that is wrong by a day, or by centuries, changes nothing', async () => {
  for (const observedAt of [
    '2090-01-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    new Date(Date.now() + 86_400_000).toISOString()
  ]) {
    const { receipt } = await server.take(server.draft({ observedAt }))
    expect(Math.abs(Date.parse(receipt.receivedAt) - Date.now())).toBeLessThan(60_000)
  }
})

test('what the phone’s clock said is kept', async () => {
  const observedAt = '2026-11-20T03:04:05.000Z'
  const { report } = await server.take(server.draft({ observedAt }))

  const { rows } = await server.db.query('select observed_at from report where id = $1', [report.id])
  expect(rows[0].observed_at.toISOString()).toBe(observedAt)
})

test('numbers count on, each once', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => server.take()))

  expect(new Set(taken.map(({ receipt }) => receipt.number)).size).toBe(8)
})

test('six pictures, two voice notes, or a picture of the result are too many', async () => {
  const media = (role: 'before' | 'voice' | 'after', n: number) =>
    Array.from({ length: n }, (_, i) => ({ sha256: String(i).repeat(64), role, sizeBytes: 1 }))

  expect((await server.send(server.draft({ media: media('before', 6) }))).statusCode).toBe(422)
  expect((await server.send(server.draft({ media: media('voice', 2) }))).statusCode).toBe(422)
  expect((await server.send(server.draft({ media: media('after', 1) }))).statusCode).toBe(422)
})

test('a text with what no database keeps is taken in without it', async () => {
  const { report } = await server.take(server.draft({ description: 'Rác\u0000 ở \ud800 đây' }))

  const { rows } = await server.db.query('select description from report where id = $1', [report.id])
  expect(rows[0].description).toContain('ở')
})

describe('a flood of reports from one address', () => {
  /** The embedded engine is slower, and past the limit one refusal is as the other. */
  const FLOOD = inject('engine') === 'postgres' ? 10_000 : 2000
  const AT_ONCE = 100
  /** What one address may send in an hour. */
  const MOST = 300
  const flood = { 'x-forwarded-for': '203.0.113.7' }
  const reports = async () => (await server.db.query('select 1 from report')).rowCount ?? 0

  // The whole flood falls into one hour of the count, however long it takes.
  beforeAll(() => {
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000
    vi.useFakeTimers({ toFake: ['Date'], now: hour + 600_000 })
  })
  afterAll(() => vi.useRealTimers())

  test('fills no table, is told when to come back, and keeps nobody else from sending', async () => {
    const before = await reports()
    const { report } = await server.take(server.draft())
    let [sent, refused, others] = [0, 0, 0]
    const statuses = new Set<number>()
    while (sent < FLOOD) {
      const wave = Array.from({ length: AT_ONCE }, () => server.send(server.draft(), flood))
      const other = server.send(server.draft(), { 'x-forwarded-for': '203.0.113.8' })
      for (const { statusCode, headers } of await Promise.all(wave)) {
        statuses.add(statusCode)
        if (statusCode === 429) refused += Number(headers['retry-after']) > 0 ? 1 : 0
      }
      expect((await other).statusCode).toBe(201)
      others += 1
      sent += AT_ONCE
    }

    expect([...statuses].sort()).toEqual([201, 429])
    expect(refused).toBe(FLOOD - MOST)
    expect((await reports()) - before).toBe(MOST + others + 1)
    // Of a report that is here the receipt is given as before.
    expect((await server.send(report, flood)).statusCode).toBe(200)
    expect((await server.send(server.draft(), { 'x-forwarded-for': '2001:db8:1:2::1' })).statusCode).toBe(201)
  }, 400_000)
})

test('no address is kept as it is', async () => {
  await server.send(server.draft(), { 'x-forwarded-for': '203.0.113.99' })

  const { rows } = await server.db.query(`select encode(key, 'escape') as key from report_rate`)
  expect(JSON.stringify(rows)).not.toContain('203.0.113.99')
})

test('categories are offered in order, in both languages', async () => {
  const { categories } = await server.get<{ categories: { code: string; name: { vi: string } }[] }>(
    '/api/report-categories'
  )

  expect(categories[0]).toMatchObject({ code: 'illegal_dump', theme: 'waste', resolveHours: 24 })
  expect(categories.length).toBe(12)
})
