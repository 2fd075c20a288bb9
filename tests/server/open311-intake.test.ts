import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { sweepReports } from '../../server/reports/sweeps.ts'
import { signedIn } from '../support/accounts.ts'
import { Errors, open311Of, readXml } from '../support/open311.ts'
import { squareCommune } from '../support/square-commune.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
let open311: ReturnType<typeof open311Of>
let key = ''

beforeAll(async () => {
  server = await startReports()
  open311 = open311Of(server)
  key = (await open311.makeKey('tỉnh')).key
})
afterAll(() => server.stop())

async function taken(more: Record<string, string> = {}) {
  const response = await open311.send(open311.form(key, more))
  expect(response.statusCode, response.body).toBe(201)
  return (response.json() as { service_request_id: string }[])[0]?.service_request_id ?? ''
}
async function rowOf(number: string) {
  const { rows } = await server.db.query('select * from report where number = $1', [number])
  return rows[0]
}
async function refusedWith(fields: Record<string, string>) {
  const response = await open311.send(fields)
  expect(Errors.parse(response.json())[0]?.code).toBe(response.statusCode)
  return response.statusCode
}

test('a request of another system is taken in, answered with its number, and not public at once', async () => {
  const number = await taken({
    description: 'Rác',
    first_name: 'An',
    last_name: 'Nguyễn Văn',
    phone: '0900 000 002',
    'attribute[accuracy]': '15',
    'attribute[observed_at]': '2026-11-20T08:00:00+07:00'
  })
  const row = await rowOf(number)

  expect(row).toMatchObject({
    channel: 'open311',
    state: 'new',
    description: 'Rác',
    foreign_system: 'tỉnh',
    accuracy_m: 15,
    commune_code: server.commune.code
  })
  expect(row.observed_at.toISOString()).toBe('2026-11-20T01:00:00.000Z')
  expect(await open311.refused(`v2/requests/${number}.json`)).toBe(404)
  const { rows } = await server.db.query('select name, phone from report_contact where report_id = $1', [
    row.id
  ])
  expect(rows).toEqual([{ name: 'Nguyễn Văn An', phone: '0900 000 002' }])
})

test('the answer has the form of the standard in XML, which is what is meant where nothing is said', async () => {
  const response = await open311.send(open311.form(key), '')
  const refused = await open311.send({}, '.xml')

  expect(readXml(response.body)).toMatchObject({
    service_requests: { request: { service_request_id: expect.stringMatching(/^PA-/), account_id: '' } }
  })
  expect(refused.statusCode).toBe(403)
  expect(readXml(refused.body)).toMatchObject({ errors: { error: { code: '403' } } })
})

test('sent five times at once with an id of its own it is one report, and every answer is the same', async () => {
  const form = open311.form(key, { 'attribute[external_id]': 'T-77' })
  const answers = await Promise.all(Array.from({ length: 5 }, () => open311.send(form)))

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  const again = await open311.send({ ...form, description: 'Khác' })
  const [first, last] = [answers[0]?.json(), again.json()] as {
    service_request_id: string
    service_notice: string
  }[][]
  expect(again.statusCode).toBe(200)
  expect(last?.[0]?.service_request_id).toBe(first?.[0]?.service_request_id)
  expect(last?.[0]?.service_notice).toContain('nội dung mới không được nhận')
  const { rows } = await server.db.query(`select count(*) as n from report where foreign_id = 'T-77'`)
  expect(rows).toEqual([{ n: 1 }])
})

test('the same id of another system is another report; without an id each is one', async () => {
  const other = await open311.makeKey('huyện cũ')
  const fields = { 'attribute[external_id]': 'T-78' }
  const [a, b] = [open311.form(key, fields), open311.form(other.key, fields)]

  expect((await open311.send(a)).body).not.toBe((await open311.send(b)).body)
  expect(await taken()).not.toBe(await taken())
})

test('without a key, with a wrong or an ended one, nothing is taken in', async () => {
  const { id, key: ended } = await open311.makeKey('đã thôi')
  const { headers } = await signedIn(server.db, { role: 'administrator' })
  await server.app.inject({ method: 'DELETE', url: `/api/staff/api-keys/${id}`, headers })
  const { api_key: _key, ...keyless } = open311.form(key)

  expect(await refusedWith(keyless)).toBe(403)
  expect(await refusedWith(open311.form('wrong'))).toBe(403)
  expect(await refusedWith(open311.form(ended))).toBe(403)
})

test('what cannot be used is refused with 400', async () => {
  const form = open311.form(key)
  const { lat: _lat, long: _long, ...nowhere } = form

  expect(await refusedWith(nowhere)).toBe(400)
  expect(await refusedWith({ ...nowhere, address_string: 'Ngõ 1' })).toBe(400)
  expect(await refusedWith({ ...form, service_code: 'ufo' })).toBe(404)
  expect(await refusedWith({ ...form, lat: '91' })).toBe(400)
  expect(await refusedWith({ ...form, lat: '1', long: '1' })).toBe(400)
  expect(await refusedWith({ ...form, media_url: 'file:///etc/passwd' })).toBe(400)
  expect(await refusedWith({ ...form, jurisdiction_id: '00001' })).toBe(404)
  expect(await refusedWith({ ...form, jurisdiction_id: 'hanoi.gov.vn' })).toBe(404)
  const response = await open311.send({ ...nowhere, address_string: 'Ngõ 1' })
  expect(Errors.parse(response.json())[0]?.description).toContain('lat và long')
})

test('parameters of other places are passed over; an attribute that there is not is named with those that there are', async () => {
  const form = open311.form(key, { submission_type: 'web', custom: 'x', utf8: '✓' })
  const wrong = await open311.send({ ...form, 'attribute[externalid]': 'T-1' })

  expect((await open311.send(form, '.json?locale=vi')).statusCode).toBe(201)
  expect(wrong.statusCode).toBe(400)
  expect(Errors.parse(wrong.json())[0]?.description).toBe(
    'Không có thuộc tính «externalid». Các thuộc tính có ở đây: external_id, accuracy, observed_at.'
  )
})

describe('a form of several parts', () => {
  async function sendParts(form: FormData) {
    const request = new Request('http://localhost', { method: 'POST', body: form })
    return server.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer())
    })
  }
  function partsOf(fields: Record<string, string>) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    return form
  }

  test('is taken in like any other', async () => {
    const response = await sendParts(partsOf(open311.form(key, { description: 'Rác ở đầu ngõ' })))
    expect(response.statusCode, response.body).toBe(201)
    const number = (response.json() as { service_request_id: string }[])[0]?.service_request_id ?? ''
    expect(await rowOf(number)).toMatchObject({ description: 'Rác ở đầu ngõ', channel: 'open311' })
  })

  test('with a file, or broken, is refused with 400 and a sentence', async () => {
    const form = partsOf(open311.form(key))
    form.append('media', new Blob(['x'], { type: 'image/jpeg' }), 'a.jpg')
    const withFile = await sendParts(form)
    const broken = await server.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: 'api_key=1'
    })

    expect([withFile.statusCode, broken.statusCode]).toEqual([400, 400])
    expect(Errors.parse(withFile.json())[0]?.description).toContain('media_url')
    expect(Errors.parse(broken.json())[0]?.description).toContain('multipart/form-data')
  })
})

test('a body that is no form is refused in the form of the standard', async () => {
  const response = await server.post('/open311/v2/requests.json', open311.form(key))
  expect(response.statusCode).toBe(415)
  expect(Errors.parse(response.json())[0]?.code).toBe(415)
})

test('a key of one commune opens that commune only', async () => {
  const { key: foreign } = await open311.makeKey('xã khác', '99998')
  const { key: own } = await open311.makeKey('xã này', server.commune.code)

  expect(await refusedWith(open311.form(foreign))).toBe(400)
  expect((await open311.send(open311.form(own))).statusCode).toBe(201)
})

test('the commune may be named in the address, and is not overheard', async () => {
  const post = async (commune: string) =>
    (await open311.send(open311.form(key), `.json?jurisdiction_id=${commune}`)).statusCode
  const other = await squareCommune(server.data)

  expect(await post(server.commune.code)).toBe(201)
  expect(await post('00001')).toBe(404)
  expect(await post(other.code)).toBe(400)
})

test('an address and a picture elsewhere are for staff, never public and never fetched', async () => {
  const media_url = 'https://example.org/a.jpg?b=1'
  const fields = { media_url, address_string: 'Ngõ 1', 'attribute[external_id]': 'T-80' }
  const number = await taken(fields)
  await open311.send(open311.form(key, fields))
  const { id } = await rowOf(number)
  await server.approve(id)

  const { rows } = await server.db.query(
    `select text, open, text_open from report_event where report_id = $1 and kind = 'handed_in'`,
    [id]
  )
  expect(rows).toEqual([{ text: `Ngõ 1\n${media_url}`, open: false, text_open: false }])
  const public_ = [
    (await open311.ask(`v2/requests/${number}.json?extensions=true`)).body,
    (await server.app.inject(`/api/reports/${number}`)).body
  ].join()
  expect(public_).not.toContain('example.org')
  expect(public_).not.toContain('Ngõ 1')
})

test('what another system calls a request is read by staff who see it, and found by it; in public by that system alone', async () => {
  const unit = await server.unit()
  const officer = await server.staff('officer', unit)
  const stranger = await server.staff('officer', await server.unit())
  const leader = await server.staff('leader')
  const number = await taken({ 'attribute[external_id]': 'HN-2026/417' })
  const nameless = await taken()
  const { id } = await rowOf(number)
  await leader.act(id, { action: 'assign', unitId: unit })
  await server.approve(id)
  const found = async (who: typeof officer, text: string) =>
    (await who.ask(`/api/staff/reports?text=${encodeURIComponent(text)}`)).json().total
  const told = async (query = '') => {
    const response = await open311.ask(`v2/requests/${number}.json?extensions=true${query}`)
    const [{ extended_attributes }] = response.json()
    return { id: extended_attributes.external_id, cache: response.headers['cache-control'] }
  }
  const other = (await open311.makeKey('huyện')).key

  expect((await officer.read(id)).foreign).toEqual({ system: 'tỉnh', id: 'HN-2026/417' })
  expect((await leader.read((await rowOf(nameless)).id)).foreign).toEqual({ system: 'tỉnh', id: null })
  expect(await Promise.all([found(officer, 'hn-2026/417'), found(stranger, 'hn-2026/417')])).toEqual([1, 0])
  expect(await told(`&api_key=${key}`)).toEqual({ id: 'HN-2026/417', cache: 'private, no-store' })
  for (const query of ['', `&api_key=${other}`, '&api_key=doan-bua'])
    expect((await told(query)).id, query).toBeNull()
  expect((await told('&api_key=doan-bua')).cache).toBe('no-cache')
  const [listed] = await open311.list(`api_key=${key}&service_request_id=${number}`)
  expect(listed?.extended_attributes.external_id).toBe('HN-2026/417')
  const open = [`/api/reports/${number}`, `/phan-anh/${number}`, '/ogc/collections/reports/items?f=json']
  for (const path of open) expect((await server.app.inject(path)).body, path).not.toContain('HN-2026')
})

/** A report of another system with all that it told of its reporter, for one unit's officer. */
async function personal(id: string) {
  const unit = await server.unit()
  const officer = await server.staff('officer', unit)
  const leader = await server.staff('leader')
  const number = await taken({
    'attribute[external_id]': id,
    address_string: 'Nhà ông Bế Văn B',
    phone: '0900 111 222',
    description: 'Tôi là B'
  })
  const row = await rowOf(number)
  await leader.act(row.id, { action: 'assign', unitId: unit })
  await officer.act(row.id, { action: 'ask', text: 'Gọi số 0900 111 222 được không?' })
  return { ...row, unit, officer, leader }
}
const told = /Bế Văn|0900 111|Tôi là B/

test('an address of another system is read by whoever may read contacts', async () => {
  const { id, officer, leader } = await personal('P-1')

  expect(JSON.stringify((await officer.read(id)).history)).toContain('Nhà ông Bế Văn B')
  expect(JSON.stringify((await leader.read(id)).history)).not.toContain('Bế Văn')
})

test('it goes with the contacts, 12 months after the end', async () => {
  const { id, officer } = await personal('P-2')
  await officer.act(id, { action: 'close_unresolved', reason: 'Không liên lạc được' })
  await sweepReports(server.db, openAudit())
  const early = JSON.stringify(await officer.read(id))
  await server.change(id, `closed_at = now() - interval '12 months 1 day'`)
  await sweepReports(server.db, openAudit())
  const late = await officer.read(id)

  expect(early).toContain('Bế Văn')
  expect(late.contacts).toEqual([])
  expect(JSON.stringify(late)).not.toContain('Bế Văn')
})

test('who may read the contact deletes on request all that is personal of a reporter without a code', async () => {
  const { id, number, officer, leader } = await personal('P-3')
  const path = `/api/staff/reports/${id}/forget-reporter`
  const other = await server.staff('officer', await server.unit())

  expect((await leader.post(path, {})).statusCode).toBe(403)
  expect((await other.post(path, {})).statusCode).toBe(404)
  expect(JSON.stringify(await officer.read(id))).toMatch(told)
  expect((await officer.post(path, {})).json()).toEqual({ deleted: true })
  const left = await officer.read(id)
  expect(JSON.stringify(left)).not.toMatch(told)
  expect(left.contacts).toEqual([])
  expect(left.history.at(-1)).toMatchObject({ kind: 'contact_removed' })
  const { rows } = await server.db.query(
    `select account_id as account from audit_entry where action = 'report.forget_for_reporter' and subject_id = $1`,
    [number]
  )
  expect(rows).toEqual([{ account: officer.id }])
})

test('an administrator, who reads no reports, deletes it by the number, within his commune only', async () => {
  const { id, number, officer } = await personal('P-4')
  const ask = (who: { headers: Record<string, string> }, asked = number) =>
    server.post('/api/staff/forget-reporter', { number: asked }, who.headers)
  const own = await server.staff('administrator')
  const elsewhere = await signedIn(server.db, { role: 'administrator', communeCode: '99998' })

  expect((await ask(elsewhere)).statusCode).toBe(404)
  expect((await ask(own, 'PA-2026-999999')).json().detail).toContain('Không có phản ánh nào mang số này')
  expect((await ask(own, 'PA-26-1')).statusCode).toBe(400)
  expect((await ask(officer)).statusCode).toBe(403)
  expect(JSON.stringify(await officer.read(id))).toMatch(told)
  expect((await ask(own)).json()).toEqual({ deleted: true })
  expect(JSON.stringify(await officer.read(id))).not.toMatch(told)
  const { rows } = await server.db.query(
    `select account_id as account from audit_entry where action = 'report.forget_for_reporter' and subject_id = $1`,
    [number]
  )
  expect(rows).toEqual([{ account: own.id }])
})

test('keys: shown once, kept as a hash, one per system, made again after they were ended', async () => {
  const { id, key: first } = await open311.makeKey('sở')
  const { headers } = await signedIn(server.db, { role: 'administrator' })
  const make = () => server.post('/api/staff/api-keys', { system: 'sở' }, headers)

  expect((await make()).statusCode).toBe(409)
  const { rows } = await server.db.query(
    `select encode(key_hash, 'escape') as hash from api_key where id = $1`,
    [id]
  )
  expect(rows[0].hash).not.toContain(first)
  const end = () => server.app.inject({ method: 'DELETE', url: `/api/staff/api-keys/${id}`, headers })
  expect((await end()).statusCode).toBe(200)
  expect((await end()).statusCode).toBe(404)
  expect((await make()).statusCode).toBe(201)
  const listed = (await server.app.inject({ url: '/api/staff/api-keys', headers })).body
  expect(listed).toContain('sở')
  expect(listed).not.toContain(first)
})

test('an administrator of one commune makes keys of that commune only', async () => {
  const { headers } = await signedIn(server.db, { role: 'administrator', communeCode: server.commune.code })
  const make = (body: object) => server.post('/api/staff/api-keys', body, headers)

  expect((await make({ system: 'x' })).statusCode).toBe(403)
  expect((await make({ system: 'x', commune: '99998' })).statusCode).toBe(403)
  expect((await make({ system: 'x', commune: server.commune.code })).statusCode).toBe(201)
})
