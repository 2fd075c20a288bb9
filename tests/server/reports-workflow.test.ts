import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffReport } from '../../server/reports/staff-contract.ts'
import { photo } from '../support/media-files.ts'
import { hashOf } from '../support/media-app.ts'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
type Staff = Awaited<ReturnType<ReportsServer['staff']>>
let unit: number
let otherUnit: number
let officer: Staff
let otherOfficer: Staff
let leader: Staff
let field: Staff

beforeAll(async () => {
  server = await startReports({ listen: true, fastify: { forceCloseConnections: true } })
  unit = await server.unit('Tổ vệ sinh môi trường')
  otherUnit = await server.unit('Công an xã')
  officer = await server.staff('officer', unit)
  otherOfficer = await server.staff('officer', otherUnit)
  leader = await server.staff('leader')
  field = await server.staff('field', unit)
})
afterAll(() => server.stop())

async function taken(...given: Parameters<ReportsServer['draft']>) {
  return (await server.take(server.draft(...given))).report
}
/** A report that the officer's unit has. */
async function assigned(...given: Parameters<ReportsServer['draft']>) {
  const report = await taken(...given)
  await leader.act(report.id, { action: 'assign', unitId: unit })
  return report
}
const resolution = { action: 'resolve', text: 'Đã dọn sạch', reason: 'Trời tối, không chụp được' } as const
async function resolved() {
  const report = await assigned()
  await officer.act(report.id, { action: 'start' })
  await officer.act(report.id, resolution)
  return report
}

test('the way of a report from new to resolved, each step in its history', async () => {
  const report = await taken()
  await leader.act(report.id, { action: 'receive' })
  await leader.act(report.id, { action: 'assign', unitId: unit, accountId: field.id })
  await field.act(report.id, { action: 'start' })
  const done = await field.act(report.id, resolution)

  expect(done).toMatchObject({
    state: 'resolved',
    reason: resolution.reason,
    unit: { id: unit },
    assignee: { id: field.id }
  })
  expect(done.history.map(({ kind, toState }) => [kind, toState])).toEqual([
    ['taken_in', 'new'],
    ['received', 'received'],
    ['assigned', 'assigned'],
    ['started', 'in_progress'],
    ['resolved', 'resolved']
  ])
  expect(done.acknowledgedAt).not.toBeNull()
})

test('each action is in the audit log, with what is personal as a hash', async () => {
  const report = await resolved()

  const { number } = await leader.read(report.id)
  const { rows } = await server.db.query<{ action: string; after: unknown }>(
    `select action, after from audit_entry where subject = 'report' and subject_id = $1 order by id`,
    [number]
  )
  expect(rows.map(({ action }) => action)).toEqual(['report.assign', 'report.start', 'report.resolve'])
  expect(JSON.stringify(rows)).not.toContain('Trời tối')
})

test('the audit log tells of pictures: which, what was and is public, what is covered in them', async () => {
  const files = [await photo({ width: 64, height: 48 }), await photo({ width: 48, height: 64 })]
  const [one = '', two = ''] = files.map(hashOf)
  const media = files.map((file) => ({
    sha256: hashOf(file),
    role: 'before' as const,
    sizeBytes: file.byteLength
  }))
  const report = await assigned({ media })
  for (const file of files) await server.uploadPicture(report.id, { 'x-report-code': report.code }, file)
  await officer.act(report.id, { action: 'boxes', sha256: one, boxes: [[0, 0, 0.5, 0.5]] })
  await officer.act(report.id, { action: 'approve', pictures: [one] })
  const { number } = await officer.act(report.id, { action: 'approve', pictures: [two] })
  const { rows } = await server.db.query(
    `select before -> 'pictures' as before, after -> 'pictures' as after from audit_entry
      where subject_id = $1 and action in ('report.boxes', 'report.approve') order by id`,
    [number]
  )
  const [boxes, file] = [[[0, 0, 0.5, 0.5]], expect.stringMatching(/^[0-9a-f]{64}$/)]
  const hidden = { sha256: one, public: false, boxes }

  expect(rows).toEqual([
    { before: [{ ...hidden, boxes: [] }], after: [hidden] },
    { before: [hidden], after: [{ ...hidden, public: true, file }] },
    {
      before: [
        { sha256: two, public: false, boxes: [] },
        { ...hidden, public: true }
      ],
      after: [{ sha256: two, public: true, boxes: [], file }, hidden]
    }
  ])
})

test('what staff take in on somebody’s behalf is in the audit log too, without whose it is', async () => {
  const draft = server.draft({ contact: { phone: '0912 345 678' }, description: 'Rác sau nhà ông Tám' })
  const body = { ...draft, channel: 'desk' }
  await officer.post('/api/staff/reports', body)
  const { number } = (await officer.post('/api/staff/reports', body)).json<{ number: string }>()
  const { rows } = await server.db.query(
    `select account_id as "accountId", action, after from audit_entry where subject_id = $1`,
    [number]
  )

  expect(rows).toEqual([
    {
      accountId: officer.id,
      action: 'report.take_in',
      after: { category: 'illegal_dump', channel: 'desk' }
    }
  ])
})

describe('who sees what', () => {
  test('a unit sees its own, not another’s: by id 404, in no list, in no count', async () => {
    const report = await assigned({ category: 'uncollected_waste' })

    expect((await otherOfficer.ask(`/api/staff/reports/${report.id}`)).statusCode).toBe(404)
    expect((await otherOfficer.actOn(report.id, 1, { action: 'start' })).statusCode).toBe(404)
    const list = await otherOfficer.ask('/api/staff/reports?category=uncollected_waste')
    expect(list.json()).toEqual({ reports: [], next: null, total: 0 })
    expect((await officer.ask('/api/staff/reports?category=uncollected_waste')).json().total).toBe(1)
  })

  test('a new one whose category goes to a unit is seen by that unit', async () => {
    const admin = await server.staff('administrator')
    const put = (unitId: number | null, seen = 0) =>
      server.app.inject({
        method: 'PUT',
        url: '/api/staff/category-units',
        headers: { ...admin.headers, 'if-match': `"${seen}"` },
        payload: { commune: server.commune.code, category: 'sign_light_fault', unitId }
      })
    expect((await put(unit)).statusCode).toBe(200)
    const report = await taken({ category: 'sign_light_fault' })

    expect((await officer.read(report.id)).state).toBe('new')
    expect((await otherOfficer.ask(`/api/staff/reports/${report.id}`)).statusCode).toBe(404)
    expect((await officer.act(report.id, { action: 'receive' })).unit?.id).toBe(unit)
    expect((await put(null, unit)).statusCode).toBe(200)
  })

  test('field staff see what they took in or were given', async () => {
    const other = await assigned()
    expect((await field.ask(`/api/staff/reports/${other.id}`)).statusCode).toBe(404)
    const own = server.draft()
    expect((await server.send(own, field.headers)).statusCode).toBe(201)
    expect((await field.read(own.id)).channel).toBe('staff')
  })

  test('a leader of another commune sees nothing', async () => {
    const report = await taken()
    const { headers } = await server.staff('leader')
    await server.db.query(
      `update account set commune_code = '99998' where id = (select max(id) from account)`
    )
    expect((await server.app.inject({ url: `/api/staff/reports/${report.id}`, headers })).statusCode).toBe(
      404
    )
  })

  test('a contact is read by the unit that handles it, and by nobody else', async () => {
    const report = await assigned({ contact: { name: 'Trần Thị B', phone: '0912 345 678' } })

    expect((await officer.read(report.id)).contacts).toMatchObject([{ phone: '0912 345 678' }])
    expect((await leader.read(report.id)).contacts).toBeNull()
    await leader.act(report.id, { action: 'assign', unitId: unit, accountId: field.id })
    expect((await field.read(report.id)).contacts).toBeNull()
    await leader.act(report.id, { action: 'assign', unitId: otherUnit })
    expect((await otherOfficer.read(report.id)).contacts).toHaveLength(1)
    expect((await officer.ask(`/api/staff/reports/${report.id}`)).statusCode).toBe(404)
  })
})

describe('two officers on one report', () => {
  test('the second is shown what the first did, and nothing is overwritten', async () => {
    const report = await assigned()
    const { version } = await officer.read(report.id)
    await officer.act(report.id, { action: 'start' })
    const late = await leader.actOn(report.id, version, { action: 'assign', unitId: otherUnit })

    expect(late.statusCode).toBe(412)
    expect(late.json()).toMatchObject({ state: 'in_progress', version: version + 1, unit: { id: unit } })
    expect(late.headers.etag).toBe(`"${version + 1}"`)
  })

  test('at the same moment one of them wins', async () => {
    const report = await assigned()
    const { version } = await officer.read(report.id)
    const answers = await Promise.all([
      officer.actOn(report.id, version, { action: 'start' }),
      leader.actOn(report.id, version, { action: 'assign', unitId: unit, accountId: field.id })
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    expect((await leader.read(report.id)).version).toBe(version + 1)
  })

  test('sent again after a lost answer it is done once', async () => {
    const report = await assigned()
    const { version } = await officer.read(report.id)
    const answers = [1, 2, 3].map(() => officer.actOn(report.id, version, resolution))
    expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    const again = await officer.actOn(report.id, version, resolution)
    expect(again.statusCode).toBe(200)
    expect(again.json().history.filter(({ kind }: { kind: string }) => kind === 'resolved')).toHaveLength(1)
    expect((await leader.actOn(report.id, version, resolution)).statusCode).toBe(412)
  })

  test('without If-Match nothing is done', async () => {
    const report = await assigned()
    const response = await officer.post(`/api/staff/reports/${report.id}/actions`, { action: 'start' })
    expect(response.statusCode).toBe(428)
  })
})

describe('asking back', () => {
  test('the clock rests while the reporter is asked, and goes on afterwards', async () => {
    const report = await assigned()
    const before = await officer.read(report.id)
    const asked = await officer.act(report.id, { action: 'ask', text: 'Ở bên nào đường?' })
    expect(asked).toMatchObject({ state: 'waiting_for_reporter', resolveDueAt: null })
    await server.change(report.id, `waiting_since = now() - interval '14 days'`)
    const resumed = await officer.act(report.id, { action: 'resume' })

    expect(resumed.state).toBe('in_progress')
    const days = (Date.parse(resumed.resolveDueAt ?? '') - Date.parse(before.resolveDueAt ?? '')) / 86_400_000
    expect(days).toBeGreaterThan(10)
    expect(days).toBeLessThan(21)
  })

  test('nobody can be asked who left nothing', async () => {
    const report = await assigned()
    await server.db.query('delete from report_code where report_id = $1', [report.id])
    expect(await officer.tryTo(report.id, { action: 'ask', text: 'Ở đâu?' })).toBe(409)
  })
})

describe('resolving', () => {
  test('wants a picture after taken near the place, or a reason', async () => {
    const report = await assigned()
    await officer.act(report.id, { action: 'start' })
    const resolve = { action: 'resolve', text: 'Đã dọn' } as const
    const near = { lng: report.place.lng + 0.0002, lat: report.place.lat }
    expect(await officer.tryTo(report.id, { ...resolve, place: near })).toBe(422)
    await server.uploadPicture(report.id, officer.headers)
    expect(await officer.tryTo(report.id, resolve)).toBe(422)
    expect(await officer.tryTo(report.id, { ...resolve, place: { ...near, lng: near.lng + 0.0002 } })).toBe(
      422
    )
    const done = await officer.act(report.id, { ...resolve, place: near })
    expect(done).toMatchObject({
      state: 'resolved',
      media: [{ role: 'after', received: true, picture: null }]
    })
  })

  test('a picture from before the reopening does not count again', async () => {
    const report = await assigned()
    await server.uploadPicture(report.id, officer.headers)
    await officer.act(report.id, { action: 'resolve', text: 'Đã dọn', place: report.place })
    const again = await officer.act(report.id, { action: 'reopen', text: 'Lại có rác' })
    expect(again).toMatchObject({ state: 'assigned', resolvedAt: null })
    expect(await officer.tryTo(report.id, { action: 'resolve', text: 'Đã dọn', place: report.place })).toBe(
      422
    )
  })

  test('it is reopened once', async () => {
    const report = await resolved()
    await officer.act(report.id, { action: 'reopen', text: 'Lại có' })
    await officer.act(report.id, resolution)
    expect(await officer.tryTo(report.id, { action: 'reopen', text: 'Lại có' })).toBe(409)
  })
})

test('a role that may not is refused, whatever the state', async () => {
  const report = await taken()
  await leader.act(report.id, { action: 'assign', unitId: unit, accountId: field.id })
  expect(await field.tryTo(report.id, { action: 'approve', pictures: [] })).toBe(403)
  expect(await field.tryTo(report.id, { action: 'close_unresolved', reason: 'x' })).toBe(403)
})

test('assigning wants a unit of the commune and somebody who works there', async () => {
  const report = await taken()
  expect(await leader.tryTo(report.id, { action: 'assign', unitId: 999_999 })).toBe(422)
  expect(await leader.tryTo(report.id, { action: 'assign', unitId: otherUnit, accountId: field.id })).toBe(
    422
  )
})

test('honest ends: unresolved with a reason, out of scope with whom', async () => {
  const one = await assigned()
  expect(await officer.act(one.id, { action: 'close_unresolved', reason: 'Không tìm thấy' })).toMatchObject({
    state: 'closed_unresolved',
    reason: 'Không tìm thấy',
    resolvedAt: null
  })
  const two = await assigned()
  expect(
    await officer.act(two.id, { action: 'out_of_scope', handedTo: 'Sở Xây dựng', text: 'Đường tỉnh' })
  ).toMatchObject({ state: 'out_of_scope', handedTo: 'Sở Xây dựng' })
})

test('editing: another category brings its clock and secrecy; another place its village', async () => {
  const report = await assigned()
  const before = await officer.read(report.id)
  const edited = await officer.act(report.id, {
    action: 'edit',
    category: 'illegal_discharge_source',
    place: { lng: server.commune.west + 0.03, lat: server.commune.south + 0.01 }
  })
  expect(edited).toMatchObject({ sensitive: true, village: `${server.commune.code}-2` })
  expect(Date.parse(edited.resolveDueAt ?? '')).toBeGreaterThan(Date.parse(before.resolveDueAt ?? ''))
  expect(await officer.tryTo(report.id, { action: 'edit', place: { lng: 100, lat: 10 } })).toBe(422)
})

test('a corrected place is kept beside the first one, which no later correction touches', async () => {
  const { west, south } = server.commune
  const chosen = await assigned({ place: { lng: west + 0.005, lat: south + 0.005 }, placeFrom: 'map' })
  const once = { lng: west + 0.006, lat: south + 0.005 }
  const first = await officer.act(chosen.id, { action: 'edit', place: once })
  expect(first.place).toEqual(once)
  expect(first.measured).toEqual({ lng: west + 0.005, lat: south + 0.005, accuracyM: null })
  const again = await officer.act(chosen.id, {
    action: 'edit',
    place: { lng: west + 0.007, lat: south + 0.005 }
  })
  expect(again.measured).toEqual(first.measured)

  const measured = { lng: west + 0.004, lat: south + 0.004, accuracyM: 12 }
  const byGps = await assigned({ measured, placeFrom: 'gps' })
  const moved = await officer.act(byGps.id, { action: 'edit', place: once })
  expect([moved.place, moved.measured]).toEqual([once, measured])
})

describe('approval', () => {
  test('pictures are public with the report, boxes burnt in, and no more when it is withdrawn', async () => {
    const file = await photo({ width: 64, height: 48 })
    const sha256 = hashOf(file)
    const report = await assigned({ media: [{ sha256, role: 'before', sizeBytes: file.byteLength }] })
    await server.uploadPicture(report.id, { 'x-report-code': report.code }, file)
    await officer.act(report.id, { action: 'boxes', sha256, boxes: [[0, 0, 0.5, 0.5]] })
    const approved = await officer.approveAll(report.id, {
      action: 'approve',
      publicText: 'Đống rác ven đường'
    })
    const shown = await server.get<{ description: string; pictures: { picture: string }[] }>(
      `/api/reports/${approved.number}`
    )

    expect(shown.description).toBe('Đống rác ven đường')
    expect(shown.pictures).toHaveLength(1)
    const path = `/api/media/${shown.pictures[0]?.picture}`
    expect((await server.app.inject(path)).statusCode).toBe(200)
    expect(shown.pictures[0]?.picture).not.toBe(sha256)
    // Other boxes make another file; the one before is gone.
    await officer.act(report.id, { action: 'boxes', sha256, boxes: [[0, 0, 1, 1]] })
    expect((await server.app.inject(path)).statusCode).toBe(404)
    const again = await server.get<{ pictures: { picture: string }[] }>(`/api/reports/${approved.number}`)
    const second = `/api/media/${again.pictures[0]?.picture}`
    expect((await server.app.inject(second)).statusCode).toBe(200)
    await officer.act(report.id, { action: 'withdraw_approval' })
    expect((await server.app.inject(second)).statusCode).toBe(404)
    expect((await server.app.inject(`/api/reports/${approved.number}`)).statusCode).toBe(404)
  })

  test('only the chosen pictures are shown', async () => {
    const file = await photo({ width: 64, height: 48 })
    const sha256 = hashOf(file)
    const report = await assigned({ media: [{ sha256, role: 'before', sizeBytes: file.byteLength }] })
    await server.uploadPicture(report.id, { 'x-report-code': report.code }, file)
    const { number } = await officer.act(report.id, { action: 'approve', pictures: [] })
    expect((await server.get<{ pictures: unknown[] }>(`/api/reports/${number}`)).pictures).toEqual([])
  })

  test('a picture that came after the approval is not public until somebody approves it too', async () => {
    const [seen, late] = await Promise.all([
      photo({ width: 64, height: 48 }),
      photo({ width: 48, height: 64 })
    ])
    const media = [seen, late].map((file) => ({
      sha256: hashOf(file),
      role: 'before' as const,
      sizeBytes: file.byteLength
    }))
    const report = await assigned({ media })
    const open = { 'x-report-code': report.code }
    await server.uploadPicture(report.id, open, seen)
    const { version } = await officer.read(report.id)
    await server.uploadPicture(report.id, open, late)
    const body = { action: 'approve' as const, pictures: [hashOf(seen)] }
    const { number } = (await officer.actOn(report.id, version, body)).json<{ number: string }>()
    const shown = async () => (await server.get<{ pictures: unknown[] }>(`/api/reports/${number}`)).pictures

    expect(await shown()).toHaveLength(1)
    expect((await officer.read(report.id)).media).toMatchObject([
      { sha256: hashOf(seen), picture: expect.any(String) },
      { sha256: hashOf(late), picture: null, mayBePublic: true }
    ])
    await officer.approveAll(report.id)
    expect(await shown()).toHaveLength(2)
  })

  test('pictures are named, and nothing else is: not those of another report, nor what is not here', async () => {
    const file = await photo({ width: 64, height: 48 })
    const sha256 = hashOf(file)
    const media = [{ sha256, role: 'before' as const, sizeBytes: file.byteLength }]
    const [coming, other] = [await assigned({ media }), await assigned()]
    await server.uploadPicture(other.id, officer.headers, file)
    const approve = { action: 'approve' as const, pictures: [sha256] }

    const { version } = await officer.read(other.id)
    const path = `/api/staff/reports/${other.id}/actions`
    const headers = { ...officer.headers, 'if-match': `"${version}"` }
    expect((await server.post(path, { action: 'approve' }, headers)).statusCode).toBe(400)
    expect((await server.post(path, { action: 'approve_result' }, headers)).statusCode).toBe(400)
    // A picture of the result is none of what was seen.
    expect(await officer.tryTo(other.id, approve)).toBe(422)
    expect(await officer.tryTo(coming.id, approve)).toBe(422)
    expect(await officer.read(coming.id)).toMatchObject({ approvedAt: null, media: [{ mayBePublic: false }] })
    await server.uploadPicture(coming.id, { 'x-report-code': coming.code }, file)
    expect(await officer.tryTo(coming.id, approve)).toBe(200)
    await officer.approveAll(other.id)
    expect(await officer.tryTo(other.id, { action: 'approve_result', pictures: ['0'.repeat(64)] })).toBe(409)
  })

  test('the words and pictures of the result wait for their own approval', async () => {
    const report = await assigned()
    await server.uploadPicture(report.id, officer.headers)
    await officer.approveAll(report.id)
    const { number } = await officer.act(report.id, {
      action: 'resolve',
      text: 'Ông Hùng đã dọn',
      place: report.place
    })
    type Shown = { pictures: { role: string }[]; history: { kind: string; text: string | null }[] }
    const before = await server.get<Shown>(`/api/reports/${number}`)
    expect(before.pictures).toEqual([])
    expect(JSON.stringify(before)).not.toContain('Hùng')
    await officer.approveAll(report.id, { action: 'approve_result', text: 'Tổ vệ sinh đã dọn' })
    const after = await server.get<Shown>(`/api/reports/${number}`)
    expect(after.pictures).toMatchObject([{ role: 'after' }])
    expect(after.history.find(({ kind }) => kind === 'resolved')?.text).toBe('Tổ vệ sinh đã dọn')
    expect(JSON.stringify(after)).not.toContain('Hùng')
    const { history } = await officer.read(report.id)
    expect(history.find(({ kind }) => kind === 'resolved')).toMatchObject({
      text: 'Ông Hùng đã dọn',
      publicText: 'Tổ vệ sinh đã dọn'
    })
  })

  test('what staff ask and what a reporter answers is never public', async () => {
    const report = await assigned()
    await officer.approveAll(report.id)
    const { number } = await officer.act(report.id, { action: 'ask', text: 'Số nhà 12 phải không?' })
    expect(JSON.stringify(await server.get(`/api/reports/${number}`))).not.toContain('Số nhà')
  })
})

describe('merging', () => {
  test('keeps reporters, pictures and codes, and is undone without loss', async () => {
    const one = await assigned({ category: 'construction_waste', contact: { phone: '1' } })
    const two = await assigned({ category: 'construction_waste', contact: { phone: '2' } }, 0.0051, 0.005)
    await officer.approveAll(one.id)
    await officer.approveAll(two.id)
    await officer.act(two.id, { action: 'start' })
    const before = await officer.read(two.id)
    expect(before.likelyDuplicates).toMatchObject([{ id: one.id }])
    const { number } = await officer.read(one.id)
    const merged = await officer.act(two.id, { action: 'merge', into: number })

    expect(merged).toMatchObject({ state: 'duplicate', duplicateOf: { number } })
    const whole = await officer.read(one.id)
    expect(whole).toMatchObject({ witnesses: 1, duplicates: [{ id: two.id }] })
    expect(whole.contacts?.map(({ phone }) => phone)).toEqual(['1', '2'])
    // The public finds both under the number that stays.
    expect(await server.get(`/api/reports/${before.number}`)).toMatchObject({ number, witnesses: 1 })
    const back = await officer.act(two.id, { action: 'unmerge' })
    const { version: _v, updatedAt: _u, history: _h, ...same } = before
    expect(back).toMatchObject(same)
    expect((await officer.read(one.id)).witnesses).toBe(0)
  })

  test('not into itself, nor in a circle, nor into a duplicate', async () => {
    const [one, two, three] = [await assigned(), await assigned(), await assigned()]
    const numbers = await Promise.all(
      [one, two, three].map(async ({ id }) => (await officer.read(id)).number)
    )
    expect(await officer.tryTo(one.id, { action: 'merge', into: numbers[0]! })).toBe(422)
    await officer.act(two.id, { action: 'merge', into: numbers[0]! })
    expect(await officer.tryTo(one.id, { action: 'merge', into: numbers[1]! })).toBe(422)
    expect(await officer.tryTo(three.id, { action: 'merge', into: numbers[1]! })).toBe(422)
    expect(await officer.tryTo(three.id, { action: 'merge', into: 'PA-1999-000001' })).toBe(422)
  })
})

test('many at once: each is done or not by itself', async () => {
  const [one, two] = [await taken(), await taken()]
  await leader.act(two.id, { action: 'receive' })
  const response = await leader.post('/api/staff/reports/bulk', {
    reports: [
      { id: one.id, version: 1 },
      { id: two.id, version: 1 },
      { id: crypto.randomUUID(), version: 1 }
    ],
    action: { action: 'assign', unitId: unit }
  })
  expect(response.json().results.map(({ status }: { status: number }) => status)).toEqual([200, 412, 404])
})

test('intake at the desk on somebody’s behalf; the code is theirs', async () => {
  const report = server.draft({ contact: { phone: '0987' } })
  const response = await officer.post('/api/staff/reports', { ...report, channel: 'phone_call' })
  expect(response.statusCode).toBe(201)
  expect((await leader.read(report.id)).channel).toBe('phone_call')
  expect((await officer.post('/api/staff/reports', { ...report, channel: 'phone_call' })).statusCode).toBe(
    200
  )
})

test('the inbox: filters, what can be done, pages', async () => {
  const report = await assigned({ category: 'waste_burning', description: 'Điểm đốt rác sau chợ' })
  const list = async (query: string) =>
    (await officer.ask(`/api/staff/reports?${query}`)).json<{ reports: StaffReport[]; total: number }>()

  const found = await list('text=diem dot&state=assigned')
  expect(found).toMatchObject({ total: 1, reports: [{ id: report.id, theme: 'waste', overdue: false }] })
  expect(found.reports[0]?.actions).toEqual(
    expect.arrayContaining(['start', 'ask', 'resolve', 'approve', 'merge'])
  )
  expect((await list('category=waste_burning&unit=none')).total).toBe(0)
  expect((await list(`category=waste_burning&unit=${unit}`)).total).toBe(1)
  expect((await list('category=waste_burning&mine=true')).total).toBe(0)
  expect((await list('category=waste_burning&approved=true')).total).toBe(0)
  for (const sort of ['newest', 'oldest', 'updated', 'due'])
    expect((await list(`category=waste_burning&sort=${sort}`)).reports).toHaveLength(1)
})

test('script in every field stays text', async () => {
  const script = '<script>alert(1)</script>"\'--'
  const report = await assigned({
    description: script,
    contact: { name: script, phone: script.slice(0, 30) }
  })
  await officer.approveAll(report.id, { action: 'approve', publicText: script })
  const { number } = await officer.act(report.id, { action: 'out_of_scope', handedTo: script, text: script })
  for (const response of [
    await officer.ask(`/api/staff/reports/${report.id}`),
    await server.app.inject(`/api/reports/${number}`)
  ]) {
    expect(response.headers['content-type']).toContain('application/json')
    expect(response.headers['x-content-type-options']).toBe('nosniff')
  }
  expect((await server.get<{ description: string }>(`/api/reports/${number}`)).description).toBe(script)
})

test('a page of another origin cannot act with the officer’s cookie', async () => {
  const report = await assigned()
  const { version } = await officer.read(report.id)
  const response = await server.post(
    `/api/staff/reports/${report.id}/actions`,
    { action: 'start' },
    { ...officer.headers, origin: 'https://evil.example', 'if-match': `"${version}"` }
  )
  expect(response.statusCode).toBe(403)
})

test('who watches is told of a change', async () => {
  const { cookie } = officer.headers
  const response = await fetch(`${server.url}/api/staff/reports/events`, { headers: { cookie } })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (count: number) => {
    while (text.split('event: changed').length - 1 < count) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`ended: ${text}`)
      text += value
    }
  }
  await until(2)
  const so = text.split('event: changed').length - 1
  await server.take(server.draft({ code: newCode() }))
  await until(so + 1)
  await reader.cancel()
})

test('templates: of all and of the own commune, managed by an administrator', async () => {
  const admin = await server.staff('administrator')
  const add = (who: Staff, body: object) => who.post('/api/staff/templates', body)
  expect((await add(officer, { title: 'x', text: 'y' })).statusCode).toBe(403)
  expect((await add(admin, { title: 'Cho mọi xã', text: 'y' })).statusCode).toBe(403)
  const made = await add(admin, { commune: server.commune.code, title: 'Đã dọn', text: 'Đã dọn xong.' })
  expect(made.statusCode).toBe(201)
  const list = async () => (await officer.ask('/api/staff/templates')).json().templates
  expect(await list()).toEqual([made.json()])
  await server.app.inject({
    method: 'DELETE',
    url: `/api/staff/templates/${made.json().id}`,
    headers: admin.headers
  })
  expect(await list()).toEqual([])
})
