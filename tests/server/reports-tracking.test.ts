import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { openMedia } from '../../server/media/open.ts'
import { openCalendar } from '../../server/reports/calendar.ts'
import type { ReportDesk } from '../../server/reports/desk.ts'
import { openSenders } from '../../server/reports/senders.ts'
import { sweepReports } from '../../server/reports/sweeps.ts'
import { reopenByReporter } from '../../server/reports/tracking.ts'
import type { TrackedReport } from '../../server/reports/tracking-contract.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
type Staff = Awaited<ReturnType<ReportsServer['staff']>>
let unit: number
let officer: Staff
let leader: Staff

beforeAll(async () => {
  server = await startReports({
    listen: true,
    trustedProxies: ['127.0.0.1'],
    fastify: { forceCloseConnections: true }
  })
  unit = await server.unit()
  officer = await server.staff('officer', unit)
  leader = await server.staff('leader')
})
afterAll(() => server.stop())

const resolution = { action: 'resolve', text: 'Đã dọn sạch', reason: 'Máy hỏng' } as const
const ask = (path: string, code: string, more: object = {}) =>
  server.post(`/api/tracking${path}`, { code, ...more })
const track = async (code: string) => (await ask('', code)).json<TrackedReport>()

async function assigned(...given: Parameters<ReportsServer['draft']>) {
  const { report, receipt } = await server.take(server.draft(...given))
  await leader.act(report.id, { action: 'assign', unitId: unit })
  return { ...report, number: receipt.number }
}
async function resolved(...given: Parameters<ReportsServer['draft']>) {
  const report = await assigned(...given)
  await officer.act(report.id, resolution)
  return report
}

test('the code shows state, own place, files and history, before anything is public', async () => {
  const report = await assigned({
    description: 'Rác sau chợ',
    media: [{ sha256: 'b'.repeat(64), role: 'before', sizeBytes: 3 }]
  })

  const seen = await track(report.code)

  expect(seen).toMatchObject({
    number: report.number,
    kind: 'reporter',
    state: 'assigned',
    place: report.place,
    description: 'Rác sau chợ',
    published: false,
    mayAnswer: true,
    mayConfirm: false,
    media: [{ sha256: 'b'.repeat(64), role: 'before', received: false, published: false }]
  })
  expect(seen.history.map(({ kind }) => kind)).toEqual(['taken_in', 'assigned'])
})

describe('photos that are public', () => {
  const published = async (code: string) => (await track(code)).media.map(({ published }) => published)

  /** A report that came with two photos. */
  async function photographed() {
    const photos = [await photo({ width: 40, height: 40 }), await photo({ width: 60, height: 40 })]
    const hashes = photos.map(hashOf)
    const report = await assigned({
      media: photos.map((bytes, i) => ({ sha256: hashes[i]!, role: 'before', sizeBytes: bytes.byteLength }))
    })
    for (const bytes of photos) await server.uploadPicture(report.id, { 'x-report-code': report.code }, bytes)
    return { ...report, hashes }
  }

  test('are told one by one: those that staff chose, and only while they are on the public page', async () => {
    const report = await photographed()
    expect(await published(report.code)).toEqual([false, false])

    await officer.act(report.id, { action: 'approve', pictures: [report.hashes[1]!] })
    expect(await published(report.code)).toEqual([false, true])

    await officer.act(report.id, { action: 'withdraw_approval' })
    expect(await published(report.code)).toEqual([false, false])
  })

  test('of a report that was merged are told by the page of the other', async () => {
    const [one, two] = [await assigned(), await photographed()]
    await officer.act(two.id, { action: 'merge', into: one.number })
    await officer.act(one.id, { action: 'approve', pictures: two.hashes })
    expect(await published(two.code)).toEqual([true, true])
    expect(await published(one.code)).toEqual([])
  })

  test('of a result that is approved while its reporter opens it again are public no more', async () => {
    const report = await assigned()
    await officer.act(report.id, { action: 'approve', pictures: [] })
    const after = await server.uploadPicture(report.id, { cookie: officer.headers.cookie })
    await officer.act(report.id, resolution)
    let isFirst = true
    const meanwhile = async () => {
      if (isFirst) await officer.act(report.id, { action: 'approve_result', pictures: [after] })
      isFirst = false
    }
    const db = {
      query: server.db.query.bind(server.db),
      connect: () => meanwhile().then(() => server.db.connect())
    }
    const desk = {
      db,
      audit: openAudit(),
      media: openMedia({ dataDir: server.environment.DATA_DIR }, server.db).store,
      calendar: openCalendar(server.db),
      senders: openSenders(server.db)
    } as unknown as ReportDesk // no more is asked of it
    await reopenByReporter(desk, { code: report.code, address: '192.0.2.1' }, 'Vẫn còn rác')

    expect((await officer.read(report.id)).media).toMatchObject([{ sha256: after, picture: null }])
    expect(isFirst).toBe(false)
    const shown = (await server.get<{ pictures: unknown[] }>(`/api/reports/${report.number}`)).pictures
    expect(shown).toEqual([])
  })
})

test('a wrong code opens nothing; after thirty from one address there is a pause, but not for a right one', async () => {
  const report = await assigned()
  const from = (address: string, code: string) =>
    server.post('/api/tracking', { code }, { 'x-forwarded-for': address })

  for (let i = 0; i < 30; i++) expect((await from('198.51.100.1', newCode())).statusCode).toBe(404)
  const refused = await from('198.51.100.1', newCode())
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await from('198.51.100.2', newCode())).statusCode).toBe(404)
  // Many share an address: whoever guesses keeps nobody there from his own report.
  expect((await from('198.51.100.1', report.code)).statusCode).toBe(200)
})

describe('asking back', () => {
  test('the question reaches the reporter, the answer staff, and the clock goes on', async () => {
    const report = await assigned()
    await officer.act(report.id, { action: 'ask', text: 'Bên nào đường?' })
    expect(await track(report.code)).toMatchObject({ question: 'Bên nào đường?', resolveDueAt: null })

    const answered = await ask('/answer', report.code, { text: 'Bên trái' })

    expect(answered.json()).toMatchObject({ state: 'in_progress', question: null })
    expect((await officer.read(report.id)).history.at(-1)).toMatchObject({
      kind: 'answered',
      text: 'Bên trái',
      open: false,
      toState: 'in_progress'
    })
  })

  test('sent twice it is one answer', async () => {
    const report = await assigned()
    await ask('/answer', report.code, { text: 'Thêm: gần cổng trường' })
    await ask('/answer', report.code, { text: 'Thêm: gần cổng trường' })
    const { history } = await officer.read(report.id)
    expect(history.filter(({ kind }) => kind === 'answered')).toHaveLength(1)
  })

  test('sent several times at once it is one answer, and a confirmation one too', async () => {
    const report = await assigned()
    const said = (path: string, more: object) =>
      Promise.all(Array.from({ length: 4 }, () => ask(path, report.code, more)))
    const answers = await said('/answer', { text: 'Cạnh cột điện số 7' })
    await officer.act(report.id, resolution)
    const confirmations = await said('/confirm', {})
    const kinds = (await officer.read(report.id)).history.map(({ kind }) => kind)

    expect([...answers, ...confirmations].map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200))
    for (const once of ['answered', 'confirmed'])
      expect(kinds.filter((kind) => kind === once)).toHaveLength(1)
  })

  test('with more pictures, which the code may upload then', async () => {
    const report = await assigned()
    const file = await photo({ width: 40, height: 40 })
    const media = [{ sha256: hashOf(file), sizeBytes: file.byteLength }]
    await ask('/answer', report.code, { text: 'Ảnh rõ hơn', media })
    await server.uploadPicture(report.id, { 'x-report-code': report.code }, file)
    expect((await track(report.code)).media).toMatchObject([{ received: true }])
  })

  test('not when it has ended', async () => {
    const report = await resolved()
    expect((await ask('/answer', report.code, { text: 'Còn nữa' })).statusCode).toBe(409)
  })
})

describe('the end', () => {
  test('the reporter reads the result before it is public, and confirms it once; then staff may close it', async () => {
    const report = await resolved()
    const seen = await track(report.code)
    expect(seen).toMatchObject({ mayConfirm: true, mayReopen: true })
    expect(seen.history.at(-1)).toMatchObject({ kind: 'resolved', text: 'Đã dọn sạch' })
    expect(await leader.tryTo(report.id, { action: 'close' })).toBe(409)

    expect((await ask('/confirm', report.code)).json()).toMatchObject({ confirmed: true, mayReopen: false })
    expect((await ask('/confirm', report.code)).statusCode).toBe(200)
    expect((await ask('/reopen', report.code, { text: 'Thôi' })).statusCode).toBe(409)
    expect(await leader.act(report.id, { action: 'close' })).toMatchObject({
      state: 'closed',
      confirmed: true
    })
  })

  test('or opens it again, once, within 30 days', async () => {
    const report = await resolved()
    const again = await ask('/reopen', report.code, { text: 'Vẫn còn rác' })
    expect(again.json()).toMatchObject({ state: 'assigned', resolvedAt: null, mayReopen: false })
    expect((await ask('/reopen', report.code, { text: 'Vẫn còn rác' })).statusCode).toBe(200)
    await officer.act(report.id, resolution)
    expect((await ask('/reopen', report.code, { text: 'Lại có' })).statusCode).toBe(409)
  })

  test('not after 30 days', async () => {
    const report = await resolved()
    await server.change(report.id, `resolved_at = now() - interval '31 days'`)
    expect((await ask('/reopen', report.code, { text: 'Lại có' })).statusCode).toBe(409)
  })

  test('a reopened result is not public any more', async () => {
    const report = await assigned()
    await server.uploadPicture(report.id, officer.headers)
    await officer.act(report.id, { action: 'resolve', text: 'Đã dọn', place: report.place })
    await officer.approveAll(report.id)
    await officer.approveAll(report.id, { action: 'approve_result' })
    type Shown = { pictures: { picture: string }[] }
    const shown = await server.get<Shown>(`/api/reports/${report.number}`)
    expect(shown.pictures).toHaveLength(1)
    await ask('/reopen', report.code, { text: 'Vẫn còn' })
    expect((await server.get<Shown>(`/api/reports/${report.number}`)).pictures).toEqual([])
    expect((await server.app.inject(`/api/media/${shown.pictures[0]?.picture}`)).statusCode).toBe(404)
  })

  test('nothing to confirm or reopen while it is open', async () => {
    const report = await assigned()
    expect((await ask('/confirm', report.code)).statusCode).toBe(409)
    expect((await ask('/reopen', report.code, { text: 'x' })).statusCode).toBe(409)
  })
})

test('a merged reporter follows the report into which his was merged', async () => {
  const [one, two] = [await assigned(), await assigned({ contact: { phone: '2' } })]
  await officer.act(two.id, { action: 'merge', into: one.number })
  await officer.act(one.id, { action: 'ask', text: 'Câu hỏi riêng cho người kia' })

  const seen = await track(two.code)
  expect(seen).toMatchObject({
    number: one.number,
    ownNumber: two.number,
    place: two.place,
    state: 'waiting_for_reporter'
  })
  expect(JSON.stringify(seen)).not.toContain('riêng')
  await officer.act(one.id, { action: 'resume' })
  await officer.act(one.id, resolution)
  expect((await ask('/confirm', two.code)).json()).toMatchObject({ confirmed: true })
})

test('one who saw it too follows it, and reads what is public only', async () => {
  const report = await assigned({ category: 'illegal_discharge_source', description: 'Của riêng' })
  await officer.approveAll(report.id, { action: 'approve', publicText: 'Xả thải' })
  const code = newCode()
  await server.post(`/api/reports/${report.number}/witnesses`, { code, contact: { phone: '0909' } })
  await officer.act(report.id, { action: 'ask', text: 'Câu hỏi riêng' })

  const seen = await track(code)
  expect(seen).toMatchObject({
    kind: 'witness',
    description: 'Xả thải',
    mayAnswer: false,
    media: [],
    question: null
  })
  expect(seen.place).not.toEqual(report.place)
  expect(JSON.stringify(seen)).not.toContain('riêng')
  expect((await ask('/answer', code, { text: 'x' })).statusCode).toBe(403)
  await officer.act(report.id, { action: 'withdraw_approval' })
  expect(await track(code)).toMatchObject({ place: null, description: null })
  expect((await ask('/export', code)).json()).toMatchObject({
    contact: { phone: '0909' },
    place: null,
    texts: []
  })
  expect((await ask('/delete', code)).statusCode).toBe(200)
  expect((await ask('', code)).statusCode).toBe(404)
})

test('export and deletion: everything personal, and then nothing of it', async () => {
  const report = await assigned({
    description: 'Tôi là Lan, nhà số 5',
    contact: { name: 'Lan', phone: '0901 111 222' },
    measured: { lng: server.commune.west + 0.005, lat: server.commune.south + 0.005, accuracyM: 12 },
    observedAt: '2026-11-20T00:00:00.000Z',
    media: [{ sha256: 'c'.repeat(64), role: 'voice', sizeBytes: 3 }]
  })
  await ask('/answer', report.code, { text: 'Gọi tôi buổi tối' })

  expect((await ask('/export', report.code)).json()).toMatchObject({
    number: report.number,
    contact: { name: 'Lan', phone: '0901 111 222', email: null },
    description: 'Tôi là Lan, nhà số 5',
    measured: { accuracyM: 12 },
    observedAt: '2026-11-20T00:00:00.000Z',
    files: [{ role: 'voice' }],
    texts: [{ text: 'Gọi tôi buổi tối' }]
  })
  expect((await ask('/delete', report.code)).json()).toEqual({ deleted: true })
  expect((await ask('', report.code)).statusCode).toBe(404)
  const left = JSON.stringify(await officer.read(report.id))
  for (const text of ['Lan', '0901', 'buổi tối', 'voice']) expect(left).not.toContain(text)
  const { rows } = await server.db.query(
    `select subject_id as number, from_hash as "from" from audit_entry where action = 'report.forget_reporter'`
  )
  expect(rows).toEqual([{ number: report.number, from: null }])
})

test('what a reporter did is in the audit log, with the states and without what is personal', async () => {
  const report = await assigned({ contact: { phone: '0901 222 333' } })
  const sent = { sha256: 'e'.repeat(64), sizeBytes: 3 }
  await officer.act(report.id, { action: 'ask', text: 'Ở cột nào?' })
  await ask('/answer', report.code, { text: 'Cột số 7, nhà bà Tư', media: [sent] })
  await officer.act(report.id, resolution)
  await ask('/reopen', report.code, { text: 'Nhà bà Tư vẫn còn' })
  await officer.act(report.id, resolution)
  await ask('/confirm', report.code)
  await ask('/confirm', report.code)
  const { rows } = await server.db.query(
    `select action, before ->> 'state' as before, after ->> 'state' as after, after -> 'sent' as sent,
            after ->> 'confirmed' as confirmed, account_id as account, from_hash as "from", commune_code as commune
       from audit_entry where subject_id = $1 and actor = 'public' order by id`,
    [report.number]
  )
  const nothing = { before: null, after: null, sent: null, confirmed: null, account: null, from: null }
  const said = { ...nothing, commune: expect.any(String) }

  expect(rows).toEqual([
    {
      ...said,
      action: 'report.answer',
      before: 'waiting_for_reporter',
      after: 'in_progress',
      sent: [sent.sha256]
    },
    { ...said, action: 'report.reopen', before: 'resolved', after: 'assigned' },
    { ...said, action: 'report.confirm', confirmed: 'true' }
  ])
  const whole = await server.db.query(`select before, after from audit_entry where subject_id = $1`, [
    report.number
  ])
  expect(JSON.stringify(whole.rows)).not.toMatch(/bà Tư|0901/)
})

test('deleted words that staff released stay public as they were', async () => {
  const report = await assigned({ description: 'Đống rác ven đường' })
  await officer.approveAll(report.id)
  await ask('/delete', report.code)
  expect(await server.get(`/api/reports/${report.number}`)).toMatchObject({
    description: 'Đống rác ven đường'
  })
})

describe('sweeps', () => {
  test('resolved is closed 30 days later, not earlier', async () => {
    const [old, young] = [await resolved(), await resolved()]
    await server.change(old.id, `resolved_at = now() - interval '30 days 1 minute'`)
    await server.change(young.id, `resolved_at = now() - interval '29 days 23 hours'`)
    await sweepReports(server.db, openAudit())
    expect((await officer.read(old.id)).state).toBe('closed')
    expect((await track(old.code)).history.at(-1)?.kind).toBe('closed')
    expect((await officer.read(young.id)).state).toBe('resolved')
  })

  test('contacts go 12 months after the end, those of what was merged too', async () => {
    const [one, two] = [
      await resolved({ contact: { phone: '1' } }),
      await assigned({ contact: { phone: '2' } })
    ]
    await officer.act(two.id, { action: 'merge', into: one.number })
    const left = async () => (await officer.read(one.id)).contacts?.length
    await server.change(one.id, `state = 'closed', closed_at = now() - interval '11 months'`)
    await sweepReports(server.db, openAudit())
    expect(await left()).toBe(2)
    await server.change(one.id, `closed_at = now() - interval '12 months 1 day'`)
    expect(await sweepReports(server.db, openAudit())).toMatchObject({ contactsRemoved: 2 })
    expect(await left()).toBe(0)
    const { rows } = await server.db.query(
      `select actor, action, after from audit_entry where action = 'report.sweep' order by id desc limit 1`
    )
    expect(rows).toEqual([
      { actor: 'program', action: 'report.sweep', after: { closed: 0, contactsRemoved: 2 } }
    ])
  })
})
