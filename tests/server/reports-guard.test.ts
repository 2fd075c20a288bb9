import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrackedReport } from '../../server/reports/tracking-contract.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

// What must not come out by a way round: hidden places by what was merged, what was withdrawn, what nobody approved.

let server: ReportsServer
type Staff = Awaited<ReturnType<ReportsServer['staff']>>
let unit: number
let otherUnit: number
let officer: Staff
let otherOfficer: Staff
let leader: Staff

beforeAll(async () => {
  server = await startReports({ listen: true, fastify: { forceCloseConnections: true } })
  unit = await server.unit('Tổ vệ sinh môi trường')
  otherUnit = await server.unit('Công an xã')
  officer = await server.staff('officer', unit)
  otherOfficer = await server.staff('officer', otherUnit)
  leader = await server.staff('leader')
})
afterAll(() => server.stop())

const HIDDEN = 'illegal_discharge_source'

/** A report of a unit with one picture that the server has. */
async function pictured(...given: Parameters<ReportsServer['draft']>) {
  return picturedBy(await photo({ width: 64, height: 48 }), ...given)
}

async function picturedBy(file: Buffer, ...[more, dx, dy]: Parameters<ReportsServer['draft']>) {
  const media = [{ sha256: hashOf(file), role: 'before' as const, sizeBytes: file.byteLength }]
  const { report, receipt } = await server.take(server.draft({ ...more, media }, dx, dy))
  await server.uploadPicture(report.id, { 'x-report-code': report.code }, file)
  await leader.act(report.id, { action: 'assign', unitId: unit })
  return { ...report, number: receipt.number }
}

async function assigned(...given: Parameters<ReportsServer['draft']>) {
  const { report, receipt } = await server.take(server.draft(...given))
  await leader.act(report.id, { action: 'assign', unitId: unit })
  return { ...report, number: receipt.number }
}

const approve = (id: string) => officer.approveAll(id)
const merge = (id: string, into: string) => officer.act(id, { action: 'merge', into })

/** A code by which a stranger follows a public report. */
async function witnessOf(number: string) {
  const code = newCode()
  const answer = await server.post(`/api/reports/${number}/witnesses`, { code })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return code
}
const track = async (code: string) => (await server.post('/api/tracking', { code })).json<TrackedReport>()
const statusOf = async (path: string) => (await server.app.inject(path)).statusCode

describe('a hidden place', () => {
  test('stays hidden when another category is chosen, unless somebody says otherwise', async () => {
    const { id, number } = await assigned()
    await approve(id)
    await officer.act(id, { action: 'edit', sensitive: true })
    const edited = await officer.act(id, { action: 'edit', category: 'construction_waste' })

    expect(edited.sensitive).toBe(true)
    expect(await server.get(`/api/reports/${number}`)).toMatchObject({ placeHidden: true })
    expect((await officer.act(id, { action: 'edit', sensitive: false })).sensitive).toBe(false)
  })

  test('is not told by following it into a report whose place is shown', async () => {
    const [hidden, shown] = [await assigned({ category: HIDDEN }), await assigned({}, 0.0051)]
    await approve(hidden.id)
    await approve(shown.id)
    const code = await witnessOf(hidden.number)
    const cell = (await track(code)).place
    await merge(hidden.id, shown.number)

    const seen = await track(code)
    expect(seen).toMatchObject({ number: hidden.number, state: 'duplicate', place: cell, published: false })
    expect(JSON.stringify(seen)).not.toContain(shown.number)
    // Whoever sent it himself knows where it is, and follows it.
    expect((await track(hidden.code)).number).toBe(shown.number)
  })

  test('is not told by what was shown at its place and merged into it', async () => {
    const [shown, hidden] = [await pictured({}, 0.0052), await assigned({ category: HIDDEN }, 0.0051)]
    await approve(shown.id)
    const code = await witnessOf(shown.number)
    await approve(hidden.id)
    await merge(shown.id, hidden.number)

    expect(await statusOf(`/api/reports/${shown.number}`)).toBe(404)
    expect(await server.get(`/api/reports/${hidden.number}`)).toMatchObject({ pictures: [] })
    const { media } = await approve(hidden.id)
    expect(media).toMatchObject([{ number: shown.number, mayBePublic: false }])
    const pictures = media.map(({ sha256 }) => sha256)
    expect(await officer.tryTo(hidden.id, { action: 'approve', pictures })).toBe(422)
    expect(await server.get(`/api/reports/${hidden.number}`)).toMatchObject({ pictures: [] })
    expect(JSON.stringify(await track(code))).not.toContain(hidden.number)
  })

  test('takes what was never public along with its pictures', async () => {
    const [never, hidden] = [await pictured({}, 0.0052), await assigned({ category: HIDDEN }, 0.0051)]
    await merge(never.id, hidden.number)
    await approve(hidden.id)

    expect(await server.get(`/api/reports/${hidden.number}`)).toMatchObject({
      pictures: [{ role: 'before' }]
    })
  })

  test('is cut no smaller by the audit log, which tells of a corrected place as hashes', async () => {
    const { id, number } = await assigned({ category: HIDDEN })
    const place = { lng: server.commune.west + 0.03, lat: server.commune.south + 0.01 }
    const { village } = await officer.act(id, { action: 'edit', place })
    const { rows } = await server.db.query(
      `select before, after from audit_entry where action = 'report.edit' and subject_id = $1`,
      [number]
    )

    expect(village).toBe(`${server.commune.code}-2`)
    expect(rows).toMatchObject([{ after: { village: expect.stringMatching(/^hmac:/) } }])
    expect(JSON.stringify(rows)).not.toContain(`${server.commune.code}-`)
  })
})

describe('what was withdrawn', () => {
  async function withResult() {
    const report = await assigned()
    await approve(report.id)
    await officer.act(report.id, { action: 'resolve', text: 'Bà Lan đã dọn', reason: 'Trời tối' })
    return report
  }
  const historyOf = async (number: string) => JSON.stringify(await server.get(`/api/reports/${number}`))

  test('does not come back with the next approval: the result waits for its own', async () => {
    const { id, number } = await withResult()
    await officer.approveAll(id, { action: 'approve_result', text: 'Nhà bà Lan' })
    expect(await historyOf(number)).toContain('Nhà bà Lan')
    await officer.act(id, { action: 'withdraw_approval' })
    await approve(id)
    expect(await historyOf(number)).not.toContain('Lan')

    await officer.approveAll(id, { action: 'approve_result', text: 'Đã dọn' })
    expect(await historyOf(number)).toContain('Đã dọn')
    expect(await historyOf(number)).not.toContain('Lan')
  })

  test('is read by nobody who only follows it', async () => {
    const { id, number } = await withResult()
    await officer.approveAll(id, { action: 'approve_result', text: 'Nhà bà Lan' })
    const code = await witnessOf(number)
    expect(JSON.stringify(await track(code))).toContain('Nhà bà Lan')
    await officer.act(id, { action: 'withdraw_approval' })

    expect(JSON.stringify(await track(code))).not.toContain('Lan')
  })
})

test('a picture that two people sent, one with more about it, is open while either report shows it', async () => {
  const file = await photo({ width: 64, height: 48 })
  const one = await picturedBy(file)
  const two = await picturedBy(Buffer.concat([file, Buffer.from('máy ảnh')]), {}, 0.0051)
  const shownOf = async ({ id, number }: { id: string; number: string }) => {
    await approve(id)
    return (await server.get<{ pictures: { picture: string }[] }>(`/api/reports/${number}`)).pictures
  }
  const [[picture], [twin]] = [await shownOf(one), await shownOf(two)]
  expect(twin).toMatchObject({ picture: picture?.picture })

  await officer.act(two.id, { action: 'withdraw_approval' })
  expect(await statusOf(`/api/media/${picture?.picture}`)).toBe(200)
  await officer.act(one.id, { action: 'withdraw_approval' })
  expect(await statusOf(`/api/media/${picture?.picture}`)).toBe(404)
})

describe('merging', () => {
  test('what was shown with another is not open any more when it is on its own, unless it is approved itself', async () => {
    const [root, part] = [await assigned(), await pictured({}, 0.0051)]
    await merge(part.id, root.number)
    await approve(root.id)
    const [picture] = (await server.get<{ pictures: { picture: string }[] }>(`/api/reports/${root.number}`))
      .pictures
    expect(await statusOf(`/api/media/${picture?.picture}`)).toBe(200)
    await officer.act(part.id, { action: 'unmerge' })

    expect(await statusOf(`/api/media/${picture?.picture}`)).toBe(404)
    await approve(part.id)
    const own = await server.get<{ pictures: { picture: string }[] }>(`/api/reports/${part.number}`)
    await merge(part.id, root.number)
    await officer.act(part.id, { action: 'unmerge' })
    expect(await statusOf(`/api/media/${own.pictures[0]?.picture}`)).toBe(200)
  })

  test('contacts go with what handles them: the unit that had the report reads them no more', async () => {
    const part = await assigned({ contact: { phone: '0912 345 678' } })
    const root = await assigned({}, 0.0051)
    await leader.act(root.id, { action: 'assign', unitId: otherUnit })
    expect((await officer.read(part.id)).contacts).toHaveLength(1)
    await leader.act(part.id, { action: 'merge', into: root.number })

    expect((await officer.read(part.id)).contacts).toBeNull()
    expect((await otherOfficer.read(root.id)).contacts).toMatchObject([{ phone: '0912 345 678' }])
  })
})

test('a confirmation goes with the result that it spoke of: the next one is not closed by it', async () => {
  const report = await assigned()
  const resolve = () =>
    officer.act(report.id, { action: 'resolve', text: 'Đã dọn', reason: 'Trời tối, không chụp được' })
  const close = () => officer.tryTo(report.id, { action: 'close' })
  const confirm = () => server.post('/api/tracking/confirm', { code: report.code })
  await officer.act(report.id, { action: 'start' })
  await resolve()
  await confirm()
  await officer.act(report.id, { action: 'reopen', text: 'Rác lại xuất hiện' })
  await officer.act(report.id, { action: 'start' })
  await resolve()

  expect(await close()).toBe(409)
  expect(await track(report.code)).toMatchObject({ confirmed: false, mayConfirm: true, mayReopen: false })
  expect((await confirm()).json()).toMatchObject({ confirmed: true })
  expect(await close()).toBe(200)
})
