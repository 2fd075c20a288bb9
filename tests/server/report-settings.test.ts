import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditLine } from '../../server/accounts/staff-contract.ts'
import { dayInVietnam } from '../../server/http/calendar.ts'
import { openCalendar } from '../../server/reports/calendar.ts'
import type { Holiday } from '../../server/reports/holiday-contract.ts'
import type { Template } from '../../server/reports/settings-contract.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { signedIn } from '../support/accounts.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

const HOLIDAYS = '/api/staff/holidays'

let server: ReportsServer
let admin: Awaited<ReturnType<typeof signedIn>>

beforeAll(async () => {
  server = await startReports()
  admin = await signedIn(server.db, { role: 'administrator' })
})
afterAll(() => server.stop())

const send = (
  method: 'PUT' | 'DELETE',
  url: string,
  version: number | null,
  payload?: object,
  headers: Record<string, string> = admin.headers
) =>
  server.app.inject({
    method,
    url,
    headers: version === null ? headers : { ...headers, 'if-match': `"${version}"` },
    ...(payload ? { payload } : {})
  })
const sentence = (answer: { json: () => { detail: string } }) => answer.json().detail
const lastEntry = async (subject: string) =>
  (
    await server.app.inject({ url: `/api/staff/audit?subject=${subject}&limit=1`, headers: admin.headers })
  ).json<{
    entries: AuditLine[]
  }>().entries[0]

describe('the calendar', () => {
  const add = (body: object, headers = admin.headers) =>
    server.post(HOLIDAYS, { worked: false, provisional: false, ...body }, headers)
  const yearOf = async (year: number) =>
    (await server.app.inject({ url: `${HOLIDAYS}?year=${year}`, headers: admin.headers })).json<{
      days: Holiday[]
      withoutTet: number[]
    }>()
  const dayOf = async (day: string) =>
    (await yearOf(Number(day.slice(0, 4)))).days.find((one) => one.day === day)
  const closed = async () => (await openCalendar(server.db)()).closed

  test('several days are entered at once, and clocks stand still on them', async () => {
    const made = await add({ day: '2031-01-22', to: '2031-01-27', name: 'Tết Nguyên đán Tân Hợi' })

    expect(made.statusCode).toBe(201)
    expect((await yearOf(2031)).days.map(({ day }) => day)).toEqual(
      ['22', '23', '24', '25', '26', '27'].map((day) => `2031-01-${day}`)
    )
    expect(await closed()).toContain('2031-01-24')
    expect(await lastEntry('holiday')).toMatchObject({
      action: 'holiday.add',
      subjectId: '2031-01-22',
      after: { name: 'Tết Nguyên đán Tân Hợi', days: 6, to: '2031-01-27' }
    })
  })

  test('a day that is entered already is said, and none of the others is entered', async () => {
    const answer = await add({ day: '2031-01-27', to: '2031-01-28', name: 'Nghỉ thêm' })

    expect(answer.statusCode).toBe(409)
    expect(sentence(answer)).toContain('27/01/2031')
    expect(await dayOf('2031-01-28')).toBeUndefined()
  })

  test('only a weekend day is worked instead of another', async () => {
    const saturday = await add({ day: '2031-02-01', name: 'Làm bù', worked: true })
    const monday = await add({ day: '2031-02-03', name: 'Làm bù', worked: true })

    expect([saturday.statusCode, monday.statusCode]).toEqual([201, 422])
    expect(sentence(monday)).toContain('03/02/2031')
    expect((await openCalendar(server.db)()).worked).toContain('2031-02-01')
  })

  test.each([
    [{ day: '2031-03-10', to: '2031-03-01' }, 422],
    [{ day: '2031-03-10', to: '2031-09-01' }, 422],
    [{ day: '1999-03-10' }, 400],
    [{ day: '2031-02-30' }, 400]
  ])('%j is refused', async (days, status) => {
    const answer = await add({ ...days, name: 'Nghỉ' })

    expect(answer.statusCode).toBe(status)
    expect(sentence(answer).length).toBeGreaterThan(10)
  })

  test('a change of a day that somebody else has changed or taken out is not written', async () => {
    await add({ day: '2032-02-10', name: 'Tết', provisional: true })
    const body = { name: 'Tết Nhâm Tý', worked: false, provisional: false }
    const url = `${HOLIDAYS}/2032-02-10`
    const first = await send('PUT', url, 1, body)
    const second = await send('PUT', url, 1, { ...body, name: 'Khác' })
    const third = await send('DELETE', url, 1)

    expect([first.statusCode, second.statusCode, third.statusCode]).toEqual([200, 412, 412])
    expect(third.json()).toEqual({ day: '2032-02-10', ...body, version: 2 })
    expect((await send('PUT', url, null, body)).statusCode).toBe(428)
    expect((await send('DELETE', url, 2)).statusCode).toBe(200)
    expect((await send('PUT', url, 2, body)).statusCode).toBe(404)
    expect(await dayOf('2032-02-10')).toBeUndefined()
    expect(await lastEntry('holiday')).toMatchObject({ action: 'holiday.remove', before: body })
  })

  test('a day that was taken out can be entered again', async () => {
    expect((await add({ day: '2032-02-10', name: 'Nghỉ' })).statusCode).toBe(201)
    expect(await dayOf('2032-02-10')).toMatchObject({ name: 'Nghỉ', version: 4 })
  })

  test('this year and the next are named while they have no Tết days', async () => {
    const year = Number(dayInVietnam().slice(0, 4))
    const before = (await yearOf(year)).withoutTet
    await server.db.query(`update holiday set removed = true where extract(year from day) in ($1, $2)`, [
      year,
      year + 1
    ])
    const without = (await yearOf(year)).withoutTet
    await add({ day: `${year + 1}-02-08`, name: 'Tết Nguyên đán' })

    expect(before).toEqual([])
    expect(without).toEqual([year, year + 1])
    expect((await yearOf(year)).withoutTet).toEqual([year])
  })

  test('files that are shipped later neither bring back what was taken out nor change what was set', async () => {
    const [first] = (await yearOf(2025)).days
    await send('DELETE', `${HOLIDAYS}/${first?.day}`, first?.version ?? 0)
    await send('PUT', `${HOLIDAYS}/2025-05-01`, 1, { name: 'Của tôi', worked: false, provisional: false })
    await server.db.query(`delete from shipped where name = 'reports'`)
    await loadReports(server, () => undefined)

    expect(await dayOf(first?.day ?? '')).toBeUndefined()
    expect(await closed()).not.toContain(first?.day)
    expect(await dayOf('2025-05-01')).toMatchObject({ name: 'Của tôi' })
    expect(await dayOf('2025-09-02')).toMatchObject({ name: 'Quốc khánh' })
  })

  test('is changed by an administrator of all communes only', async () => {
    const { headers } = await server.staff('administrator')
    const answer = await add({ day: '2033-01-31', name: 'Tết' }, headers)

    expect(answer.statusCode).toBe(403)
    expect(sentence(answer)).toContain('mọi xã')
  })
})

describe('templates', () => {
  const PATH = '/api/staff/templates'
  const add = async (body: object) => (await server.post(PATH, body, admin.headers)).json<Template>()

  test('are changed for a category, one administrator after the other', async () => {
    const { id, ...made } = await add({ title: 'Đã dọn', text: 'Đã dọn xong.' })
    expect(made).toEqual({ commune: null, title: 'Đã dọn', text: 'Đã dọn xong.', category: null, version: 1 })
    const body = { title: 'Đã thu gom', text: 'Đã thu gom rác.', category: 'uncollected_waste' }
    const first = await send('PUT', `${PATH}/${id}`, 1, body)
    const second = await send('PUT', `${PATH}/${id}`, 1, { ...body, title: 'Khác' })

    expect([first.statusCode, second.statusCode]).toEqual([200, 412])
    expect(second.json()).toEqual({ id, commune: null, ...body, version: 2 })
    expect((await send('PUT', `${PATH}/${id}`, null, body)).statusCode).toBe(428)
    expect(await lastEntry('template')).toMatchObject({
      action: 'template.change',
      before: { title: 'Đã dọn' },
      after: body
    })
  })

  test('a category that there is not is refused', async () => {
    const { id } = await add({ title: 'x', text: 'y' })
    const added = await server.post(PATH, { title: 'x', text: 'y', category: 'none' }, admin.headers)
    const changed = await send('PUT', `${PATH}/${id}`, 1, { title: 'x', text: 'y', category: 'none' })

    expect([added.statusCode, changed.statusCode]).toEqual([422, 422])
  })

  test('those of all communes are not an administrator’s of one', async () => {
    const { id } = await add({ title: 'Chung', text: 'y' })
    const { headers } = await server.staff('administrator')
    const body = { title: 'Riêng', text: 'y', category: null }

    expect((await send('PUT', `${PATH}/${id}`, 1, body, headers)).statusCode).toBe(404)
    expect((await send('DELETE', `${PATH}/${id}`, null, undefined, headers)).statusCode).toBe(404)
  })
})

test('where a category goes is changed only by who saw where it went', async () => {
  const [one, other] = [await server.unit('Tổ 1'), await server.unit('Tổ 2')]
  const put = (unitId: number | null, seen: number | null) =>
    send('PUT', '/api/staff/category-units', seen, {
      commune: server.commune.code,
      category: 'wastewater',
      unitId
    })
  const first = await put(one, 0)
  const second = await put(other, 0)

  expect([first.statusCode, second.statusCode]).toEqual([200, 412])
  expect(second.json()).toEqual({ units: [{ category: 'wastewater', unitId: one }] })
  expect((await put(other, one)).json()).toEqual({ units: [{ category: 'wastewater', unitId: other }] })
  expect((await put(other, null)).statusCode).toBe(428)
  expect(await lastEntry('category_unit')).toMatchObject({
    before: { unitId: one },
    after: { unitId: other }
  })
})
