import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffReportDetail } from '../../server/reports/staff-contract.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

// Answers that come late or twice, and deadlines that were given: what was said once stays said.

let server: ReportsServer
type Staff = Awaited<ReturnType<ReportsServer['staff']>>
let unit: number
let otherUnit: number
let officer: Staff
let otherOfficer: Staff
let leader: Staff

beforeAll(async () => {
  server = await startReports()
  unit = await server.unit('Tổ vệ sinh môi trường')
  otherUnit = await server.unit('Công an xã')
  officer = await server.staff('officer', unit)
  otherOfficer = await server.staff('officer', otherUnit)
  leader = await server.staff('leader')
})
afterAll(() => server.stop())

async function assigned(...given: Parameters<ReportsServer['draft']>) {
  const { report } = await server.take(server.draft(...given))
  await leader.act(report.id, { action: 'assign', unitId: unit })
  return report
}
const resolution = { action: 'resolve', text: 'Đã dọn sạch', reason: 'Trời tối, không chụp được' } as const

describe('an answer that was lost and is sent again', () => {
  test('is answered as the first time, though the report went out of sight by it', async () => {
    const { id } = await assigned()
    const { version } = await officer.read(id)
    const giveAway = { action: 'assign', unitId: otherUnit } as const
    const first = await officer.actOn(id, version, giveAway)
    const again = await officer.actOn(id, version, giveAway)

    expect(first.statusCode).toBe(200)
    expect(again.statusCode).toBe(200)
    expect(again.headers.etag).toBe(first.headers.etag)
    expect(again.json()).toMatchObject({ state: 'assigned', unit: { id: otherUnit }, contacts: null })
    expect(again.json<StaffReportDetail>().history).toEqual(first.json<StaffReportDetail>().history)
    expect((await otherOfficer.read(id)).version).toBe(version + 1)
    const { rows } = await server.db.query(
      `select from report_event where report_id = $1 and kind = 'assigned'`,
      [id]
    )
    expect(rows).toHaveLength(2)
  })

  test('is answered so for many at once too', async () => {
    const { id } = await assigned()
    const { version } = await officer.read(id)
    const action = { action: 'assign', unitId: otherUnit }
    const giveAway = () => officer.post('/api/staff/reports/bulk', { reports: [{ id, version }], action })
    const results = [{ id, status: 200, version: version + 1, detail: null }]

    expect((await giveAway()).json()).toEqual({ results })
    expect((await giveAway()).json()).toEqual({ results })
  })

  test('tells nothing of what others did since, and opens nothing to anybody else', async () => {
    const { id, place } = await assigned()
    const { version } = await officer.read(id)
    await officer.actOn(id, version, resolution)
    await leader.act(id, { action: 'reopen', text: 'Vẫn còn rác' })
    await leader.act(id, { action: 'assign', unitId: otherUnit })
    await otherOfficer.act(id, {
      action: 'edit',
      category: 'wastewater',
      place: { ...place, lng: place.lng + 0.001 }
    })
    await otherOfficer.act(id, { action: 'close_unresolved', reason: 'Chủ đất là ông Nam' })
    await otherOfficer.approveAll(id)

    const again = await officer.actOn(id, version, resolution)
    expect(again.statusCode).toBe(200)
    expect(again.headers.etag).toBe(`"${version + 1}"`)
    const told = again.json<StaffReportDetail>()
    expect(told).toMatchObject({
      state: 'resolved',
      category: 'illegal_dump',
      place,
      unit: { id: unit, name: 'Tổ vệ sinh môi trường' },
      reopenedAt: null,
      closedAt: null,
      approvedAt: null,
      media: []
    })
    expect(told.history.map(({ kind }) => kind)).toEqual(['taken_in', 'assigned', 'resolved'])
    expect(again.body).not.toContain('ông Nam')
    expect((await officer.actOn(id, version, { ...resolution, text: 'Khác' })).statusCode).toBe(404)
    expect((await officer.actOn(id, version + 1, resolution)).statusCode).toBe(404)
    const stranger = await server.staff('officer', unit)
    expect((await stranger.actOn(id, version, resolution)).statusCode).toBe(404)
    expect((await officer.ask(`/api/staff/reports/${id}`)).statusCode).toBe(404)
  })
})

describe('an answer that waited on a phone', () => {
  const HOUR_MS = 3_600_000
  /** By a clock that is wrong by so many hours: written so long ago, sent now. */
  const toldBy = (wrongHours: number, hoursAgo: number) => ({
    recordedAt: new Date(Date.now() + (wrongHours - hoursAgo) * HOUR_MS).toISOString(),
    sentAt: new Date(Date.now() + wrongHours * HOUR_MS).toISOString()
  })
  const last = ({ history }: StaffReportDetail) => history.at(-1)

  test.each([0, -24, 24])('is kept with when it was written, the clock wrong by %i hours', async (wrong) => {
    const { id } = await assigned()
    await server.db.query(`update report_event set at = at - interval '1 day' where report_id = $1`, [id])
    const event = last(await officer.act(id, { ...resolution, told: toldBy(wrong, 5) }))

    expect(event).toMatchObject({ kind: 'resolved' })
    const waited = Date.parse(event?.at ?? '') - Date.parse(event?.recordedAt ?? '')
    expect(waited / HOUR_MS).toBeCloseTo(5, 1)
  })

  test('is late all the same: time is kept by the server alone', async () => {
    const { id } = await assigned()
    await server.db.query(`update report_event set at = at - interval '1 day' where report_id = $1`, [id])
    await server.change(id, `resolve_due_at = now() - interval '2 hours', approved_at = now()`)
    const done = await officer.act(id, { ...resolution, told: toldBy(0, 5) })

    expect(Date.parse(last(done)?.recordedAt ?? '')).toBeLessThan(Date.parse(done.resolveDueAt ?? ''))
    expect(Date.parse(done.resolvedAt ?? '')).toBeGreaterThan(Date.parse(done.resolveDueAt ?? ''))
    const { rows } = await server.db.query(
      `select resolved_in_time as "inTime" from open.reports where number = $1`,
      [done.number]
    )
    expect(rows).toEqual([{ inTime: false }])
  })

  test('says nothing of a moment before the report was given to anybody, nor of one to come', async () => {
    const early = await assigned()
    expect(last(await officer.act(early.id, { action: 'start', told: toldBy(0, 5) }))?.recordedAt).toBeNull()
    const future = await assigned()
    expect(
      last(await officer.act(future.id, { action: 'start', told: toldBy(0, -5) }))?.recordedAt
    ).toBeNull()
  })

  test('is the same answer when it is sent again later', async () => {
    const { id } = await assigned()
    const { version } = await officer.read(id)
    const sent = [toldBy(0, 0), toldBy(1, 0)].map((told) =>
      officer.actOn(id, version, { ...resolution, told })
    )
    expect((await Promise.all(sent)).map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await officer.read(id)).version).toBe(version + 1)
  })
})

test('new limits of a category move no deadline that was given; a reopened report has the new ones', async () => {
  const { id } = await assigned({ category: 'animal_carcass' })
  const due = async () => Date.parse((await officer.read(id)).resolveDueAt ?? '')
  const given = await due()
  await server.db.query(`update report_category set resolve_hours = 400 where code = 'animal_carcass'`)

  await officer.act(id, { action: 'ask', text: 'Ở bên nào đường?' })
  await officer.act(id, { action: 'resume' })
  // A pause of moments moves it by minutes at most.
  expect(Math.abs((await due()) - given)).toBeLessThan(600_000)
  const paused = await due()
  await officer.act(id, { action: 'edit', urgent: true, category: 'animal_carcass' })
  expect(await due()).toBe(paused)
  await officer.act(id, resolution)
  await leader.act(id, { action: 'reopen', text: 'Vẫn còn' })
  expect(await due()).toBeGreaterThan(given + 20 * 86_400_000)
})
