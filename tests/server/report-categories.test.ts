import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditLine } from '../../server/accounts/staff-contract.ts'
import type { CategorySetting } from '../../server/reports/category-contract.ts'
import type { ReportCategory } from '../../server/reports/contract.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { signedIn } from '../support/accounts.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

const PATH = '/api/staff/report-categories'
const FIELDS = {
  name: { vi: 'Chó thả rông', en: 'Stray dogs' },
  theme: 'other',
  sensitive: false,
  urgent: false,
  receiveHours: 6,
  resolveHours: 20,
  duplicateRadiusM: 100,
  duplicateDays: 10
}

let server: ReportsServer
let admin: Awaited<ReturnType<typeof signedIn>>

beforeAll(async () => {
  server = await startReports()
  admin = await signedIn(server.db, { role: 'administrator' })
})
afterAll(() => server.stop())

const all = async () =>
  (await server.app.inject({ url: PATH, headers: admin.headers })).json<{ categories: CategorySetting[] }>()
    .categories
const one = async (code: string) => {
  const found = (await all()).find((category) => category.code === code)
  if (!found) throw new Error(`There is no category ${code}`)
  return found
}
const add = (more: object = {}, headers = admin.headers) => server.post(PATH, { ...FIELDS, ...more }, headers)
const put = (
  code: string,
  version: number | null,
  body: object,
  headers: Record<string, string> = admin.headers
) =>
  server.app.inject({
    method: 'PUT',
    url: `${PATH}/${code}`,
    payload: body,
    headers: version === null ? headers : { ...headers, 'if-match': `"${version}"` }
  })
/** What may be sent back of a category, beside its version. */
async function read(code: string) {
  const { code: _code, receiveWithinHours: _within, version, ...fields } = await one(code)
  return { version, fields }
}
async function change(code: string, changes: object) {
  const { version, fields } = await read(code)
  return put(code, version, { ...fields, ...changes })
}
const offered = async (query = '') =>
  (await server.get<{ categories: ReportCategory[] }>(`/api/report-categories${query}`)).categories
const codes = async (query = '') => (await offered(query)).map(({ code }) => code)
const sentence = (answer: { json: () => { detail: string } }) => answer.json().detail

describe('a new category', () => {
  test('is offered at once: to reporters and as a service of Open311, last of all, with a code of its name', async () => {
    const made = await add()

    expect(made.statusCode).toBe(201)
    expect(made.headers.etag).toBe('"1"')
    expect(made.json()).toEqual({
      ...FIELDS,
      ...{ code: 'cho_tha_rong', inUse: true, receiveWithinHours: 6, version: 1 }
    })
    expect((await offered()).at(-1)).toMatchObject({ code: 'cho_tha_rong', name: FIELDS.name, offered: true })
    const services = await server.app.inject('/open311/v2/services.json')
    expect(services.body).toContain('cho_tha_rong')
  })

  test('takes reports in, with its own limits in working hours', async () => {
    await add({ name: { vi: 'Tiếng ồn', en: 'Noise' }, receiveHours: 1, resolveHours: 2, urgent: true })
    const { receipt } = await server.take(server.draft({ category: 'tieng_on' }))

    const { rows } = await server.db.query<{ order: boolean; hours: number }>(
      `select receive_due_at < resolve_due_at as order, extract(epoch from resolve_due_at - receive_due_at) / 3600 as hours
         from report where id = $1`,
      [receipt.id]
    )
    // One working hour apart, and whatever rest of the offices lies between.
    expect(rows[0]?.order).toBe(true)
    expect(Number(rows[0]?.hours)).toBeGreaterThanOrEqual(1)
  })

  test('a name that is taken is refused, whether in use or ended', async () => {
    const again = await add({ name: { vi: 'CHÓ THẢ RÔNG', en: 'Dogs' } })
    await add({ name: { vi: 'Bảng quảng cáo', en: 'Billboards' } })
    await change('bang_quang_cao', { inUse: false })
    const ended = await add({ name: { vi: 'Biển', en: 'billboards' } })

    expect([again.statusCode, ended.statusCode]).toEqual([409, 409])
    expect(sentence(again)).toContain('Đã có loại phản ánh «Chó thả rông»')
    expect(sentence(ended)).toContain('đã ngừng')
  })

  test.each([
    [{ resolveHours: 0 }, 'resolveHours'],
    [{ duplicateRadiusM: 201 }, 'duplicateRadiusM'],
    [{ name: { vi: ' ', en: 'x y' } }, 'name.vi'],
    [{ theme: 'noise' }, 'theme']
  ])('%j is refused by name', async (more, name) => {
    const answer = await add(more)

    expect(answer.statusCode).toBe(400)
    expect(sentence(answer)).toContain(name)
  })
})

describe('two administrators', () => {
  test('the second one’s change of an older version is not written, and he is shown what there is', async () => {
    const { version } = await one('road_damage')
    const body = { ...FIELDS, name: { vi: 'Đường hỏng', en: 'Bad road' }, theme: 'traffic', inUse: true }
    const first = await put('road_damage', version, body)
    const second = await put('road_damage', version, { ...body, resolveHours: 1 })

    expect([first.statusCode, second.statusCode]).toEqual([200, 412])
    expect(second.json()).toEqual(first.json())
    expect(second.headers.etag).toBe(`"${version + 1}"`)
    expect((await one('road_damage')).resolveHours).toBe(20)
  })

  test('at the very same time: one is done, the other told', async () => {
    const { version, fields } = await read('wastewater')
    const answers = await Promise.all(
      [1, 2, 3].map((n) => put('wastewater', version, { ...fields, resolveHours: n }))
    )

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412])
  })

  test('without a version nothing is changed', async () => {
    const { fields } = await read('wastewater')
    expect((await put('wastewater', null, fields)).statusCode).toBe(428)
  })
})

describe('a category that ends', () => {
  test('keeps its reports, with its name everywhere; new ones choose another', async () => {
    const { report, receipt } = await server.take(server.draft({ category: 'animal_carcass' }))
    await server.approve(report.id)
    expect((await change('animal_carcass', { inUse: false })).statusCode).toBe(200)

    expect(await codes()).not.toContain('animal_carcass')
    expect((await offered('?all=true')).find(({ code }) => code === 'animal_carcass')?.offered).toBe(false)
    expect((await server.list('category=animal_carcass')).reports.map(({ number }) => number)).toEqual([
      receipt.number
    ])
    const requests = await server.app.inject(`/open311/v2/requests/${receipt.number}.json`)
    expect(requests.json()).toMatchObject([{ service_name: 'Xác động vật, chất thải chăn nuôi' }])
    const page = await server.app.inject(`/phan-anh/${receipt.number}`)
    expect(page.body).toContain('Xác động vật, chất thải chăn nuôi')
    const results = await server.app.inject(`/api/reports/results?commune=${server.commune.code}`)
    expect(results.body).toContain('animal_carcass')
  })

  test('is still taken from a phone that was without a network, for 30 days; nobody else may choose it', async () => {
    await change('road_obstacle', { inUse: false })
    const { headers } = await server.staff('officer', await server.unit())
    const desk = server.draft({ category: 'road_obstacle' })
    const byDesk = await server.post('/api/staff/reports', { ...desk, channel: 'desk' }, headers)

    expect((await server.send(server.draft({ category: 'road_obstacle' }))).statusCode).toBe(201)
    expect(byDesk.statusCode).toBe(422)
    await server.db.query(
      `update report_category set ended_at = now() - interval '31 days' where code = 'road_obstacle'`
    )
    expect((await server.send(server.draft({ category: 'road_obstacle' }))).statusCode).toBe(422)
  })

  test('can be taken up again, and the last one cannot end', async () => {
    await change('animal_carcass', { inUse: true })
    expect(await codes()).toContain('animal_carcass')
    await server.db.query(
      `update report_category set ended_at = now() where code <> 'wastewater' and ended_at is null`
    )
    const last = await change('wastewater', { inUse: false })
    await server.db.query(`update report_category set ended_at = null where code <> 'road_obstacle'`)

    expect(last.statusCode).toBe(422)
    expect(sentence(last)).toContain('loại cuối cùng')
  })
})

test('the order is that in which they are offered', async () => {
  const before = await codes()
  const [first = '', second = '', third = ''] = before
  const answer = await server.post(`${PATH}/${third}/move`, { before: first }, admin.headers)

  expect(answer.statusCode).toBe(200)
  expect((await codes()).slice(0, 3)).toEqual([third, first, second])
  await server.post(`${PATH}/${first}/move`, { before: null }, admin.headers)
  expect((await codes()).at(-1)).toBe(first)
  const nowhere = await server.post(`${PATH}/${first}/move`, { before: 'none' }, admin.headers)
  expect(nowhere.statusCode).toBe(404)
})

test('an administrator of one commune reads them and changes nothing', async () => {
  const { headers, ask } = await server.staff('administrator')
  const { version, fields } = await read('wastewater')
  const answers = [
    await add({}, headers),
    await put('wastewater', version, fields, headers),
    await server.post(`${PATH}/wastewater/move`, { before: null }, headers)
  ]

  expect((await ask(PATH)).statusCode).toBe(200)
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
  expect(sentence(answers[0] ?? { json: () => ({ detail: '' }) })).toContain('dùng chung cho mọi xã')
})

test('what was changed is in the audit log, before and after', async () => {
  await change('waste_burning', { resolveHours: 9 })
  const answer = await server.app.inject({
    url: '/api/staff/audit?subject=report_category&subjectId=waste_burning',
    headers: admin.headers
  })

  expect(answer.json<{ entries: AuditLine[] }>().entries[0]).toMatchObject({
    action: 'category.change',
    before: { resolveHours: 8 },
    after: { resolveHours: 9 }
  })
})

test('files that are shipped later leave what was set by hand', async () => {
  await change('waste_burning', { resolveHours: 11 })
  await server.db.query(`update report_category set resolve_hours = 1 where code = 'illegal_dump'`)
  await server.db.query(`update report_category set set_by_hand = false where code = 'illegal_dump'`)
  await server.db.query(`delete from shipped where name = 'reports'`)
  await loadReports(server, () => undefined)

  expect((await one('waste_burning')).resolveHours).toBe(11)
  expect((await one('cho_tha_rong')).inUse).toBe(true)
  expect((await one('illegal_dump')).resolveHours).toBe(24)
})
